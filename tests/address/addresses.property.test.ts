/** The table of addresses: what it writes it reads back, and every target has one canonical form. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addresses, canonicalAddress, parametersAt, targetOf } from "#lib/address/addresses";
import { type Parameter, parameters } from "#lib/address/parameters";
import { readAll, type Values, write } from "#lib/address/query";
import { labelCharactersMax, pictureBounds, searchMax } from "#lib/address/values";
import { type Day, plusDays } from "#lib/day";

const visible = (maxLength: number) =>
	fc.string({ unit: "binary", maxLength }).map((text) => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "").slice(0, maxLength));
const day = fc.integer({ min: 0, max: 40_000 }).map((days) => plusDays("2000-01-01" as Day, days));
const whole = ({ min, max }: { min: number; max: number }) => fc.integer({ min, max });

/** Values of the parameters that do not take one of a few words. */
const others: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
	date: day,
	from: day,
	a: day,
	b: day,
	by: fc.stringMatching(/^[a-z-]{1,30}$/),
	to: day,
	bucket: fc.stringMatching(/^[a-z0-9.-]{1,64}$/),
	q: visible(searchMax).map((text) => text.trim().replace(/\s+/g, " ")),
	title: visible(pictureBounds.titleCharactersMax).map((text) => text.trim()),
	label: visible(labelCharactersMax),
	width: whole(pictureBounds.width),
	height: whole(pictureBounds.height),
	scale: whole(pictureBounds.scale),
	component: fc.stringMatching(/^[\w.+-]{1,64}$/),
	release: fc.stringMatching(/^[a-z0-9.-]{1,64}$/),
	url: visible(100).map((text) => `/${text}`),
	maxwidth: whole({ min: 1, max: 999_999_999 }),
	maxheight: whole({ min: 1, max: 999_999_999 }),
};

/** Some of each address. */
const paths: Readonly<Record<string, readonly string[]>> = {
	page: ["/", "/cpu", "/virtual-machines", "/api", "/quality", "/statistics"],
	part: ["/api/data-slug-json", "/methodology/cpu"],
	months: ["/months", "/months/2026-10"],
	search: ["/search"],
	crashes: ["/crashes"],
	crash: [`/crashes/${"2dd542ba".repeat(5)}`],
	statistic: ["/statistics/cpu-model"],
	comparePage: ["/compare/cpu-model"],
	whyPage: ["/why/cpu-model"],
	retirePage: ["/retire/host-distro/centos-6", "/retire/kernel/3.10.0-957"],
	crossPage: ["/cross/cpu-model/country"],
	comparePicture: ["/data/cpu-model/compare.svg", "/data/cpu-model/compare.png"],
	compareData: ["/data/cpu-model/compare.json", "/data/cpu-model/compare.cite.txt"],
	whyData: ["/data/cpu-model/why.json"],
	retirePicture: ["/data/cpu-model/retire.svg", "/data/cpu-model/retire.png"],
	retireData: ["/data/cpu-model/retire.json", "/data/cpu-model/retire.atom"],
	crossData: ["/data/cpu-model/cross.json"],
	standaloneChart: ["/embed/cpu-model", "/slide/cpu-model", "/share/cpu-model"],
	index: ["/data/index.json"],
	days: ["/data/days.json"],
	pageData: ["/data/pages/cpu.pptx"],
	svg: ["/data/cpu-model.svg", "/data/cpu-model/series.svg"],
	png: ["/data/cpu-model.png", "/data/cpu-model/series.png"],
	series: ["/data/cpu-model/series.json", "/data/cpu-model/series.cite.txt"],
	distribution: ["/data/cpu-model.csv", "/data/cpu-model.cite.txt"],
	badge: ["/fact/cpu-model.svg"],
	fact: ["/fact/cpu-model.txt", "/fact/cpu-model.json"],
	feed: ["/feed.atom"],
	openApi: ["/api/openapi.json"],
	liveChart: ["/charts/cpu-model.json", "/charts/growth-ever.json"],
	oembed: ["/oembed"],
};

function arbitraryOf(parameter: Parameter): fc.Arbitrary<unknown> {
	const { name, words, isRepeatable, isRequired, default: assumed = null } = parameter;
	const one = words ? fc.constantFrom(...words) : others[name];
	if (!one) throw new Error(`say what values ${name} has`);
	if (isRepeatable) return fc.uniqueArray(one, { maxLength: 5 });
	return isRequired ? one : fc.option(one).map((value) => (value === null || value === "" ? assumed : value));
}

const valuesOf = <S extends Readonly<Record<string, Parameter>>>(set: S) =>
	fc.record(Object.fromEntries(Object.entries(set).map(([name, one]) => [name, arbitraryOf(one)]))) as fc.Arbitrary<
		Values<S>
	>;

test.each(Object.entries(parameters))("the default of %s is one of its values, and is read from its text", (_, one) => {
	const { default: assumed, schema }: Parameter = one;
	if (assumed !== undefined) expect(schema.parse(String(assumed))).toBe(assumed);
});

