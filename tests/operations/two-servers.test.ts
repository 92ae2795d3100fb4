/** Two servers on one database, which start with a statistic that is new in the catalog. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plusDays, startOf } from "#lib/day";
import { publish } from "#lib/publish/publish";
import { readyStore } from "#lib/publish/ready-store";
import { statistics } from "#lib/statistics/index";
import { testDatabase } from "../database";
import { acceptFrom } from "../publish/publishing";
import { type Site, startSite } from "../site";
import { query } from "../store/cluster-fixture";
import { yesterday } from "../today";

const database = testDatabase();
const firstDay = plusDays(yesterday, -5);
const dayBefore = plusDays(yesterday, -1);
const noon = new Date(startOf(plusDays(yesterday, 1)).getTime() + 12 * 3_600_000);
/** A server looks each second at what others published. */
const agreement = { timeout: 10_000, interval: 100 };

const sites: Site[] = [];
/** Keeps the memberships of the new statistic from being computed. */
let blocker: pg.Client;

async function startServer(): Promise<Site> {
	const env = { DATABASE_URL: database().url, REPORTS_BURST: "3", PUBLIC_URL: "http://stats.example.org" };
	const site = await startSite({ env });
	sites.push(site);
	return site;
}

const text = async (site: Site | undefined, path: string) => {
	const response = await fetch(`${site?.url}${path}`);
	return `${response.status} ${await response.text()}`;
};
/** Next orders the tags of a head by what is ready first: the tag of a page stands for all of it in one order. */
const contentOf = async (site: Site | undefined, path: string) => {
	const response = await fetch(`${site?.url}${path}`);
	const isPage = response.headers.get("content-type")?.startsWith("text/html");
	return `${response.status} ${isPage ? response.headers.get("etag") : await response.text()}`;
};
const everywhere = (path: string) => Promise.all(sites.map((site) => text(site, path)));

beforeAll(async () => {
	const { pool, url } = database();
	await (await readyStore(url)).close();
	for (const host of [1, 2, 3]) await acceptFrom(pool, firstDay, host);
	// As the program left it that did not know the statistic yet: the last day is still to be published.
	await pool.query("delete from tallied_statistic where slug = 'country'");
	await pool.query("delete from membership where statistic = 'country'");
	const old = statistics.filter(({ slug }) => slug !== "country");
	await publish(pool, old, { now: startOf(yesterday) });
	blocker = new pg.Client({ connectionString: url });
	await blocker.connect();
	await blocker.query("begin; lock table membership in share mode");
});
afterAll(async () => {
	await blocker?.end();
	for (const site of sites) await site.stop();
});

test("servers serve what there is while a new statistic's past is computed", async () => {
	const [site] = await Promise.all([startServer(), startServer()]);
	expect(await text(site, "/healthz")).toMatch(/^200 ok/);
	expect(await text(site, `/data/hosts-active.json?date=${dayBefore}`)).toContain('"hosts":3');
	expect(await text(site, "/hosts")).toMatch(/^200 /);
	const waiting = () =>
		query(
			database().url,
			"select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
		);
	await expect.poll(waiting).not.toEqual([]);
	expect(await query(database().url, "select from tallied_statistic where slug = 'country'")).toEqual([]);
	await blocker.query("commit");
	// Yesterday is published with it, and the operator's command gives it its past.
	await expect.poll(() => text(site, `/data/country.json?date=${yesterday}`)).toContain('"bucket":"fr"');
	await publish(database().pool, statistics, { now: noon, from: firstDay });
	await expect.poll(() => text(site, `/data/country.json?date=${firstDay}`), agreement).toContain('"bucket":"fr"');
});

describe("a second server on the same database", () => {
	test("shows the same, byte for byte", async () => {
		for (const path of [
			"/hosts",
			"/data/hosts-active/series.json",
			"/data/country.csv",
			"/statistics/country",
			"/feed.atom",
		]) {
			const [one, other] = await Promise.all(sites.map((site) => contentOf(site, path)));
			expect(one, path).toMatch(/^200 .{20}/s);
			expect(other, path).toBe(one);
		}
	});

	test("publishes nothing that the other one publishes", async () => {
		const logs = sites.map((site) => site.output().match(/"published"/g)?.length ?? 0);
		expect(logs.sort()).toEqual([0, 1]);
		const records = await query(database().url, `select from day_record where day = '${yesterday}'`);
		expect(records.length).toBe(1);
	});

	test("agrees with the first within ten seconds of a publication", async () => {
		const path = "/data/hosts-active.json";
		const before = await everywhere(path);
		await acceptFrom(database().pool, yesterday, 4);
		await publish(database().pool, statistics, { now: noon });
		await expect
			.poll(() => everywhere(path).then((now) => now.map((one) => /"hosts":4/.test(one))), agreement)
			.toEqual([true, true]);
		const after = await everywhere(path);
		expect(after[0]).toBe(after[1]);
		expect(after).not.toEqual(before);
	});

	test("shares the limits of a network", async () => {
		const send = async (site: Site | undefined) =>
			(await fetch(`${site?.url}/api/v1/reports`, { method: "POST", body: "no archive" })).status;
		const statuses: number[] = [];
		for (let n = 0; n < 6; n++) statuses.push(await send(sites[n % 2]));
		expect(statuses).toEqual([400, 400, 400, 429, 429, 429]);
	});
});
