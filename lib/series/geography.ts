/** The outlines of countries, drawn once: Natural Earth at 1:110 million, in an equal-area projection, without Antarctica. */
import { geoEqualEarth, geoPath } from "d3-geo";
import type { Feature, Geometry, Position } from "geojson";
import countries from "i18n-iso-countries/index.js";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-110m.json";

export const mapSize = { width: 960, height: 450 };

export interface Outline {
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

/** French Guiana is drawn as a part of France, but hosts there are counted for themselves. */
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
	// Whole pixels would let neighbours part; a tenth is more than anybody sees.
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