describe.each(Object.entries(addresses))("%s", (name, { parameters: set, isTranslated }) => {
	test("calls each parameter by its name", () =>
		expect(Object.values<Parameter>(set).map((one) => one.name)).toEqual(Object.keys(set)));

	test("reads back what it writes", () =>
		fc.assert(
			fc.property(valuesOf<Readonly<Record<string, Parameter>>>(set), (values) => {
				const query = new URLSearchParams(write(set, values));
				expect(readAll(new URLSearchParams(query.toString()), set)).toEqual(values);
			}),
		));

	const path = fc.constantFrom(...(paths[name] ?? []));
	const foreign = fc.record({ utm_source: fc.string(), fbclid: fc.string(), v: fc.string() });
	test("has one canonical form, whatever the order, the defaults and unknown names", () =>
		fc.assert(
			fc.property(path, valuesOf<Readonly<Record<string, Parameter>>>(set), foreign, (address, values, unknown) => {
				const parts = write(set, values);
				const defaults = Object.values<Parameter>(set).flatMap((one): [string, string][] =>
					one.default === undefined || parts.some(([name]) => name === one.name)
						? []
						: [[one.name, String(one.default)]],
				);
				const target = `${isTranslated ? "/ru" : ""}${address === "/" && isTranslated ? "" : address}`;
				const canonical = canonicalAddress(`${target}?${new URLSearchParams(parts)}`);
				const sorted = [...parts, ...defaults.filter(([name]) => name !== "lang"), ...Object.entries(unknown)];
				const other = sorted.sort(([a], [b]) => (a > b ? -1 : a < b ? 1 : 0));
				expect(canonicalAddress(`${target}?${new URLSearchParams(other)}#place`)).toEqual(canonical);
				expect(canonical.problem).toBeNull();
				expect(canonicalAddress(targetOf(canonical))).toEqual(canonical);
				expect(readAll(new URLSearchParams(canonical.parameters.map(([a, b]) => [a, b])), set)).toEqual(
					"lang" in values ? { ...values, lang: "en" } : values,
				);
				expect(canonical.name).toBe(name);
			}),
		));
});

describe("the canonical form", () => {
	const form = (target: string) => {
		const { problem, ...canonical } = canonicalAddress(target);
		return problem ? problem.status : [canonical.language, targetOf({ ...canonical, problem })];
	};
	test.each([
		["/", ["en", "/"]],
		["/ru", ["ru", "/ru"]],
		["/ru/", ["ru", "/ru"]],
		["/cpu/?product=legacy", ["en", "/cpu?product=legacy"]],
		["/cpu?utm_source=x&date=&product=openvz7", ["en", "/cpu"]],
		["/cpu?product=legacy&date=2026-11-01", ["en", "/cpu?date=2026-11-01&product=legacy"]],
		["/cpu?show=nonsense&bucket=a", ["en", "/cpu"]],
		["/russia?date=2026-11-01", ["en", "/russia"]],
		[
			"/statistics/cpu-model?bucket=b&q=%20a%20%20b&bucket=a&bucket=b",
			["en", "/statistics/cpu-model?bucket=b&bucket=a&q=a+b"],
		],
		["/data/cpu-vendor.json?lang=ru", ["ru", "/ru/data/cpu-vendor.json"]],
		["/ru/data/cpu-vendor.json?lang=en", ["en", "/data/cpu-vendor.json"]],
		["/data/cpu-vendor.json?from=2026-11-01", ["en", "/data/cpu-vendor.json"]],
		["/data/index.json?x", ["en", "/data/index.json"]],
		["/ru/charts/cpu-vendor.json?lang=en", ["ru", "/ru/charts/cpu-vendor.json"]],
		["/charts/cpu-vendor.json?lang=ru&size=wide", ["ru", "/charts/cpu-vendor.json?lang=ru"]],
		["/x/../%63pu?v=1", ["en", "/cpu"]],
		["/%2e%2e/data/%e4.json", ["en", "/data/%E4.json"]],
		["//cpu?date=2026-11-01", ["en", "//cpu"]],
		["/nothing?a=b", ["en", "/nothing"]],
	])("of %s", (target, canonical) => expect(form(target)).toEqual(canonical));

	test.each([
		["/cpu?date=2026-02-30", 400],
		["/cpu?date=2026-11-01&date=2026-11-01", 400],
		["/cpu?product=all", 400],
		["/data/cpu-vendor.png?width=1e9", 400],
		["/statistics/cpu-model?bucket=%3Cb%3E", 400],
		["/oembed", 400],
		["/oembed?url=/cpu&format=yaml", 501],
	])("does not exist for %s: %i", (target, status) => expect(form(target)).toBe(status));

	test("of any text is its own", () =>
		fc.assert(
			fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
				const canonical = canonicalAddress(`${path || "/"}?${query}`);
				if (!canonical.problem) expect(canonicalAddress(targetOf(canonical))).toEqual(canonical);
			}),
		));
});

test("the parameters of an address are those that it reads", () => {
	expect(parametersAt("/fact/cpu-vendor.svg").map(({ name }) => name)).toContain("label");
	expect(parametersAt("/fact/cpu-vendor.txt").map(({ name }) => name)).not.toContain("label");
	expect(parametersAt("/sitemap.xml")).toEqual([]);
});
