/** `/fact/{slug}.svg`, `.txt` and `.json`: one number with its date, for articles and READMEs. */

import { makeBadge } from "badge-maker";
import { addresses, languageIn } from "#lib/address/addresses";
import { badgeColours } from "#lib/colours";
import { answer, okResponse, problemResponse } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import { siteAddress } from "#lib/http/site-address";
import { splitName } from "#lib/http/split-name";
import { defaultLanguage, type Language } from "#lib/language";
import type { Problem } from "#lib/problem";
import { readDistribution } from "#lib/query/read";
import { assertBuckets, parametersOf, requestedDay, requestedSubject } from "#lib/query/request";
import { type Fact, factSchema } from "#lib/schemas/answers";
import { isSimulation } from "#lib/simulation";
import { publishedOf } from "#lib/store/daily-rows";
import { translate } from "#lib/text/index";
import type { ApiTextKey } from "#lib/text/server";
import { badgeTextOf, factOf } from "./fact";

interface FactFormat {
	type: string;
	about: ApiTextKey;
	schema?: typeof factSchema;
	write(fact: Fact, language: Language, label: string | null): string;
}

export const factFormats: ReadonlyMap<string, FactFormat> = new Map<string, FactFormat>([
	[
		"svg",
		{
			type: mediaTypes.svg,
			about: "route.badge",
			write: (fact, language, label) => badgeSvg(badgeTextOf(fact, language, label)),
		},
	],
	[
		"txt",
		{
			type: mediaTypes.text,
			about: "route.sentence",
			write: ({ sentence }) => `${sentence}\n`,
		},
	],
	[
		"json",
		{
			type: mediaTypes.json,
			about: "route.fact",
			schema: factSchema,
			write: (fact) => JSON.stringify(fact),
		},
	],
]);

export function factResponse(request: Request, file: string): Promise<Response> {
	const make = async () => {
		const [slug, format] = splitName(file, factFormats);
		const { values, ...subject } = requestedSubject(slug, parametersOf(request), addresses.badge.parameters);
		const { statistic, product, language } = subject;
		const { bucket, label } = values;
		if (bucket !== null) await assertBuckets(subject, [bucket]);
		const day = requestedDay(values, await publishedOf([statistic]));
		const shown = await readDistribution(statistic, product, day, language);
		const origin = siteAddress(request);
		const fact = factOf(shown, { statistic, product, language, bucket, origin, isSimulation: isSimulation() });
		return okResponse(format.type, format.write(fact, language, label));
	};
	return answer(request, make, file.endsWith(".svg") ? (problem) => problemBadge(request, problem) : problemResponse);
}

/**
 * Nobody would see JSON in place of an image: the badge itself says what is wrong. A proxy of images shows nothing that is
 * not 200, so who asks for an image gets that. A failure of ours stays one: the proxy then goes on with what it has.
 */
function problemBadge(request: Request, problem: Problem): Response {
	const t = translate(languageIn(parametersOf(request), defaultLanguage));
	const kind = problem.status === 404 ? "notFound" : problem.status < 500 ? "badRequest" : "failed";
	const body = badgeSvg({ label: t("site.name"), message: t(`programs.fact.${kind}`) }, "problem");
	const isForImage = problem.status < 500 && (request.headers.get("accept") ?? "").startsWith("image/");
	if (isForImage) return okResponse(mediaTypes.svg, body);
	const { headers } = problemResponse(problem);
	headers.set("content-type", mediaTypes.svg);
	return new Response(body, { status: problem.status, headers });
}

/** A flat badge as on shields.io. The widths of its texts are in it, so it looks right in any font. */
interface BadgeText {
	label: string;
	message: string;
}

function badgeSvg(text: BadgeText, kind: "fact" | "problem" = "fact"): string {
	return makeBadge({ ...text, style: "flat", color: badgeColours[kind], labelColor: badgeColours.label });
}
