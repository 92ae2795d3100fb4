/** Pages that say what is wrong. Each is whole by itself: it must be readable when nothing else of the site is. */
import { addresses, pageState } from "#lib/address/addresses";
import { hrefOf, overviewPath, pagePath } from "#lib/address/links";
import { read } from "#lib/address/query";
import { bucketsMax, searchMax } from "#lib/address/values";
import { colours, declarationsOf } from "#lib/colours";
import { type Language, languageOfPath } from "#lib/language";
import type { Problem } from "#lib/problem";
import { defaultProduct } from "#lib/product";
import { pages, pageTitle } from "#lib/statistics/pages";
import type { Published } from "#lib/store/daily-rows";
import { type Translate, translate } from "#lib/text/index";
import { rangeText } from "./range-text";

const schemes = `:root{color-scheme:light dark;background:var(--paper);color:var(--ink);${declarationsOf(colours.light)}}@media(prefers-color-scheme:dark){:root{${declarationsOf(colours.dark)}}}`;
const style = `${schemes}body{font:1rem/1.55 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',sans-serif;margin:0}header,main{max-width:46rem;margin:0 auto;padding:0 1.25rem}header{display:flex;align-items:center;min-height:3.75rem}main{padding-block:clamp(2rem,10vh,6rem)}h1{margin:0 0 1rem;font-size:clamp(1.75rem,1.4rem + 1.6vw,2.625rem);line-height:1.12;letter-spacing:-.022em;text-wrap:balance}p{max-width:36rem;margin:.75rem 0}a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}.brand{display:flex;align-items:center;gap:.75rem;color:inherit;font-size:1.125rem;font-weight:700;letter-spacing:-.014em;text-decoration:none}:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}ul{display:flex;flex-wrap:wrap;gap:.5rem;margin:1.5rem 0 0;padding:0;list-style:none;font-size:.8125rem}li a{display:block;padding:.35rem .75rem;border:1px solid color-mix(in srgb,currentcolor 35%,transparent);border-radius:99px;text-decoration:none}`;

/** Nothing of the address is repeated in them, so nothing needs escaping. */
function page(language: Language, title: string, paragraphs: readonly string[], more = ""): string {
	const t = translate(language);
	const home = hrefOf({ language, product: defaultProduct, day: null }, overviewPath);
	const body = [...paragraphs, `<a href="${home}">${t("wrong.home")}</a>`].map((text) => `<p>${text}</p>`).join("");
	const brand = `<a class="brand" href="${home}"><img src="/favicon.svg" width="26" height="26" alt="">${t("site.name")}</a>`;
	return `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title} · ${t("site.name")}</title><link rel="icon" href="/favicon.svg"><style>${style}</style></head><body><header>${brand}</header><main><h1>${title}</h1>${body}${more}</main></body></html>\n`;
}

const parameters = addresses.statistic.parameters;
type ParameterName = keyof typeof parameters;
const parameterNames = Object.keys(parameters) as ParameterName[];

/** 400: what the parameters of a page can be that are wrong. `problem` names one that is wrong for another reason. */
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

/** Where else somebody may have wanted to go. */
function subjects(language: Language): string {
	const items = pages.map((one) => {
		const href = hrefOf({ language, product: defaultProduct, day: null }, pagePath(one));
		return `<li><a href="${href}">${pageTitle(one, language)}</a></li>`;
	});
	return `<nav aria-label="${translate(language)("site.pages")}"><ul>${items.join("")}</ul></nav>`;
}

/** 404, with the days and the subjects that there are. */
export function notFoundPage(path: string, published: Published | null): string {
	const language = languageOfPath(path);
	const t = translate(language);
	const said = [t("wrong.notFound"), rangeText(published, language)];
	return page(language, t("wrong.notFoundTitle"), said, subjects(language));
}

/** 500. */
export function errorPage(path: string): string {
	const language = languageOfPath(path);
	const t = translate(language);
	return page(language, t("wrong.errorTitle"), [t("wrong.error")]);
}
