/** Draws the spec of a chart as SVG: for pages, frames, slides and pictures, and the labels of the interactive chart. */
import { scaleLinear } from "d3-scale";
import type { ColourName } from "#lib/colours";
import { type BarSpec, type ChartSpec, type DumbbellSpec, type LineSpec, xOf, yOf } from "#lib/series/chart-spec";
import { type Point, pathOf, runsOf, simplified, thinned } from "#lib/series/path";
import { textWidth } from "#lib/series/text-width";
import { type Svg, svg } from "./svg";

/** Gives the CSS colour for a name: a custom property on a page, a value where there is no style sheet. */
export type Paint = (colour: ColourName) => string;

/** On a page, whose style sheet has the colours of both schemes. */
export const byVariable: Paint = (colour) => `var(--${colour})`;

/** The content of an SVG of the spec's size. */
export function drawChart(spec: ChartSpec, paint: Paint): Svg {
	if (spec.kind === "bars") return bars(spec, paint);
	if (spec.kind === "dumbbells") return dumbbells(spec, paint);
	return svg`${axes(spec, paint)}${spec.kind !== "stack" && drawShades(spec, paint)}${drawValues(spec, paint)}${drawLabels(spec, paint)}`;
}

function drawValues(spec: LineSpec, paint: Paint): Svg | Svg[] {
	if (spec.kind === "columns") return drawColumns(spec, paint);
	return spec.kind === "stack" ? bands(spec, paint) : strokes(spec, paint);
}

/** What stands beside and above the lines: marked days, and the names of the lines. */
export function drawLabels(spec: LineSpec, paint: Paint): Svg {
	return svg`${spec.kind === "stack" && drawShades(spec, paint)}${marks(spec, paint)}${ends(spec, paint)}`;
}

function bars({ margin, width, height, step, max, bars }: BarSpec, paint: Paint): Svg {
	const length = scaleLinear([0, max], [0, width - margin.left - margin.right]);
	const thickness = Math.round(step * 0.62);
	const drawn = bars.map((bar, i) => {
		const middle = margin.top + step * (i + 0.5);
		const end = Math.round(length(bar.value) * 10) / 10;
		// A value above zero must be visible.
		const visible = Math.max(end, bar.value > 0 ? 1.5 : 0);
		return [
			svg`<g data-bucket="${bar.bucket}">`,
			svg`<text x="${margin.left - 10}" y="${middle}" dy=".35em" text-anchor="end" fill="${paint("ink")}">${bar.label}</text>`,
			svg`<rect x="${margin.left}" y="${middle - thickness / 2}" width="${visible}" height="${thickness}" rx="1.5" fill="${paint(bar.colour)}"></rect>`,
			svg`<text x="${margin.left + end + 7}" y="${middle}" dy=".35em" fill="${paint("muted")}">${bar.text}</text></g>`,
		];
	});
	const axis = `M${margin.left} ${margin.top}V${height - margin.bottom}`;
	return svg`${drawn.flat()}<path d="${axis}" stroke="${paint("axis")}"></path>`;
}

/** The change is grey where it is within the noise. */
function dumbbells(spec: DumbbellSpec, paint: Paint): Svg {
	const { margin, width, height, fontSize, step, max, ticks, sides } = spec;
	const scale = scaleLinear([0, max], [margin.left, width - margin.right]);
	const x = (value: number) => Math.round(scale(value) * 10) / 10;
	const radius = Math.min(5, step * 0.3);
	const ring = (cx: number, cy: number, colour: string) =>
		svg`<circle cx="${cx}" cy="${cy}" r="${radius - 0.75}" fill="${paint("paper")}" stroke="${colour}" stroke-width="1.75"></circle>`;
	const dot = (cx: number, cy: number, colour: string) =>
		svg`<circle cx="${cx}" cy="${cy}" r="${radius}" fill="${colour}"></circle>`;
	let end = 0;
	const key = sides.map(({ text, width: textLength }, i) => {
		const at = end + radius + 1;
		end = at + radius + 6 + textLength + fontSize * 1.5;
		const sign = (i === 0 ? ring : dot)(at, fontSize * 0.8, paint("muted"));
		return svg`${sign}<text x="${at + radius + 6}" y="${fontSize * 0.8}" dy=".35em" fill="${paint("ink")}">${text}</text>`;
	});
	const bottom = height - margin.bottom;
	const grid = ticks.map(({ at }) => `M${Math.round(x(at)) + 0.5} ${margin.top}V${bottom}`);
	const values = ticks.map(
		({ at, label }) =>
			svg`<text x="${x(at)}" y="${bottom + fontSize * 1.3}" text-anchor="${at === 0 ? "start" : "middle"}">${label}</text>`,
	);
	const rows = spec.rows.map(({ bucket, label, a, b, range, isCertain, text }, i) => {
		const y = margin.top + step * (i + 0.5);
		const colour = paint(isCertain ? "c0" : "rest");
		const tone = paint(isCertain ? "ink" : "muted");
		return [
			svg`<g data-bucket="${bucket}"><text x="${margin.left - 14}" y="${y}" dy=".35em" text-anchor="end" fill="${tone}">${label}</text>`,
			svg`${range && svg`<path d="M${x(range[0])} ${y}H${x(range[1])}" stroke="${paint("muted")}"></path>`}`,
			svg`${a !== null && b !== null && svg`<path d="M${x(a)} ${y}H${x(b)}" stroke="${colour}" stroke-width="4" stroke-opacity=".6"></path>`}`,
			svg`${a !== null && ring(x(a), y, colour)}${b !== null && dot(x(b), y, colour)}`,
			svg`<text x="${width - margin.right + 12}" y="${y}" dy=".35em" fill="${tone}">${text}</text></g>`,
		];
	});
	return svg`${key}<path d="${grid.join("")}" stroke="${paint("grid")}"></path><g fill="${paint("muted")}">${values}</g>${rows.flat()}`;
}

