/** From the address of a question's page to what it asks. Each function throws a `Problem` where the address is wrong. */
import { type AddressName, addresses } from "#lib/address/addresses";
import { parameters } from "#lib/address/parameters";
import type { ParameterSet } from "#lib/address/query";
import type { Language } from "#lib/language";
import {
	assertAnswers,
	assertBucket,
	assertCompares,
	comparedSides,
	crossedWith,
	movedDays,
	sidesIn,
} from "#lib/query/questions";
import { assertPublished, requestedDay, requestedSubject, type Subject, withLanguage } from "#lib/query/request";
import type { WindowStatistic } from "#lib/statistics/statistic";
import { published, publishedOf } from "#lib/store/daily-rows";

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
	assertCompares(subject.statistic);
	const { aProduct, bProduct, ...named } = sidesIn(values);
	const sides = {
		...named,
		date: values.date,
		aProduct: aProduct ?? values.aProduct,
		bProduct: bProduct ?? values.bProduct,
	};
	const days = await publishedOf([subject.statistic]);
	return { subject, sides: comparedSides(subject, sides, days), published: days };
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
