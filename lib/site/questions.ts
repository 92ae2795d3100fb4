/** From the address of a question's page to what it asks. Each function throws a `Problem` where the address is wrong. */
import { type AddressName, addresses } from "#lib/address/addresses";
import { parameters } from "#lib/address/parameters";
import type { ParameterSet } from "#lib/address/query";
import type { Day } from "#lib/day";
import type { Language } from "#lib/language";
import { type Product, products } from "#lib/product";
import { assertAnswers, assertBucket, comparedSides, crossedWith, movedDays } from "#lib/query/questions";
import { assertPublished, requestedDay, requestedSubject, type Subject, withLanguage } from "#lib/query/request";
import type { WindowStatistic } from "#lib/statistics/statistic";
import { published } from "#lib/store/daily-rows";

const inLanguage = <S extends ParameterSet>(set: S) => ({ ...set, lang: parameters.lang });

function subjectOf<S extends typeof addresses.retirePage.parameters & ParameterSet>(
	slug: string,
	query: URLSearchParams,
	language: Language,
	set: S,
) {
	const { values, ...subject } = requestedSubject(slug, withLanguage(query, language), inLanguage(set));
	return { values, subject: subject as Subject & { statistic: WindowStatistic } };
}

export async function openComparison(slug: string, query: URLSearchParams, language: Language) {
	const { values, subject } = subjectOf(slug, query, language, addresses.comparePage.parameters);
	assertAnswers(subject.statistic);
	const [a, b] = [sideOf(values.a), sideOf(values.b)];
	const sides = {
		...{ date: values.date, a: a.day, b: b.day },
		aProduct: a.product ?? values.aProduct,
		bProduct: b.product ?? values.bProduct,
	};
	return { subject, sides: comparedSides(subject, sides, await published()) };
}

/** `2026-11-21:legacy` in its parts. */
function sideOf(text: string | null): { day: Day | null; product: Product | null } {
	const [day = "", name] = (text ?? "").split(":");
	return { day: (day || null) as Day | null, product: products.find((product) => product === name) ?? null };
}

export async function openMoves(slug: string, query: URLSearchParams, language: Language) {
	const { values, subject } = subjectOf(slug, query, language, addresses.whyPage.parameters);
	assertAnswers(subject.statistic, "with one number");
	if (values.bucket) await assertBucket(subject.statistic, values.bucket);
	return { subject, days: movedDays(values, await published()), bucket: values.bucket };
}

export async function openRetirement(slug: string, bucket: string, query: URLSearchParams, language: Language) {
	const { values, subject } = subjectOf(slug, query, language, addresses.retirePage.parameters);
	assertAnswers(subject.statistic);
	await assertBucket(subject.statistic, bucket);
	const days = await published();
	assertPublished(days);
	return { subject, day: requestedDay(values, days), published: days };
}

export async function openCross(slug: string, by: string, query: URLSearchParams, language: Language) {
	const { values, subject } = subjectOf(slug, query, language, addresses.crossPage.parameters);
	return { subject, other: crossedWith(subject, by), day: requestedDay(values, await published()) };
}

/** Throws a `Problem` where the page of a question does not exist, or its parameters are wrong. */
export async function checkQuestion(name: AddressName, path: string, query: URLSearchParams, language: Language) {
	const [, , slug = "", other = ""] = path.split("/");
	if (name === "comparePage") await openComparison(slug, query, language);
	if (name === "whyPage") await openMoves(slug, query, language);
	if (name === "retirePage") await openRetirement(slug, other, query, language);
	if (name === "crossPage") await openCross(slug, other, query, language);
}

export const isQuestion = (name: AddressName | null): name is AddressName =>
	name === "comparePage" || name === "whyPage" || name === "retirePage" || name === "crossPage";
