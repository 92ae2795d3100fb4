"use client";
import { type MouseEvent, useMemo } from "react";
import {
	Area,
	Brush,
	CartesianGrid,
	ComposedChart,
	getRelativeCoordinate,
	Line,
	type MouseHandlerDataParam,
	Tooltip,
	XAxis,
	YAxis,
} from "recharts";
import { drawColumns, drawLabels, drawShades, byVariable as paint } from "#lib/drawing/chart";
import { bucketAt, type LineSpec } from "#lib/series/chart-spec";
import { announcementOf, DayValues } from "./day-values";
import { highlight, linked } from "./highlight";
import { Handle, handle, stripHeight, useRangeBrush } from "./range-brush";
import { type Pointer, useShownDay } from "./shown-day";

export interface LiveProps {
	spec: LineSpec;
	/** px of the page for each of the spec's. */
	scale: number;
	/** Contains the static chart, and has the focus. */
	canvas: HTMLElement;
	/** The position of the pointer when this chart was requested. */
	pointer: Pointer | null;
	/** Which keys move the brush, for screen readers. */
	rangeKeys: string;
}

/** The chart of a spec, drawn by Recharts in the geometry of the static one. */
export function LiveChart({ spec, scale, canvas, pointer, rangeKeys }: LiveProps) {
	const { margin, days, lines, fontSize } = spec;
	const { shown, onPointed } = useShownDay({ spec, scale, canvas, pointer });
	const range = useRangeBrush({ spec, canvas, keys: rangeKeys });
	// biome-ignore lint/correctness/useExhaustiveDependencies: new data make Recharts forget the range of its brush
	const points = useMemo(
		() =>
			days.map((_, place) => ({
				place,
				...Object.fromEntries(lines.map(({ values }, i) => [`line${i}`, values[place] ?? null])),
			})),
		[days, lines, range.revision],
	);
	const labels = useMemo(() => drawLabels(spec, paint).text, [spec]);
	const ground = useMemo(
		() =>
			[
				...(spec.kind === "stack" ? [] : drawShades(spec, paint)),
				...(spec.kind === "columns" ? drawColumns(spec, paint) : []),
			]
				.map(({ text }) => text)
				.join(""),
		[spec],
	);
	const px = (units: number) => units * scale;
	const [width, height] = [px(spec.width), px(spec.height)];
	const labelAt = (ticks: LineSpec["xTicks"]) => (at: number) => ticks.find((one) => one.at === at)?.label ?? "";
	const tick = { fontSize: px(fontSize), fill: paint("muted") };
	const axisLine = { stroke: paint("axis"), strokeWidth: scale };

	const onMouseMove = ({ activeLabel }: MouseHandlerDataParam, event: MouseEvent<SVGGraphicsElement>) => {
		const place = activeLabel === undefined ? null : Number(activeLabel);
		onPointed(place);
		// Recharts recognises a line only on its stroke, which is two pixels wide.
		const y = getRelativeCoordinate(event).relativeY / scale;
		const bucket = place === null ? null : bucketAt(spec, place, y);
		// After Recharts has drawn the day: its lines are then new elements.
		requestAnimationFrame(() => highlight(canvas.closest(linked) ?? canvas, bucket));
	};
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: keys of the brush's handles, which are sliders, arrive here
		<div
			className="live"
			onKeyDown={range.onKeyDown}
			// After a click, Recharts keeps its day: the keys could no longer show another.
			onClickCapture={(event) => event.stopPropagation()}
		>
			<ComposedChart
				width={width}
				// Recharts takes the height of the brush from the plot, and the space below it from the margin.
				height={height + (range.isOffered ? stripHeight : 0)}
				margin={{
					top: px(margin.top),
					right: px(margin.right),
					bottom: range.isOffered ? stripHeight - handle.height : 0,
					left: 0,
				}}
				data={points}
				accessibilityLayer={false}
				// Delayed to the next frame, a movement would show its day again after the pointer has left.
				throttledEvents={[]}
				onMouseMove={onMouseMove}
				onTouchMove={({ activeLabel }) => onPointed(activeLabel === undefined ? null : Number(activeLabel))}
				onMouseLeave={() => highlight(canvas.closest(linked) ?? canvas, null)}
			>
				<CartesianGrid vertical={false} stroke={paint("grid")} strokeWidth={scale} />
				<XAxis
					dataKey="place"
					type="number"
					domain={[Math.min(0, days.length - 2), days.length - 1]}
					ticks={spec.xTicks.map(({ at }) => at)}
					tickFormatter={labelAt(spec.xTicks)}
					height={px(margin.bottom)}
					interval={0}
					tick={tick}
					tickSize={px(5)}
					tickMargin={px(fontSize * 0.6)}
					axisLine={axisLine}
					tickLine={axisLine}
				/>
				<YAxis
					scale={spec.axis}
					domain={[spec.yMin, spec.yMax]}
					ticks={spec.yTicks.map(({ at }) => at)}
					tickFormatter={labelAt(spec.yTicks)}
					width={px(margin.left)}
					interval={0}
					tick={tick}
					tickSize={0}
					tickMargin={px(7)}
					axisLine={false}
					tickLine={false}
				/>
				{/* Recharts has bars of single days alone, and no shades. */}
				<g
					transform={`scale(${scale})`}
					// biome-ignore lint/security/noDangerouslySetInnerHtml: the drawing has escaped what is in it
					dangerouslySetInnerHTML={{ __html: ground }}
				/>
				{lines.map((line, i) => drawn(spec, line, i, scale))}
				<g
					className="ends"
					transform={`scale(${scale})`}
					fontSize={fontSize}
					// biome-ignore lint/security/noDangerouslySetInnerHtml: the drawing has escaped what is in it
					dangerouslySetInnerHTML={{ __html: labels }}
				/>
				<Tooltip
					content={<DayValues spec={spec} />}
					cursor={{ stroke: paint("axis"), strokeWidth: scale }}
					// Clicks are stopped above: with this trigger the chosen day is shown, otherwise the day under the pointer.
					trigger={shown ? "click" : "hover"}
					defaultIndex={shown?.place}
					filterNull={false}
					isAnimationActive={false}
					offset={14}
					position={{ y: px(margin.top) }}
				/>
				{range.isOffered && (
					<Brush
						onChange={range.onChange}
						onDragEnd={range.onDragEnd}
						x={px(margin.left) - handle.width / 2}
						y={height + (stripHeight - handle.height) / 2}
						width={width - px(margin.left + margin.right) + handle.width}
						height={handle.height}
						travellerWidth={handle.width}
						traveller={(place) => <Handle {...place} describe={range.describe} />}
						tickFormatter={() => ""}
						fill="transparent"
						stroke="none"
					/>
				)}
			</ComposedChart>
			{range.text && (
				<p className="range" style={{ top: height, height: stripHeight }}>
					{range.text}
				</p>
			)}
			<p className="unseen" aria-live="polite">
				{shown?.isRead && announcementOf(spec, shown.place)}
			</p>
		</div>
	);
}

