import type { ColourName } from "#lib/colours";
import { type LineSpec, xOf, yOf } from "#lib/series/chart-spec";
import { type Point, pathOf, runsOf, thinned } from "#lib/series/path";
import { textWidth } from "#lib/series/text-width";

interface Props {
	spec: LineSpec;
	paint: Paint;
}

export function StaticLines({ spec, paint }: Props) {
	return (
		<>
			<Axes spec={spec} paint={paint} />
			{spec.kind === "stack" ? <Bands spec={spec} paint={paint} /> : <Strokes spec={spec} paint={paint} />}
			<Marks spec={spec} paint={paint} />
			<Ends spec={spec} paint={paint} />
		</>
	);
}

function Axes({ spec, paint }: Props) {
	const [x, y] = [xOf(spec), yOf(spec)];
	const { margin, width, height, fontSize } = spec;
	const right = width - margin.right;
	const bottom = height - margin.bottom;
	const grid = spec.yTicks.map(({ at }) => `M${margin.left} ${Math.round(y(at)) + 0.5}H${right}`);
	return (
		<>
			<path d={grid.slice(1).join("")} stroke={paint("grid")} />
			<path d={grid[0]} stroke={paint("axis")} />
			<path
				d={spec.xTicks.map(({ at }) => `M${Math.round(x(at)) + 0.5} ${bottom}v5`).join("")}
				stroke={paint("axis")}
			/>
			<g fill={paint("muted")}>
				{spec.yTicks.map(({ at, label }) => (
					<text key={at} x={margin.left - 7} y={Math.round(y(at))} dy=".35em" textAnchor="end">
						{label}
					</text>
				))}
				{spec.xTicks.map(({ at, label }) => {
					const half = textWidth(label, fontSize) / 2;
					const middle = Math.min(Math.max(x(at), half), width - half);
					return (
						<text key={at} x={Math.round(middle)} y={bottom + fontSize * 1.6} textAnchor="middle">
							{label}
						</text>
					);
				})}
			</g>
		</>
	);
}

/** Lines, the largest on top; an area has its ground filled. */
function Strokes({ spec, paint }: Props) {
	const [x, y] = [xOf(spec), yOf(spec)];
	const ground = y(spec.yMin);
	return [...spec.lines].reverse().map((line) => {
		const runs = runsOf(line.values, x, y).map(thinned);
		const dots = runs.filter((run) => run.length === 1).flat();
		const paths = runs.filter((run) => run.length > 1);
		return (
			<g key={line.bucket} data-bucket={line.bucket}>
				{/* An area begins at zero, which a logarithmic axis does not have. */}
				{spec.kind === "area" && spec.axis === "linear" && (
					<path d={paths.map((run) => closedTo(ground, run)).join("")} fill={paint(line.colour)} fillOpacity=".14" />
				)}
				<path
					d={paths.map((run) => pathOf(run)).join("")}
					fill="none"
					stroke={paint(line.colour)}
					strokeWidth="2"
					strokeLinejoin="round"
					strokeLinecap="round"
				/>
				{dots.map(([cx, cy]) => (
					<circle key={cx} cx={cx} cy={cy} r="2.5" fill={paint(line.colour)} />
				))}
			</g>
		);
	});
}

function closedTo(ground: number, run: readonly Point[]): string {
	const [first, last] = [run[0], run.at(-1)];
	return first && last ? pathOf([[first[0], ground], ...run, [last[0], ground]], true) : "";
}

/** Stacked bands with edges in the colour of the paper. Each reaches down to zero, and the lower bands cover it. */
function Bands({ spec, paint }: Props) {
	const [x, y] = [xOf(spec), yOf(spec)];
	const below = spec.days.map(() => 0);
	const bands = spec.lines.map((line) => {
		const tops = runsOf(line.values, x, (value, place) => {
			below[place] = (below[place] ?? 0) + value;
			return y(below[place] ?? 0);
		});
		return { line, outline: tops.map((top) => closedTo(y(0), thinned(top))).join("") };
	});
	return bands
		.reverse()
		.map(({ line, outline }) => (
			<path
				key={line.bucket}
				data-bucket={line.bucket}
				d={outline}
				fill={paint(line.colour)}
				stroke={paint("paper")}
				strokeWidth=".75"
			/>
		));
}

/** Events as thin lines with their labels above the plot, notes as small signs on the axis. */
export function Marks({ spec, paint }: Props) {
	const x = xOf(spec);
	const { margin, height, fontSize } = spec;
	const bottom = height - margin.bottom;
	return spec.marks?.map((mark) => {
		const place = Math.round(x(mark.at)) + 0.5;
		return (
			<g key={`${mark.kind} ${mark.title}`} data-mark={mark.kind}>
				<title>{mark.title}</title>
				{mark.kind === "note" ? (
					<path
						d={`M${place} ${bottom - 10}l5 5l-5 5l-5 -5Z`}
						fill={paint("paper")}
						stroke={paint("ink")}
						strokeWidth="1.5"
					/>
				) : (
					<path d={`M${place} ${margin.top - fontSize}V${bottom}`} stroke={paint("muted")} strokeDasharray="2 3" />
				)}
				{mark.label && (
					<text x={mark.x} y={margin.top - fontSize * 0.5} fill={paint("muted")}>
						{mark.label}
					</text>
				)}
			</g>
		);
	});
}

/** The name and value of each line, beside its end. */
export function Ends({ spec, paint }: Props) {
	const x = xOf(spec)(spec.days.length - 1);
	return spec.lines.map(({ bucket, colour, end }) =>
		end ? (
			<g key={bucket} data-bucket={bucket}>
				{spec.kind !== "stack" && <circle cx={x} cy={end.from} r="3" fill={paint(colour)} />}
				<path d={`M${x + 2} ${end.from}L${x + 9} ${end.y}`} stroke={paint(colour)} strokeWidth="1.5" fill="none" />
				{end.above && (
					<text x={x + 12} y={end.y} dy="-.2em" fill={paint("ink")}>
						{end.above}
					</text>
				)}
				<text x={x + 12} y={end.y} dy={end.above ? ".9em" : ".35em"} fill={paint("ink")}>
					{end.name} <tspan fontWeight="600">{end.value}</tspan>
				</text>
			</g>
		) : null,
	);
}

/** Gives the CSS colour for a name: a custom property on a page, a value where there is no style sheet. */
export type Paint = (colour: ColourName) => string;

/** On a page, whose style sheet has the colours of both schemes. */
export const byVariable: Paint = (colour) => `var(--${colour})`;
