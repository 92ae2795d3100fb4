/** A distribution of countries as a map: the shade of each outline, and the countries too small to see. */
import { geoEqualEarth, geoPath } from "d3-geo";
import type { Feature, Geometry, Position } from "geojson";
import countries from "i18n-iso-countries/index.js";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-110m.json";
import { formatNumber, formatPercent, formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import { translate } from "#lib/text/index";
import { amountOf } from "./captions";
import type { Distribution } from "./distribution";
import { textWidth } from "./text-width";

interface Shape {
	path: string;
	/** 0: no hosts; then from pale to strong. */
	shade: number;
	/** Empty if nobody reports. */
	title: string;
}

export interface MapSpec {
	width: number;
	height: number;
	title: string;
	shapes: Shape[];
	/** Names that fit on their countries. */
	names: { text: string; x: number; y: number; shade: number }[];
	legend: { shade: number; label: string }[];
	/** Countries that report and have no outline on a map of this size. */
	unseen: string[];
}

/** Font size of names on the map, in its units. */
export const nameSize = 11;

/** Lower ends of the shades from the second on, in percent. A few countries have most hosts, so the steps grow. */
const ends = [1, 2, 5, 10, 20] as const;
/** Colours of the shades, "no hosts" first. Neighbours are distinguishable for colour-blind readers, too. */
export const shadeColours = ["grid", "s1", "s3", "s4", "s6", "s7", "s9"] as const;

export function shadeOf(percent: number): number {
	return ends.filter((end) => percent >= end).length + 1;
}

export function worldMap(
	{ statistic, base, rows }: Distribution,
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
			const title = `${row.label}: ${amount}, ${formatShareOf(row.percent, base.hosts, language)}`;
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

const mapSize = { width: 960, height: 450 };

interface Outline {
	/** ISO 3166-1 alpha-2 in lower case; `null` for a land without one. */
	country: string | null;
	path: string;
	/** Of its largest land: the middle, and how much room a name has across it. */
	middle: [number, number];
	across: number;
}

const antarctica = "010";

// The package's JSON is a topology with this object in it; its types are those of any JSON.
const topology = atlas as unknown as Topology<{ countries: GeometryCollection }>;

const france = "250";
const guiana = "254";

/** The map data draw French Guiana as a part of France, but its hosts are counted separately. */
function apart<T extends Feature>(one: T): Feature[] {
	if (one.id !== france || one.geometry.type !== "MultiPolygon") return [one];
	const { coordinates } = one.geometry;
	const isThere = ([ring]: Position[][]) => (ring?.[0]?.[0] ?? 0) < -40;
	const land = (id: string, some: Position[][][]): Feature => ({
		...one,
		id,
		geometry: { type: "MultiPolygon", coordinates: some },
	});
	return [
		land(
			france,
			coordinates.filter((part) => !isThere(part)),
		),
		land(guiana, coordinates.filter(isThere)),
	];
}

function drawnOutlines(): Outline[] {
	const { features } = feature(topology, topology.objects.countries);
	const shown = {
		type: "FeatureCollection" as const,
		features: features.filter(({ id }) => id !== antarctica).flatMap(apart),
	};
	const projection = geoEqualEarth().fitSize([mapSize.width, mapSize.height], shown);
	// Whole pixels would leave gaps between neighbours; tenths are invisible.
	const draw = geoPath(projection).digits(1);
	const largestOf = ({ geometry }: Feature): Geometry => {
		if (geometry.type !== "MultiPolygon") return geometry;
		const parts = geometry.coordinates.map((coordinates) => ({ type: "Polygon" as const, coordinates }));
		return parts.reduce((a, b) => (draw.area(b) > draw.area(a) ? b : a));
	};
	return shown.features.map((one) => {
		const land = largestOf(one);
		const [[left], [right]] = draw.bounds(land);
		const [x, y] = draw.centroid(land);
		return {
			// The map has the numbers of ISO 3166-1.
			country: countries.numericToAlpha2(String(one.id ?? ""))?.toLowerCase() ?? null,
			path: draw(one) ?? "",
			middle: [Math.round(x), Math.round(y)],
			across: right - left,
		};
	});
}

let drawn: Outline[] | undefined;

export function outlines(): readonly Outline[] {
	drawn ??= drawnOutlines();
	return drawn;
}