function drawn(
	{ kind, days, axis }: LineSpec,
	{ bucket, colour }: LineSpec["lines"][number],
	i: number,
	scale: number,
) {
	const stroke = { stroke: paint(colour), strokeWidth: 2 * scale };
	const line = {
		dataKey: `line${i}`,
		"data-bucket": bucket,
		isAnimationActive: false,
		connectNulls: false,
		type: "linear",
		dot: days.length === 1 ? { r: 2.5 * scale, fill: paint(colour) } : false,
		activeDot: {
			r: 4 * scale,
			fill: paint(colour),
			stroke: paint("paper"),
			strokeWidth: 1.5 * scale,
			"data-bucket": bucket,
		},
	} as const;
	if (kind === "stack") {
		const edge = { stroke: paint("paper"), strokeWidth: 0.75 * scale };
		return (
			<Area key={bucket} {...line} stackId="whole" fill={paint(colour)} fillOpacity={1} {...edge} activeDot={false} />
		);
	}
	if (kind === "columns") return <Line key={bucket} {...line} stroke="none" dot={false} activeDot={false} />;
	if (kind === "area" && axis === "linear") {
		return <Area key={bucket} {...line} {...stroke} fill={paint(colour)} fillOpacity={0.14} />;
	}
	return <Line key={bucket} {...line} {...stroke} zIndex={500 - i} />;
}
