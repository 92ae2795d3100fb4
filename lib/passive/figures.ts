/** Single figures that others published, each with the address where it stands: nothing is fetched. */
import { type Day, parseDay, startOf } from "#lib/day";
import { OperatorError } from "#lib/operator-error";
import { statisticBySlug } from "#lib/statistics/index";
import { isNamed } from "#lib/statistics/labels";
import type { StatisticSlug } from "#lib/text/index";
import { type CountedDay, type CountedStatistic, isPlausible } from "./counts";
import { csvRows, wholeText } from "./lines";
import type { Ignored, Reader } from "./reading";

const citedStatistics = ["distrowatch-hits", "hosters-with-openvz"] as const satisfies readonly StatisticSlug[];
type Cited = (typeof citedStatistics)[number];

const header = ["day", "statistic", "bucket", "total", "source_url"];
const sourceLengthMax = 300;

interface Figure {
	statistic: Cited;
	day: Day;
	bucket: string;
	total: number;
}

/** A figure's source is the address where it stands. */
export function figureReader({ now }: { now: Date }): Reader {
	const bySource = new Map<string, Map<string, Figure>>();

	function taken(row: readonly string[]): Ignored | null {
		const [written = "", slug = "", name = "", amount = "", source = ""] = row.map((cell) => cell.trim());
		const day = parseDay(written);
		if (!day || !/^\d{1,9}$/.test(amount)) return "unreadable";
		if (!isPlausible(startOf(day).getTime(), now)) return "impossible time";
		const statistic = citedStatistics.find((one) => one === slug);
		if (!statistic) return "unknown statistic";
		if (!isAddress(source)) return "no source";
		const known = statisticBySlug(statistic);
		const bucket = known && isNamed(known, name) ? name : "other";
		const figures = bySource.get(source) ?? new Map<string, Figure>();
		bySource.set(source, figures);
		const key = `${statistic} ${day} ${bucket}`;
		const isRepeated = figures.has(key);
		const total = Math.max(Number(amount), figures.get(key)?.total ?? 0);
		figures.set(key, { statistic, day, bucket, total });
		return isRepeated ? "repeated" : null;
	}

	return {
		entries: "figures",
		async read({ name, chunks }, tally) {
			const rows = csvRows(name, await wholeText(name, chunks));
			if (rows[0]?.map((cell) => cell.trim().toLowerCase()).join() !== header.join())
				throw new OperatorError(`${name} is of another kind: it must begin with the header ${header.join()}`);
			for (const row of rows.slice(1)) tally(taken(row));
		},
		finish: () => new Map([...bySource].sort().map(([source, figures]) => [source, countedOf([...figures.values()])])),
	};
}

function isAddress(text: string): boolean {
	return text.length <= sourceLengthMax && /^https?:\/\/[^\s<>"']+$/.test(text) && URL.canParse(text);
}

function countedOf(figures: readonly Figure[]): CountedStatistic[] {
	return citedStatistics.map((statistic) => {
		const days = new Map<Day, CountedDay & { buckets: Map<string, number> }>();
		for (const { day, bucket, total } of figures.filter((one) => one.statistic === statistic)) {
			const counted = days.get(day) ?? { day, lines: 0, total: 0, buckets: new Map<string, number>() };
			counted.lines++;
			counted.total += total;
			counted.buckets.set(bucket, total);
			days.set(day, counted);
		}
		return { statistic, days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)), partial: [] };
	});
}
