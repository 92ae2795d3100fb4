/** A distribution of countries as maps of the world and of Europe: the shade of each outline, and the countries too small to see. */
import { type GeoProjection, geoConicConformal, geoEqualEarth, geoPath } from "d3-geo";
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
import { type Point, pathOf } from "./path";
import { textWidth } from "./text-width";

interface Land {
	/** Bucket of the country; `null` where nobody reports. */
	bucket: string | null;
	path: string;
	/** 0: no hosts; then from pale to strong. */
	shade: number;
	/** Name, count and share; empty where nobody reports. */
	title: string;
	/** Where the title is written: inside the map, above its country. */
	tip: { x: number; y: number; anchor: "start" | "middle" | "end" };
}

export interface MapSheet {
	name: "world" | "europe";
	width: number;
	height: number;
	lands: Land[];
	/** Names that fit on their countries. */
	names: { text: string; x: number; y: number; shade: number }[];
}

export interface MapSpec {
	title: string;
	sheets: MapSheet[];
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

export function worldMap({ statistic, base, rows }: Distribution, language: Language): MapSpec {
	const t = translate(language);
	const byCountry = new Map(rows.filter(({ total }) => total > 0).map((row) => [row.bucket, row]));
	const number = (value: number) => formatNumber(value, language);
	const sheetOf = (name: MapSheet["name"]): MapSheet => {
		const { width, height } = frames[name];
		const drawn = outlines(name).map((outline) => ({
			...outline,
			row: outline.country === null ? undefined : byCountry.get(outline.country),
		}));
		return {
			name,
			width,
			height,
			lands: drawn.map(({ path, middle: [x, y], row }) => {
				const anchor = x < width * 0.25 ? "start" : x > width * 0.75 ? "end" : "middle";
				const tip = { x, y: Math.max(y, nameSize), anchor } as const;
				if (!row) return { bucket: null, path, shade: 0, title: "", tip };
				const amount = amountOf(row.total, statistic.unit, language);
				const title = `${row.label}: ${amount}, ${formatShareOf(row.percent, base.hosts, language)}`;
				return { bucket: row.bucket, path, shade: shadeOf(row.percent), title, tip };
			}),
			names: drawn.flatMap(({ middle: [x, y], across, row }) => {
				// On the smaller sheet hardly a name has room.
				const fits =
					name === "world" && row && row.percent >= ends[0] && textWidth(row.label, nameSize) <= across * 0.8;
				return fits ? [{ text: row.label, x, y, shade: shadeOf(row.percent) }] : [];
			}),
		};
	};
	const seen = new Set(outlines("world").map(({ country }) => country));
	return {
		title: statistic.title,
		sheets: [sheetOf("world"), sheetOf("europe")],
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

const frames = { world: { width: 960, height: 450 }, europe: { width: 440, height: 440 } };

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

/** From Portugal to the Black Sea, and from Crete to the North Cape. */
const europe = {
	type: "MultiPoint" as const,
	coordinates: [
		[-10, 36],
		[-24, 64],
		[34, 35],
		[40, 60],
		[15, 70],
	],
};

function projections(shown: Parameters<GeoProjection["fitSize"]>[1]): Record<MapSheet["name"], GeoProjection> {
	const { width, height } = frames.europe;
	const corners: [[number, number], [number, number]] = [
		[0, 0],
		[width, height],
	];
	return {
		world: geoEqualEarth().fitSize([frames.world.width, frames.world.height], shown),
		europe: geoConicConformal().rotate([-15, 0]).parallels([40, 65]).fitExtent(corners, europe).clipExtent(corners),
	};
}

function drawnOutlines(): Record<MapSheet["name"], Outline[]> {
	const { features } = feature(topology, topology.objects.countries);
	const shown = {
		type: "FeatureCollection" as const,
		features: features.filter(({ id }) => id !== antarctica).flatMap(apart),
	};
	const { world, europe } = projections(shown);
	return { world: outlinesIn(world, shown.features), europe: outlinesIn(europe, shown.features) };
}

function outlinesIn(projection: GeoProjection, features: readonly Feature[]): Outline[] {
	const draw = geoPath(projection);
	const largestOf = ({ geometry }: Feature): Geometry => {
		if (geometry.type !== "MultiPolygon") return geometry;
		const parts = geometry.coordinates.map((coordinates) => ({ type: "Polygon" as const, coordinates }));
		return parts.reduce((a, b) => (draw.area(b) > draw.area(a) ? b : a));
	};
	return features.flatMap((one) => {
		const path = ringsOf(projection, one)
			.map((ring) => pathOf(ring, true))
			.join("");
		if (path === "") return [];
		const land = largestOf(one);
		const [[left], [right]] = draw.bounds(land);
		const [x, y] = draw.centroid(land);
		return {
			// The map has the numbers of ISO 3166-1.
			country: countries.numericToAlpha2(String(one.id ?? ""))?.toLowerCase() ?? null,
			path,
			middle: [Math.round(x), Math.round(y)],
			across: right - left,
		};
	});
}

/** Paths are sent with every page: relative half pixels take half of what the text of d3 would. */
function ringsOf(projection: GeoProjection, land: Feature): Point[][] {
	const rings: Point[][] = [];
	const collect = (x: number, y: number) => rings.at(-1)?.push([x, y]);
	geoPath(projection, {
		beginPath: () => {},
		moveTo: (x, y) => {
			rings.push([[x, y]]);
		},
		lineTo: collect,
		arc: collect,
		closePath: () => {},
	})(land);
	// What is smaller than a pixel would be an invisible dot.
	return rings.filter((ring) => ring.length > 2);
}

let drawn: Record<MapSheet["name"], Outline[]> | undefined;

export function outlines(name: MapSheet["name"]): readonly Outline[] {
	drawn ??= drawnOutlines();
	return drawn[name];
}