function axes(spec: LineSpec, paint: Paint): Svg {
	const [x, y] = [xOf(spec), yOf(spec)];
	const { margin, width, height, fontSize, xTicks, yTicks } = spec;
	const right = width - margin.right;
	const bottom = height - margin.bottom;
	const [ground, ...grid] = yTicks.map(({ at }) => `M${margin.left} ${Math.round(y(at)) + 0.5}H${right}`);
	const days = xTicks.map(({ at }) => `M${Math.round(x(at)) + 0.5} ${bottom}v5`);
	const values = yTicks.map(
		({ at, label }) =>
			svg`<text x="${margin.left - 7}" y="${Math.round(y(at))}" dy=".35em" text-anchor="end">${label}</text>`,
	);
	const dates = xTicks.map(({ at, label }) => {
		const half = textWidth(label, fontSize) / 2;
		const middle = Math.min(Math.max(x(at), half), width - half);
		return svg`<text x="${Math.round(middle)}" y="${bottom + fontSize * 1.6}" text-anchor="middle">${label}</text>`;
	});
	return svg`${[
		svg`<path d="${grid.join("")}" stroke="${paint("grid")}"></path>`,
		svg`<path d="${ground}" stroke="${paint("axis")}"></path>`,
		svg`<path d="${days.join("")}" stroke="${paint("axis")}"></path>`,
		svg`<g fill="${paint("muted")}">${values}${dates}</g>`,
	]}`;
}

/** Of a line's points those that can be seen. */
const visible = (run: readonly Point[]) => simplified(thinned(run));

/** Lines, the largest on top; an area has its ground filled. */
function strokes(spec: LineSpec, paint: Paint): Svg[] {
	const [x, y] = [xOf(spec), yOf(spec)];
	const ground = y(spec.yMin);
	return spec.lines.toReversed().map(({ bucket, colour, values }) => {
		const runs = runsOf(values, x, y).map(visible);
		const fill = paint(colour);
		const dots = runs.filter((run) => run.length === 1).flat();
		const paths = runs.filter((run) => run.length > 1);
		// An area begins at zero, which a logarithmic axis does not have.
		const area =
			spec.kind === "area" &&
			spec.axis === "linear" &&
			svg`<path d="${paths.map((run) => closedTo(ground, run)).join("")}" fill="${fill}" fill-opacity=".14"></path>`;
		const line = svg`<path d="${paths.map((run) => pathOf(run)).join("")}" fill="none" stroke="${fill}" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"></path>`;
		const circles = dots.map(([cx, cy]) => svg`<circle cx="${cx}" cy="${cy}" r="2.5" fill="${fill}"></circle>`);
		return svg`<g data-bucket="${bucket}">${area}${line}${circles}</g>`;
	});
}

function closedTo(ground: number, run: readonly Point[]): string {
	const [first, last] = [run[0], run.at(-1)];
	return first && last ? pathOf([[first[0], ground], ...run, [last[0], ground]], true) : "";
}

/** Stacked bands with edges in the colour of the paper. Each reaches down to zero, and the lower bands cover it. */
function bands(spec: LineSpec, paint: Paint): Svg[] {
	const [x, y] = [xOf(spec), yOf(spec)];
	const below = spec.days.map(() => 0);
	const upwards = spec.lines.map(({ bucket, colour, values }) => {
		const tops = runsOf(values, x, (value, place) => {
			below[place] = (below[place] ?? 0) + value;
			return y(below[place] ?? 0);
		});
		const outline = tops.map((top) => closedTo(y(0), visible(top))).join("");
		return svg`<path data-bucket="${bucket}" d="${outline}" fill="${paint(colour)}" stroke="${paint("paper")}" stroke-width=".75"></path>`;
	});
	return upwards.reverse();
}

