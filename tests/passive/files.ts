/** Invented files of an operator: lines of logs, gzipped or not, and what a reader counts in them. */
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import type { CountedStatistic } from "#lib/passive/counts";
import type { InputFile } from "#lib/passive/lines";
import { type Read, type Reader, readFiles } from "#lib/passive/reading";

export const now = new Date("2026-03-31T12:00:00Z");

/** In chunks of a few bytes, so that lines and characters are split. */
export function file(content: string | Buffer, name = "file", chunk = 4096): InputFile {
	const bytes = Buffer.from(content);
	const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, i) =>
		bytes.subarray(i * chunk, (i + 1) * chunk),
	);
	return { name, path: name, bytes: () => Readable.from(chunks) };
}

export const gzipped = (content: string, name = "file.gz") => file(gzipSync(content), name);

interface Line {
	at?: string;
	client?: string;
	request?: string;
	method?: string;
	target?: string;
	status?: number;
	bytes?: number | string;
	agent?: string;
}

const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A line of the combined format. `at` is ISO 8601, UTC. */
export function logLine({
	at = "2026-03-10T10:00:00",
	client = "192.0.2.1",
	method = "GET",
	target = "/",
	request = `${method} ${target} HTTP/1.1`,
	status = 200,
	bytes = 1000,
	agent = "curl/8.5.0",
}: Line): string {
	const [day = "", time = ""] = at.split("T");
	const [year, month, date] = day.split("-");
	const written = `${date}/${names[Number(month) - 1]}/${year}:${time} +0000`;
	return `${client} - - [${written}] "${request}" ${status} ${bytes} "-" "${agent}"`;
}

/** Lines long before and long after, so that the days between are covered completely. */
export const edges = [logLine({ at: "2026-01-20T00:00:00" }), logLine({ at: "2026-03-30T00:00:00" })];

export async function countIn(
	reader: Reader,
	files: readonly InputFile[],
): Promise<Read & { statistics: CountedStatistic[] }> {
	const read = await readFiles(reader, files);
	const finished = reader.finish();
	return {
		...read,
		statistics: Array.isArray(finished) ? finished : [...(finished as Map<string, CountedStatistic[]>).values()].flat(),
	};
}

/** `day bucket total` of each day on which something was counted, the base first. */
export function rowsOf(statistics: readonly CountedStatistic[], slug: string): string[] {
	return statistics
		.filter(({ statistic }) => statistic === slug)
		.flatMap(({ days }) => days)
		.filter(({ total }) => total > 0)
		.flatMap(({ day, total, buckets }) => [
			`${day} (all) ${total}`,
			...[...buckets].sort().map(([bucket, amount]) => `${day} ${bucket} ${amount}`),
		]);
}
