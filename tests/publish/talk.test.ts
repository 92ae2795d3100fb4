/** The fleet of the talk, published: what is counted of it on its last day is what the slides print. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importReports } from "#bin/stats/import";
import { type Day, plusDays, startOf } from "#lib/day";
import { talkFigures } from "#lib/fleet/talk";
import { writeTalkFleet } from "#lib/fleet/write";
import { manifestRows } from "#lib/import/manifest";
import { publish } from "#lib/publish/publish";
import { statistics } from "#lib/statistics/index";
import { testDatabase } from "../database";
import { smallTalk } from "../fleet/small-talk";
import { rounds } from "../rounds";

const end = "2019-09-13" as Day;

const expected = {
	talk: {
		legacy: { "hosts-total": 262_938, "hosts-with-containers": 104_183, "hosts-with-running-containers": 90_676 },
		window: { "hosts-active": 14_961, "reports-total": 4_135_030 },
		openvz7: { active: 2372, us: 549, fr: 320, ru: 242, de: 184, vms: 237 },
	},
	small: {
		legacy: { "hosts-total": 263, "hosts-with-containers": 104, "hosts-with-running-containers": 90 },
		window: { "hosts-active": 60, "reports-total": 500 },
		openvz7: { active: 100, us: 23, fr: 14, ru: 10, de: 8, vms: 10 },
	},
};

const database = testDatabase();

/** `npm run test:long` takes the whole fleet, which takes an hour. */
test("simulated, imported and published, it has the figures of the slides on its last day", async () => {
	const [figures, wanted] = rounds(0, 1) === 1 ? [talkFigures, expected.talk] : [smallTalk, expected.small];
	const { pool } = database();
	const folder = await mkdtemp(join(tmpdir(), "openvz-talk-"));
	try {
		const written = await writeTalkFleet(folder, figures, { end, seed: 1 });
		const rows = await manifestRows(join(folder, "manifest.csv"), startOf(plusDays(end, 1)));
		const { accepted, duplicate, rejections } = await importReports(pool, rows);
		expect([accepted, duplicate, rejections]).toEqual([written.reports.legacy + written.reports.openvz7, 0, []]);
	} finally {
		await rm(folder, { recursive: true });
	}
	await publish(pool, statistics, { through: end, now: startOf(plusDays(end, 1)) });
	const totalOf = async (product: string, statistic: string, bucket: string) => {
		const found = await pool.query<{ total: string }>(
			"select total from daily_row where product = $1 and statistic = $2 and day = $3 and bucket = $4",
			[product, statistic, end, bucket],
		);
		return Number(found.rows[0]?.total);
	};
	for (const [statistic, figure] of Object.entries({ ...wanted.legacy, ...wanted.window }))
		expect(await totalOf("legacy", statistic, "all"), statistic).toBe(figure);
	const { active, vms, ...inCountries } = wanted.openvz7;
	expect(await totalOf("openvz7", "hosts-active", "all")).toBe(active);
	expect(await totalOf("openvz7", "hosts-with-vms", "yes")).toBe(vms);
	for (const [code, figure] of Object.entries(inCountries))
		expect(await totalOf("openvz7", "country", code), code).toBe(figure);
});
