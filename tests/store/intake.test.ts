/** What the operator sees of newcomers, and what is published of them: before a quarantine, in it, and after its release. */
import { expect, test } from "vitest";
import { type Day, plusDays, startOf } from "#lib/day";
import { catalogOf } from "#lib/host-history/tally";
import { publish } from "#lib/publish/publish";
import { hashedNetworks } from "#lib/receipt/admission";
import { statistics } from "#lib/statistics/index";
import { acceptReport } from "#lib/store/accept";
import { intakeSince } from "#lib/store/intake";
import { networkKey, pruneNetworks } from "#lib/store/networks";
import { hostsIn, newcomersFrom, quarantineHosts, quarantines, releaseHosts } from "#lib/store/quarantine";
import { testDatabase } from "../database";

const database = testDatabase();
const today = "2026-11-22" as Day;
const totals = statistics.flatMap((one) => (one.over === "window" && one.unit !== "hosts" ? [one] : []));

let n = 0;
async function newHost(address: string, day: Day, model: string, installedMib: number): Promise<void> {
	const { pool } = database();
	n += 1;
	const cpu = { vendor: "intel", model, generation: null, sockets: 1, cores: 4, threads: 8 } as const;
	await acceptReport(
		pool,
		{
			product: "openvz7",
			uuid: `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
			at: new Date(startOf(day).getTime() + 1000 * n),
			digest: Buffer.alloc(32, n),
			sections: { activity: { country: "us" }, cpu, memory: { installedMib, swapMib: 0, policy: null } },
			networks: hashedNetworks(address, await networkKey(pool, today)),
		},
		catalogOf(statistics),
	);
}

test("the intake of a network, taken out and brought back", async () => {
	const { pool } = database();
	const { narrow: network } = hashedNetworks("192.0.2.1", await networkKey(pool, today));
	await newHost("198.51.100.7", plusDays(today, -40), "Xeon E5-2620 v4", 1024);
	await newHost("198.51.100.8", plusDays(today, -3), "Xeon E5-2620 v4", 1024);
	for (let i = 0; i < 6; i++) await newHost(`192.0.2.${i}`, plusDays(today, -2), "Core i7-6700", 1024 * (i + 1));
	for (let i = 0; i < 2; i++) await newHost(`203.0.113.${i}`, plusDays(today, -2), "Xeon E5-2620 v4", 1024);
	await publish(pool, statistics, { now: startOf(today) });

	const groups = () => intakeSince(pool, { since: plusDays(today, -2), today, totals });
	const [evil, good, ...others] = await groups();
	expect(others).toEqual([]);
	expect(evil).toMatchObject({
		day: plusDays(today, -2),
		network,
		product: "openvz7",
		hosts: 6,
		quarantined: 0,
		active: 6,
	});
	// Active are those of the last two weeks: all but the first.
	expect(evil?.activeOfAll).toBe(9);
	expect(evil?.newLabels).toContain("cpu-model: core-i7-6700");
	expect(evil?.newLabels).not.toContain("cpu-vendor: intel");
	expect(evil?.largest).toEqual({ statistic: "memory-installed", share: 0.25 });
	expect(good).toMatchObject({ hosts: 2, active: 2, newLabels: [], largest: { share: round(1 / 24) } });

	const published = async () => {
		const { rows } = await pool.query("select hosts, known, largest from daily_newcomers where day = $1", [
			plusDays(today, -2),
		]);
		const { rows: daily } = await pool.query("select * from daily_row order by product, statistic, day, bucket");
		return { newcomers: rows[0], daily: JSON.stringify(daily) };
	};
	const before = await published();
	expect(before.newcomers).toEqual({ hosts: 8, known: 8, largest: 6 });

	const batch = await newcomersFrom(pool, network, null);
	expect(await newcomersFrom(pool, network, plusDays(today, -1))).toEqual([]);
	expect(batch).toHaveLength(6);
	const id = await quarantineHosts(pool, { hostIds: batch.map((host) => host.id), network, now: startOf(today) });
	await publish(pool, statistics, { now: startOf(today) });
	expect((await published()).newcomers).toEqual({ hosts: 2, known: 2, largest: 2 });
	expect((await published()).daily).not.toBe(before.daily);
	expect((await groups())[0]).toMatchObject({ network, hosts: 6, quarantined: 6 });
	expect(await hostsIn(pool, id)).toHaveLength(6);

	await releaseHosts(pool, id, startOf(today));
	await publish(pool, statistics, { now: startOf(today) });
	expect(await published()).toEqual(before);

	// When the networks are gone, what was published of them stays.
	await pruneNetworks(pool, startOf(plusDays(today, 60)));
	await publish(pool, statistics, { now: startOf(today), from: plusDays(today, -40) });
	expect(await published()).toEqual(before);
	expect((await quarantines(pool)).map((one) => one.network)).toEqual([null]);
	expect((await groups())[0]).toMatchObject({ network: null, hosts: 8 });
});

const round = (share: number) => Math.round(share * 1e6) / 1e6;
