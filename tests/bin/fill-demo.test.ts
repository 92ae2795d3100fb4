/** The demo's data: filled once, brought up to yesterday later, and repeatable wherever it is interrupted. */
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { fillDemo } from "#bin/fill-demo";
import { readSimulation, writeSimulation } from "#bin/simulation-file";
import { type Day, dayOf, plusDays } from "#lib/day";
import { planFleet, simulateFleet } from "#lib/fleet/simulate";
import { catalogOf } from "#lib/host-history/tally";
import { formats } from "#lib/readers/formats";
import { unpack } from "#lib/readers/unpack";
import { incoming } from "#lib/receipt/receive";
import { statistics } from "#lib/statistics/index";
import { acceptReports } from "#lib/store/accept";
import { publicationState } from "#lib/store/publication";
import { testDatabase } from "../database";

/** A few days more than are not published. */
const size = { hosts: 12, legacyHosts: 9, days: 66, seed: 2 };
/** More than two weeks later, when no host of OpenVZ 7 would count any more. */
const daysLater = 16;
const begun = dayOf(new Date());
const end = plusDays(begun, -1);
const first = plusDays(end, 1 - size.days);

describe("fillDemo", () => {
	const database = testDatabase();
	let folder: string;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "demo-"));
		process.env.DATABASE_URL = database().url;
	});
	afterEach(() => {
		vi.useRealTimers();
	});
	afterAll(async () => {
		Reflect.deleteProperty(process.env, "DATABASE_URL");
		await rm(folder, { recursive: true });
	});

	async function fill(on: Day): Promise<void> {
		vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${on}T09:00:00Z`) });
		await fillDemo({ DATA_DIR: folder }, new AbortController().signal, size);
		vi.useRealTimers();
	}
	const numberOf = async (table: string) => {
		const { rows } = await database().pool.query<{ count: number }>(`select count(*)::int as count from ${table}`);
		return rows[0]?.count;
	};
	const active = async (day: Day) => {
		const { rows } = await database().pool.query<{ hosts: number }>(
			"select sum(hosts)::int as hosts from daily_row where statistic = 'hosts-active' and bucket = 'all' and day = $1",
			[day],
		);
		return rows[0]?.hosts ?? 0;
	};
	const sent = (from: Day, through: Day) => [...simulateFleet(planFleet({ ...size, end }, { from, through }))].length;

	test("publishes from the day on which every window is full", async () => {
		await fill(begun);
		expect(await numberOf("report")).toBe(sent(first, end));
		const state = await publicationState(database().pool);
		expect(state).toMatchObject({ firstReportDay: first, firstDay: plusDays(first, 60), lastDay: end });
		const [atFirst, atLast] = [await active(plusDays(first, 60)), await active(end)];
		expect(atLast).toBe(size.hosts + size.legacyHosts);
		expect(atFirst).toBeGreaterThan(atLast * 0.8);
		expect(await readdir(folder)).toEqual(["simulation.json"]);
	});

	test("does nothing a second time on that day", async () => {
		const revision = () =>
			database()
				.pool.query("select revision from publication")
				.then(({ rows }) => rows[0]);
		const before = await revision();
		await fill(begun);
		expect(await revision()).toEqual(before);
	});

	test("goes on with the same fleet, so that it does not fade away", async () => {
		const later = plusDays(begun, daysLater);
		await fill(later);
		expect(await numberOf("report")).toBe(sent(first, plusDays(later, -1)));
		expect(await publicationState(database().pool)).toMatchObject({
			firstDay: plusDays(first, 60),
			lastDay: plusDays(later, -1),
		});
		expect(await active(plusDays(later, -1))).toBeGreaterThan(0.7 * (size.hosts + size.legacyHosts));
	});

	test("takes nothing in twice, wherever it was interrupted", async () => {
		const [before, later] = [plusDays(begun, daysLater - 1), plusDays(begun, daysLater + 6)];
		const fleet = { ...size, end };
		const part = { from: plusDays(before, 1), through: plusDays(later, -1) };
		const all = sent(first, part.through);

		// In the middle: some reports are there.
		const half = [...simulateFleet(planFleet(fleet, part))].filter((_, i) => i % 2 === 0);
		const incomings = half.map(({ product, uuid, receivedAt, archive }) => {
			const { members, digest } = unpack(archive);
			return incoming(formats[product].read(members, uuid), digest, receivedAt, "unknown");
		});
		await acceptReports(database().pool, incomings, catalogOf(statistics));
		expect(await numberOf("report")).toBe(sent(first, before) + half.length);
		await fill(later);
		expect(await numberOf("report")).toBe(all);

		// At the end, before that is noted.
		await writeSimulation(folder, { fleet, through: before });
		await fill(later);
		expect(await numberOf("report")).toBe(all);
		expect(await readSimulation(folder)).toEqual({ fleet, through: part.through });
		expect(await readdir(folder)).toEqual(["simulation.json"]);
	});
});

describe("what is there already", () => {
	const database = testDatabase();

	test("a demo of an earlier version is shown as it is, an unfinished one says what to do", async () => {
		const folder = await mkdtemp(join(tmpdir(), "demo-"));
		const said = vi.spyOn(console, "error").mockImplementation(() => {});
		const advice = /has a demo of an earlier version, which does not go on: remove it to have a new one$/;
		await writeFile(join(folder, "simulation.json"), '{"end":"2026-01-01","complete":true}\n');
		await fillDemo({ DATA_DIR: folder }, new AbortController().signal, size);
		expect(said.mock.calls.map(([line]) => line)).toEqual([expect.stringMatching(advice)]);
		said.mockRestore();
		await writeFile(join(folder, "simulation.json"), '{"end":"2026-01-01","complete":false}\n');
		await expect(fillDemo({ DATA_DIR: folder }, new AbortController().signal, size)).rejects.toThrow(advice);
		await rm(folder, { recursive: true });
	});

	test("real reports are left alone", async () => {
		const folder = await mkdtemp(join(tmpdir(), "demo-"));
		process.env.DATABASE_URL = database().url;
		await database().pool.query(
			"insert into host (id, product, first_day, last_at) values (gen_random_uuid(), 'openvz7', '2026-01-01', '2026-01-01')",
		);
		await expect(fillDemo({ DATA_DIR: folder }, new AbortController().signal, size)).rejects.toThrow(
			/the database has real reports: set DATA_DIR or DATABASE_URL to an empty one/,
		);
		Reflect.deleteProperty(process.env, "DATABASE_URL");
		await rm(folder, { recursive: true });
	});
});
