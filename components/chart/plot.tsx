"use client";
import { memo } from "react";
import { Area, CartesianGrid, ComposedChart, Line, XAxis, YAxis } from "recharts";
import type { LineSpec } from "#lib/series/chart-spec";
import { byVariable as paint } from "./paint";

/** Axes and lines: drawn once, whatever day is looked at, which keeps them quick, and lit. */
export const Plot = memo(({ spec }: { spec: LineSpec }) => {
	const { margin, width, height, fontSize, days, lines } = spec;
	const points = days.map((_, place) => ({
		place,
		...Object.fromEntries(lines.map(({ values }, i) => [`line${i}`, values[place] ?? null])),
	}));
	const tick = { fontSize, fill: paint("muted") };
	return (
		<ComposedChart
			width={width}
			height={height}
			margin={{ ...margin, bottom: 0, left: 0 }}
			data={points}
			accessibilityLayer={false}
		>
			<CartesianGrid vertical={false} stroke={paint("grid")} />
			<XAxis
				dataKey="place"
				type="number"
				domain={[Math.min(0, days.length - 2), days.length - 1]}
				ticks={spec.xTicks.map(({ at }) => at)}
				tickFormatter={(at: number) => spec.xTicks.find((one) => one.at === at)?.label ?? ""}
				height={margin.bottom}
				interval={0}
				tick={tick}
				tickSize={5}
				tickMargin={fontSize * 0.6}
				axisLine={{ stroke: paint("axis") }}
				tickLine={{ stroke: paint("axis") }}
			/>
			<YAxis
				scale={spec.axis}
				domain={[spec.yMin, spec.yMax]}
				ticks={spec.yTicks.map(({ at }) => at)}
				tickFormatter={(at: number) => spec.yTicks.find((one) => one.at === at)?.label ?? ""}
				width={margin.left}
				interval={0}
				tick={tick}
				tickSize={0}
				tickMargin={7}
				axisLine={false}
				tickLine={false}
			/>
			{lines.map((line, i) => drawn(spec, line, i))}
		</ComposedChart>
	);
});

function drawn({ kind, days, axis }: LineSpec, { bucket, colour }: LineSpec["lines"][number], i: number) {
	const common = {
		activeDot: false,
		dataKey: `line${i}`,
		"data-bucket": bucket,
		isAnimationActive: false,
		connectNulls: false,
		type: "linear",
	} as const;
	const dot = days.length === 1 ? { r: 2.5, fill: paint(colour) } : false;
	if (kind === "stack") {
		return (
			<Area
				key={bucket}
				{...common}
				stackId="whole"
				fill={paint(colour)}
				fillOpacity={1}
				stroke={paint("paper")}
				strokeWidth={0.75}
			/>
		);
	}
	if (kind === "area" && axis === "linear") {
		return (
			<Area
				key={bucket}
				{...common}
				fill={paint(colour)}
				fillOpacity={0.14}
				stroke={paint(colour)}
				strokeWidth={2}
				dot={dot}
			/>
		);
	}
	return <Line key={bucket} {...common} stroke={paint(colour)} strokeWidth={2} dot={dot} zIndex={500 - i} />;
}
