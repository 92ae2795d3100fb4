/** One number with its date, described. */
import { parameters } from "#lib/answers/parameters";
import { factFormats, factResponse } from "../fact";
import { badParameter, notModified, notThere, type Route, slugParameter, success, viewParameters } from "./route";

const slug = "cpu-vendor";

export const factRoutes: readonly Route[] = [...factFormats].map(([extension, format]) => {
	// An image that is wrong is an image, too.
	const problemAs = extension === "svg" ? format.type : undefined;
	return {
		path: `/fact/{slug}.${extension}`,
		method: "get",
		group: "facts",
		about: format.about,
		parameters: [slugParameter, ...viewParameters, parameters.date, parameters.oneBucket, ...(format.parameters ?? [])],
		answers: [
			success({ en: "The number, never without its date.", ru: "Число, всегда с датой." }, format.type, format.schema),
			notModified,
			badParameter(problemAs),
			notThere(problemAs),
		],
		example: `/fact/${slug}.${extension}?bucket=intel`,
		respond: (request) => factResponse(request, `${slug}.${extension}`),
	};
});