/** The days on which the lines say little: behind lines, and over a stack, which covers its ground. */
export function drawShades(spec: LineSpec, paint: Paint): Svg[] {
	const x = xOf(spec);
	const { margin, width, height, shades = [] } = spec;
	const [left, right] = [margin.left, width - margin.right];
	const look =
		spec.kind === "stack" ? ({ fill: "paper", opacity: 0.45 } as const) : ({ fill: "muted", opacity: 0.13 } as const);
	return shades.map(({ from, to, title }) => {
		const [start, end] = [Math.max(x(from - 0.5), left), Math.min(Math.max(x(to + 0.5), x(from - 0.5) + 1), right)];
		return svg`<path d="${pathOf(
			[
				[start, margin.top],
				[end, margin.top],
				[end, height - margin.bottom],
				[start, height - margin.bottom],
			],
			true,
		)}" fill="${paint(look.fill)}" fill-opacity="${look.opacity}"><title>${title}</title></path>`;
	});
}

/** A bar for each period, its parts on top of each other. */
export function drawColumns(spec: LineSpec, paint: Paint): Svg[] {
	const [x, y] = [xOf(spec), yOf(spec)];
	const periods = spec.periods ?? spec.days.map((_, place) => ({ from: place, to: place }));
	const [left, right] = [spec.margin.left, spec.width - spec.margin.right];
	const below = periods.map(() => 0);
	return spec.lines.map(({ bucket, colour, values }) => {
		const bars = periods.map(({ from, to }, i) => {
			const value = values[to] ?? 0;
			const ground = below[i] ?? 0;
			below[i] = ground + value;
			if (value === 0) return "";
			const [start, end] = [Math.max(x(from - 0.5), left), Math.min(x(to + 0.5), right)];
			// Thin bars touch: a space between them would be as wide as they are.
			const space = end - start < 4 ? 0 : Math.min((end - start) * 0.2, 3);
			const [top, bottom] = [Math.min(y(ground + value), y(ground) - 0.5), y(ground)];
			return pathOf(
				[
					[start, bottom],
					[start, top],
					[end - space, top],
					[end - space, bottom],
				],
				true,
			);
		});
		return svg`<path data-bucket="${bucket}" d="${bars.join("")}" fill="${paint(colour)}"></path>`;
	});
}

/** Events as thin lines with their labels above the plot, notes as small signs on the axis. */
function marks(spec: LineSpec, paint: Paint): Svg[] {
	const x = xOf(spec);
	const { margin, height, fontSize } = spec;
	const bottom = height - margin.bottom;
	return (spec.marks ?? []).map((mark) => {
		const place = Math.round(x(mark.at)) + 0.5;
		const sign =
			mark.kind === "note"
				? svg`<path d="M${place} ${bottom - 10}l5 5l-5 5l-5 -5Z" fill="${paint("paper")}" stroke="${paint("ink")}" stroke-width="1.5"></path>`
				: svg`<path d="M${place} ${margin.top - fontSize}V${bottom}" stroke="${paint("muted")}" stroke-dasharray="2 3"></path>`;
		const label =
			mark.label &&
			svg`<text x="${mark.x}" y="${margin.top - fontSize * 0.5}" fill="${paint("muted")}">${mark.label}</text>`;
		return svg`<g data-mark="${mark.kind}"><title>${mark.title}</title>${sign}${label}</g>`;
	});
}

/** The name and value of each line, beside its end. */
function ends(spec: LineSpec, paint: Paint): Svg[] {
	const x = xOf(spec)(spec.days.length - 1);
	return spec.lines.flatMap(({ bucket, colour, end }) => {
		if (!end) return [];
		const ink = paint("ink");
		return [
			svg`<g data-bucket="${bucket}">`,
			svg`${spec.kind !== "stack" && spec.kind !== "columns" && svg`<circle cx="${x}" cy="${end.from}" r="3" fill="${paint(colour)}"></circle>`}`,
			svg`<path d="M${x + 2} ${end.from}L${x + 9} ${end.y}" stroke="${paint(colour)}" stroke-width="1.5" fill="none"></path>`,
			svg`${end.above && svg`<text x="${x + 12}" y="${end.y}" dy="-.2em" fill="${ink}">${end.above}</text>`}`,
			svg`<text x="${x + 12}" y="${end.y}" dy="${end.above ? ".9em" : ".35em"}" fill="${ink}">${end.name} <tspan font-weight="600">${end.value}</tspan></text></g>`,
		];
	});
}
