/** The page about how good the data are: its numbers, counted again from the data addresses of the same site. */
import { describe, expect, test } from "vitest";
import { plusDays } from "#lib/day";
import { decimalsFor, formatShareOf } from "#lib/format";
import { filledSite } from "../shared-sites";

const { url, firstDay, lastDay } = await filledSite();

interface Answer {
	base: { hosts: number; total: number };
	rows: { bucket: string; hosts: number; total: number; merged?: number }[];
}
interface Index {
	statistics: { slug: string; section: string | null; unit: string; products: string[] }[];
}
interface Series {
	days: string[];
	base: { hosts: number[]; total: number[] };
}

const json = async <T>(path: string): Promise<T> => (await (await fetch(url + path)).json()) as T;
const dataOf = (slug: string, product: string, day: string) =>
	json<Answer>(`/data/${slug}.json?product=${product}&date=${day}`);
const hundredths = (part: number, whole: number) => Math.floor((20_000 * part + whole) / (2 * whole)) / 100;
const shared = (part: number, whole: number, baseHosts = whole) =>
	formatShareOf(hundredths(part, whole), baseHosts, "en", "fixed");

const textOf = (html: string) =>
	html
		.replaceAll(/<!--.*?-->/g, "")
		.replaceAll(/<[^>]*>/g, " ")
		.replaceAll("&#x27;", "'")
		.replaceAll("&amp;", "&")
		.replaceAll(/\s+/g, " ")
		.trim();
/** The rows of a table whose name begins so, as texts of their cells. */
function rowsOf(html: string, begins: string): Map<string, string[]> {
	const rows = [...html.matchAll(new RegExp(`<tr id="${begins}-([^"]+)">(.*?)</tr>`, "g"))];
	return new Map(
		rows.map(([, name = "", row = ""]) => [
			name,
			[...row.matchAll(/<t[hd]\b.*?<\/t[hd]>/g)].map(([cell]) => textOf(cell)),
		]),
	);
}

describe.each(["openvz7", "legacy"])("%s", (product) => {
	describe.each([lastDay, plusDays(lastDay, -20)])("on %s", (day) => {
		const page = async () => (await fetch(`${url}/quality?product=${product}&date=${day}`)).text();

		test("each section is known on the base of each of its statistics", async () => {
			const { statistics } = await json<Index>("/data/index.json");
			const active = (await dataOf("hosts-active", product, day)).base.hosts;
			const before = plusDays(day, -30);
			const activeBefore = (await dataOf("hosts-active", product, before)).base.hosts;
			const shown = rowsOf(await page(), "section");
			const known = statistics.filter(({ section, products }) => section !== null && products.includes(product));
			expect(active).toBeGreaterThan(10);
			expect([...shown.keys()].sort()).toEqual([...new Set(known.map(({ section }) => section))].sort());
			const shares = [...shown.values()].map(([, , share = ""]) => Number.parseFloat(share));
			expect(shares).toEqual([...shares].sort((a, b) => a - b));
			for (const { slug, section } of known) {
				const [now, then] = await Promise.all([day, before].map((on) => dataOf(slug, product, on)));
				const [, , share, hosts, change = ""] = shown.get(section ?? "") ?? [];
				expect([share, hosts], slug).toEqual([shared(now?.base.hosts ?? 0, active), `${now?.base.hosts}`]);
				const by = hundredths(now?.base.hosts ?? 0, active) - hundredths(then?.base.hosts ?? 0, activeBefore);
				const digits = decimalsFor(Math.min(active, activeBefore));
				expect(Math.abs(Number(change.replace("\u2212", "-")) - by), slug).toBeLessThanOrEqual(
					0.5 / 10 ** digits + 1e-9,
				);
			}
		});

		test("each statistic has the part without a name that its rows have", async () => {
			const { statistics } = await json<Index>("/data/index.json");
			const html = await page();
			const shown = rowsOf(html, "recognised");
			const isOf = ({ products }: Index["statistics"][number]) =>
				products.includes(product) || products.includes("all");
			const oneNumber = /^(hosts-(total|active|new|with-containers|with-running-containers)|reports|reports-total)$/;
			let some = 0;
			for (const { slug } of statistics.filter((one) => isOf(one) && !oneNumber.test(one.slug))) {
				const { base, rows } = await dataOf(slug, product, day);
				const unnamed = rows.filter(({ bucket }) => ["other", "unknown", "custom", "not-set"].includes(bucket));
				// Where rows overlap, hosts are counted.
				const measure = rows.reduce((sum, { total }) => sum + total, 0) > base.total ? "hosts" : "total";
				const counted = unnamed.filter((row) => row[measure] > 0);
				const [text = "", share] = shown.get(slug) ?? [];
				if (counted.length === 0) {
					expect(share, slug).toBeUndefined();
					if (base.total > 0) expect(html.split('id="recognition"')[1], slug).toContain(`/statistics/${slug}`);
					continue;
				}
				some++;
				const sum = counted.reduce((all, row) => all + row[measure], 0);
				expect(share, slug).toBe(shared(sum, base[measure], base.hosts));
				const merged = rows.find(({ bucket }) => bucket === "other")?.merged ?? 0;
				expect(Number(/(\d+) rare value/.exec(text)?.[1] ?? 0), slug).toBe(merged);
				for (const row of counted) {
					const part = formatShareOf(hundredths(row[measure], base[measure]), base.hosts, "en");
					expect(text, slug).toContain(` ${part}`);
				}
			}
			expect(some).toBe(shown.size);
			expect(some).toBeGreaterThan(3);
		});

		test("of each total the largest host has no less than its even part", async () => {
			const { statistics } = await json<Index>("/data/index.json");
			const shown = rowsOf(await page(), "weight");
			const units = new Set(statistics.filter(({ products }) => products.includes(product)).map(({ unit }) => unit));
			expect(shown.size).toBeGreaterThanOrEqual(
				[...units].filter((unit) => /containers|VMs|disks|GiB|TB/.test(unit)).length,
			);
			for (const [slug, [text = "", share = ""]] of shown) {
				const { base } = await dataOf(slug, product, day);
				const [, amount = "", hosts = ""] = /([\d,.]+) [A-Za-z]+, on (\d+) hosts?$/.exec(text) ?? [];
				// From 100 on there are no decimals.
				expect(Number(amount.replaceAll(",", "")), slug).toBeCloseTo(base.total, base.total < 100 ? 1 : 0);
				expect(Number(hosts), slug).toBeLessThanOrEqual(base.hosts);
				expect(Number.parseFloat(share), slug).toBeGreaterThanOrEqual(hundredths(1, Number(hosts)));
				expect(Number.parseFloat(share), slug).toBeLessThanOrEqual(100);
			}
			const shares = [...shown.values()].map(([, share = ""]) => Number.parseFloat(share));
			expect(shares).toEqual([...shares].sort((a, b) => b - a));
		});

		test("reports are those of the history", async () => {
			const { days, base } = await json<Series>(`/data/reports/series.json?product=${product}&to=${day}`);
			const active = (await dataOf("hosts-active", product, day)).base.hosts;
			const rows = [...(await page()).matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/g)];
			const shown = new Map(
				rows.map(([, what = "", cells = ""]) => [
					textOf(what).replace(/ \d+ /, " "),
					textOf(cells.split("</td>").find((cell) => cell.includes(`data-product="${product}"`)) ?? ""),
				]),
			);
			const window = product === "legacy" ? 60 : 14;
			const sum = (some: number[]) => some.reduce((a, b) => a + b, 0);
			const number = (value: number) => new Intl.NumberFormat("en", { maximumFractionDigits: 2 }).format(value);
			const since = base.total.slice(base.total.findIndex((total) => total > 0));
			const month = since.slice(-29, -1).sort((a, b) => a - b);
			const inWindow = sum(base.total.slice(-window));
			const silences = since
				.map((total) => (total === 0 ? "0" : " "))
				.join("")
				.split(" ");
			expect(days.at(-1)).toBe(day);
			expect(Object.fromEntries(shown)).toMatchObject({
				"Reports on the day": number(base.total.at(-1) ?? -1),
				"Hosts that sent them": number(base.hosts.at(-1) ?? -1),
				"Usual: median of the days before": number(((month[13] ?? -1) + (month[14] ?? -1)) / 2),
				"Reports in the window": number(inWindow),
				"Reports in the window before it":
					days.length >= 2 * window ? number(sum(base.total.slice(-2 * window, -window))) : "–",
				"Reports of an active host, on average": number(inWindow / active),
				"Days without any report": number(since.filter((total) => total === 0).length),
			});
			const longest = Math.max(...silences.map(({ length }) => length));
			expect(shown.get("Longest gap")).toMatch(longest ? new RegExp(`^${longest} days? until `) : "–");
		});
	});
});

