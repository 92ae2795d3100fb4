/** One number with its date, described. */
import { factFormats, factResponse } from "#lib/badge/answer";
import { badParameter, notModified, notThere, type Route, success } from "./route";

const slug = "cpu-vendor";

export const factRoutes: readonly Route[] = [...factFormats].map(([extension, format]) => {
	// An image that is wrong is an image, too.
	const problemAs = extension === "svg" ? format.type : undefined;
	return {
		path: `/fact/{slug}.${extension}`,
		method: "get",
		group: "facts",
		about: format.about,
		answers: [
			success("answer.fact", format.type, format.schema),
			notModified,
			badParameter(problemAs),
			notThere(problemAs),
		],
		example: `/fact/${slug}.${extension}?bucket=intel`,
		respond: (request) => factResponse(request, `${slug}.${extension}`),
	};
});
