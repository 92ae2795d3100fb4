/** What the benchmark prints, and how it stands in BENCHMARKS.md. */
import { formatNumber } from "#lib/format";
import { defaultLanguage } from "#lib/language";

export interface Line {
	what: string;
	value: number;
	unit: "ms" | "s" | "per second" | "MiB" | "times";
	/** What it is compared with: a limit, or another thing measured in the same run. */
	atMost?: number;
	atLeast?: number;
	peer?: { what: string; value: number };
	/** A circumstance of the measurement. */
	note?: string;
}

const besideOf = ({ atMost, atLeast, peer }: Line) => peer?.value ?? atMost ?? atLeast;

function ratioOf(line: Line): number | null {
	const beside = besideOf(line);
	return beside === undefined ? null : line.value / beside;
}

/** A peer is compared, and beaten only where a limit says by how much. */
function isMissed({ value, atMost, atLeast, peer }: Line): boolean {
	const compared = peer ? value / peer.value : value;
	return compared > (atMost ?? Number.POSITIVE_INFINITY) || compared < (atLeast ?? 0);
}

function numberOf(value: number): string {
	if (value >= 100) return formatNumber(Math.round(value), defaultLanguage);
	return value.toFixed(value < 10 ? 2 : 1);
}

function besideText(line: Line): string {
	const { atMost, atLeast, peer, unit, note } = line;
	const limit = atMost === undefined ? atLeast : atMost;
	const bound = limit === undefined ? "" : `at ${atMost === undefined ? "least" : "most"} ${numberOf(limit)}`;
	const compared = peer
		? `${peer.what}: ${numberOf(peer.value)}${bound && `, ${bound} of it`}`
		: bound && `${bound} ${unit}`;
	return [compared, note].filter(Boolean).join("; ");
}

export function printedLine(line: Line): string {
	const ratio = ratioOf(line);
	const columns = [
		line.what.padEnd(52),
		numberOf(line.value).padStart(9),
		line.unit.padEnd(10),
		(ratio === null ? "" : ratio.toFixed(2)).padStart(6),
	];
	return `${columns.join(" ")}  ${besideText(line)}${isMissed(line) ? "  MISSED" : ""}`;
}

/** As Markdown; what misses its limit is bold. */
export function tableOf(lines: readonly Line[]): string {
	const rows = lines.map((line) => {
		const ratio = ratioOf(line)?.toFixed(2) ?? "";
		const value = numberOf(line.value);
		return `| ${line.what} | ${isMissed(line) ? `**${value}**` : value} | ${line.unit} | ${besideText(line)} | ${ratio} |`;
	});
	return ["| | measured | unit | limit or peer | ratio |", "| --- | ---: | --- | --- | ---: |", ...rows].join("\n");
}

/** Replaces what stands between the markers of a part. Everything else is left as it is. */
export function withTable(document: string, part: string, text: string): string {
	const [begin, end] = [`<!-- bench ${part} -->`, `<!-- end of ${part} -->`];
	const [from, to] = [document.indexOf(begin), document.indexOf(end)];
	if (from < 0 || to < from) throw new Error(`BENCHMARKS.md has no ${begin} followed by ${end}`);
	return `${document.slice(0, from + begin.length)}\n${text}\n${document.slice(to)}`;
}
