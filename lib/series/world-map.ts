/** The countries of a distribution as a map: which outline has which shade, and what is too small to be seen. */
import { formatNumber, formatPercent } from "#lib/format";
import type { Language } from "#lib/language";
import { translate } from "#lib/text/index";
import type { Distribution } from "./distribution";
import { mapSize, type Outline, outlines } from "./geography";
import { amountOf } from "./stated";
import { textWidth } from "./text-width";

export interface Shape {
	path: string;
	/** 0: nobody; then from pale to full. */
	shade: number;
	/** Empty where nobody reports. */
	title: string;
}

export interface MapSpec {
	width: number;
	height: number;
	title: string;
	shapes: Shape[];
	/** Names that have room on their countries. */
	names: { text: string; x: number; y: number; shade: number }[];
	legend: { shade: number; label: string }[];
	/** Countries that report and have no outline on a map of this size. */
	unseen: string[];
}

/** Of names on the map, in its units. */
export const nameSize = 11;

/** Lower ends of the shades from the second on, in percent: a few countries hold most hosts, so steps grow. */
const ends = [1, 2, 5, 10, 20] as const;
/** Of each shade, nobody first: every one told from its neighbours, also by those who see colours differently. */
export const shadeColours = ["grid", "s1", "s3", "s4", "s6", "s7", "s9"] as const;

export function shadeOf(percent: number): number {
	return ends.filter((end) => percent >= end).length + 1;
}

export function worldMap(
	{ statistic, rows }: Distribution,
	language: Language,
	lands: readonly Outline[] = outlines(),
): MapSpec {
	const t = translate(language);
	const byCountry = new Map(rows.filter(({ total }) => total > 0).map((row) => [row.bucket, row]));
	const seen = new Set(lands.map(({ country }) => country));
	const number = (value: number) => formatNumber(value, language);
	return {
		...mapSize,
		title: statistic.title,
		shapes: lands.map(({ country, path }) => {
			const row = country === null ? undefined : byCountry.get(country);
			if (!row) return { path, shade: 0, title: "" };
			const amount = amountOf(row.total, statistic.unit, language);
			const title = `${row.label}: ${amount}, ${formatPercent(row.percent, language)}`;
			return { path, shade: shadeOf(row.percent), title };
		}),
		names: lands.flatMap(({ country, middle: [x, y], across }) => {
			const row = country === null ? undefined : byCountry.get(country);
			const fits = row && row.percent >= ends[0] && textWidth(row.label, nameSize) <= across * 0.8;
			return fits ? [{ text: row.label, x, y, shade: shadeOf(row.percent) }] : [];
		}),
		legend: [
			{ shade: 0, label: t("map.none") },
			{ shade: 1, label: t("map.under", { percent: formatPercent(ends[0], language) }) },
			...ends.map((end, i) => {
				const next = ends[i + 1];
				const label = next
					? t("map.between", { from: number(end), to: formatPercent(next, language) })
					: t("map.over", { percent: formatPercent(end, language) });
				return { shade: i + 2, label };
			}),
		],
		unseen: rows
			.filter(({ bucket, total }) => total > 0 && /^[a-z]{2}$/.test(bucket) && !seen.has(bucket))
			.map(({ label }) => label),
	};
}
