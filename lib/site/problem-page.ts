/** Pages that say what is wrong. They load nothing, so they are readable when nothing else of the site is. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { aboutPages, aboutTitles, addresses, pageState } from "#lib/address/addresses";
import { hrefOf, overviewPath, pagePath, searchPath } from "#lib/address/links";
import { read } from "#lib/address/query";
import { bucketsMax, searchMax } from "#lib/address/values";
import { minified, schemeSheet } from "#lib/colours";
import { parseDay } from "#lib/day";
import { formatDay } from "#lib/format";
import { defaultLanguage, type Language, languageOfPath } from "#lib/language";
import type { Problem } from "#lib/problem";
import { defaultProduct } from "#lib/product";
import { pagesWith } from "#lib/statistics/index";
import { pageTitle } from "#lib/statistics/pages";
import type { Published } from "#lib/store/daily-rows";
import { type Translate, translate } from "#lib/text/index";

const sheets = ["components/style/fonts.css", "lib/site/problem-page.css"];

/** Read when first needed: the built site runs in the project's folder, but its code lies elsewhere. */
let style = "";
function loadStyle(): string {
	const textOf = (path: string) => minified(readFileSync(join(process.cwd(), path), "utf8"));
	style ||= schemeSheet("auto") + sheets.map(textOf).join("");
	return style;
}

/** No page repeats any part of its address, so nothing needs escaping. */
function page(
	language: Language,
	title: string,
	paragraphs: readonly string[],
	observed?: Published["observed"],
): string {
	const t = translate(language);
	const home = hrefOf({ language, product: defaultProduct, day: null }, overviewPath);
	const body = [...paragraphs, `<a href="${home}">${t("wrong.home")}</a>`].map((text) => `<p>${text}</p>`).join("");
	const brand = `<a class="brand" href="${home}"><img src="/favicon.svg" width="26" height="26" alt="">${t("site.name")}</a>`;
	return `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title} · ${t("site.name")}</title><link rel="icon" href="/favicon.svg"><style>${loadStyle()}</style></head><body><header>${brand}</header><main><h1>${title}</h1>${body}${navigation(language, observed)}</main></body></html>\n`;
}

const parameters = addresses.statistic.parameters;
type ParameterName = keyof typeof parameters;
const parameterNames = Object.keys(parameters) as ParameterName[];

/** 400: which values the wrong parameters of a page may have. `problem` names one that is wrong for another reason. */
export function badAddressPage(path: string, query: URLSearchParams, problem?: Problem): string {
	const language = languageOfPath(path);
	const t = translate(language);
	const wrong = parameterNames.filter((name) => name === problem?.more.parameter || !isReadable(name, query));
	const isRepeated = wrong.some((name) => name !== "bucket" && query.getAll(name).filter(Boolean).length > 1);
	return page(language, t("wrong.badTitle"), [
		...wrong.map((name) => allowedIn(name, t)),
		...(isRepeated ? [t("state.wrong.once", { name: "bucket" })] : []),
	]);
}

function isReadable(name: ParameterName, query: URLSearchParams): boolean {
	try {
		read(query, parameters[name]);
		return true;
	} catch {
		return false;
	}
}

function allowedIn(name: ParameterName, t: Translate): string {
	if (name === "product") return t("wrong.badProduct");
	if (name === "date") return t("wrong.badDate");
	if (name === "from" || name === "to") return t("state.wrong.day", { name, example: "2026-11-21" });
	if (name === "bucket") return t("state.wrong.bucket", { name, count: bucketsMax });
	if (name === "q") return t("state.wrong.search", { name, count: searchMax });
	return t("state.wrong.oneOf", { name, values: pageState[name].words.join(", ") });
}

/** As on every page: the overview, the pages of statistics, and those about the numbers and the site. */
function navigation(language: Language, observed: Published["observed"] | undefined): string {
	const t = translate(language);
	const list = (links: readonly (readonly [path: string, title: string])[]) =>
		`<ul>${links
			.map(([path, title]) => {
				const href = hrefOf({ language, product: defaultProduct, day: null }, path);
				return `<li><a href="${href}">${title}</a></li>`;
			})
			.join("")}</ul>`;
	const ofStatistics = pagesWith(observed).map((one) => [pagePath(one), pageTitle(one, language)] as const);
	const about = aboutPages.map((one) => [`/${one}`, t(aboutTitles[one])] as const);
	const first = list([[overviewPath, t("site.overview")], ...ofStatistics]);
	return `<nav aria-label="${t("site.pages")}">${first}${list([...about, [searchPath, t("search.title")]])}</nav>`;
}

/** 404, with the published days and links to the pages. */
export function notFoundPage(path: string, published: Published | null, observed = published?.observed): string {
	const language = languageOfPath(path);
	const t = translate(language);
	const paragraphs = [t("wrong.notFound"), rangeText(published, language)];
	return page(language, t("wrong.notFoundTitle"), paragraphs, observed);
}

/** 500. */
export function errorPage(path: string): string {
	const language = languageOfPath(path);
	const t = translate(language);
	return page(language, t("wrong.errorTitle"), [t("wrong.error")]);
}

/** A problem in the words of a page. Its `detail` is written for programs, in English. */
export function problemText({ status, title, detail, more }: Problem, language: Language): string {
	const t = translate(language);
	if (status === 404 && typeof more.from === "string" && typeof more.to === "string") {
		const [firstDay, lastDay] = [parseDay(more.from), parseDay(more.to)];
		if (firstDay && lastDay) return rangeText({ firstDay, lastDay }, language);
	}
	if (title === "Nothing published yet") return t("wrong.noDays");
	if (title === "Not sent by this product") return t("standalone.notSent");
	if (status === 404) return t("standalone.unknown");
	if (status >= 500) return t("wrong.error");
	if (language === defaultLanguage) return detail;
	return typeof more.parameter === "string"
		? t("standalone.parameter", { name: more.parameter })
		: t("standalone.parameters");
}

/** Says which days are published. */
function rangeText(range: Pick<Published, "firstDay" | "lastDay"> | null, language: Language): string {
	const t = translate(language);
	if (!range) return t("wrong.noDays");
	return t("wrong.range", { first: formatDay(range.firstDay, language), last: formatDay(range.lastDay, language) });
}