test("new hosts are those of the history, and of one network at most as many", async () => {
	const html = await (await fetch(`${url}/quality`)).text();
	const section = html.slice(html.indexOf('<h2 id="newcomers"'));
	for (const product of ["openvz7", "legacy"]) {
		const { base } = await json<Series>(`/data/hosts-new/series.json?product=${product}`);
		const cells = [...section.matchAll(new RegExp(`<td data-product="${product}">(.*?)</td>`, "g"))];
		const [onDay, largest, usual, lately] = cells.map(([, cell = ""]) => textOf(cell));
		const before = base.hosts.slice(-29, -1).sort((a, b) => a - b);
		expect([onDay, usual]).toEqual([`${base.hosts.at(-1)}`, `${((before[13] ?? 0) + (before[14] ?? 0)) / 2}`]);
		const most = Math.max(...base.hosts.slice(-29));
		// Hosts of the simulated fleet have addresses all over the world.
		if (base.hosts.at(-1)) expect(largest).toMatch(/^\d+ \(\d[\d.]*%\)$/);
		if (most === 0) {
			expect(lately).toBe("–");
			continue;
		}
		const [, hosts, share] = /^(\d+) \(([\d.]+)%\) \d/.exec(lately ?? "") ?? expect.fail(`not understood: ${lately}`);
		expect(Number(hosts)).toBeGreaterThan(0);
		expect(Number(hosts)).toBeLessThanOrEqual(most);
		expect(Number(share)).toBeLessThanOrEqual(100);
	}
});

test("the first day compares with nothing, and a day that is not published is not there", async () => {
	const first = await (await fetch(`${url}/quality?date=${firstDay}`)).text();
	expect(textOf(first)).toContain("there is nothing to compare it with");
	expect((await fetch(`${url}/quality?date=${plusDays(firstDay, -1)}`)).status).toBe(404);
});

test("begins with its own numbers, in both languages", async () => {
	const lead = async (path: string) =>
		textOf(/<p class="own-numbers">(.*?)<\/p>/.exec(await (await fetch(url + path)).text())?.[1] ?? "");
	const rows = rowsOf(await (await fetch(`${url}/quality`)).text(), "section");
	const good = [...rows.values()].filter(([, , share = ""]) => Number.parseFloat(share) >= 95).length;
	expect(await lead("/quality")).toMatch(
		new RegExp(
			`^${good} of ${rows.size} sections of reports .* without a name.* reports? arrived in the 14 days up to`,
		),
	);
	expect(await lead("/ru/quality")).toMatch(new RegExp(`^${good} из ${rows.size} разделов отчёта `));
});
