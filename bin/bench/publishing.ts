/**
 * Publishing beside PostgreSQL's bare `GROUP BY` of the same rows: the memberships of the day, counted by statistic and
 * bucket, without bases, thresholds, intervals or histories. DuckDB would be faster, but is no dependency of this project.
 */
import { defaultProduct } from "#lib/product";
import { copyHosts, countBare } from "#lib/store/upkeep";
import { type Bench, end, fillWith, median, publishDays, readFleet, timed } from "./bench";

/** Hosts, days of their history, and the limit in seconds. */
const fleets = [
	{ hosts: 17_000, days: 92, secondsMax: 1, isLarge: false },
	{ hosts: 1_000_000, days: 30, secondsMax: 60, isLarge: true },
];

export async function measurePublishing(bench: Bench): Promise<void> {
	const { pool, add, say } = bench;
	const times: number[] = [];
	for (const hosts of [60, 120]) {
		say(`filling the database with ${hosts} hosts`);
		const fleet = readFleet(hosts, 365);
		await fillWith(pool, fleet.reports, 365);
		const [day, quarter, year] = [
			await publishDays(pool, 1),
			await publishDays(pool, 92),
			await publishDays(pool, 365),
		];
		const of = `${fleet.hosts} hosts`;
		if (hosts === 60) {
			add({ what: `publishing 1 day, ${of}`, value: day, unit: "ms" });
			add({
				what: `publishing 92 days, ${of}`,
				value: quarter,
				unit: "ms",
				peer: { what: "92 times 1 day", value: 92 * day },
			});
			add({
				what: `publishing 365 days, ${of}`,
				value: year,
				unit: "ms",
				peer: { what: "365 times 1 day", value: 365 * day },
			});
		} else
			add({
				what: `publishing 365 days, ${of}`,
				value: year,
				unit: "ms",
				peer: { what: "half as many hosts", value: times[0] ?? 0 },
			});
		times.push(year);
	}
	for (const { hosts, days, secondsMax, isLarge } of fleets) {
		if (isLarge && !bench.isLarge) continue;
		say(`filling the database with ${hosts} hosts`);
		await fillWith(pool, readFleet(340, days).reports, days);
		await copyHosts(pool, defaultProduct, hosts);
		const rounds = isLarge ? 1 : 3;
		const seconds = [];
		for (let round = 0; round < rounds; round++) seconds.push((await publishDays(pool, 1)) / 1000);
		await countBare(pool, end);
		const bare = (await timed(() => countBare(pool, end))) / 1000;
		const what = `publishing 1 day, ${hosts} hosts`;
		add({ what, value: median(seconds), unit: "s", atMost: secondsMax });
		add({ what, value: median(seconds), unit: "s", peer: { what: "bare GROUP BY in PostgreSQL, s", value: bare } });
	}
}
