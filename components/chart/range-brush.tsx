"use client";
import { type KeyboardEvent, useState } from "react";
import { formatDay } from "#lib/format";
import type { LineSpec } from "#lib/series/chart-spec";

/** px of the page. `stripHeight` is as in chart.css; `reach` is how far from a handle a finger still hits it. */
export const stripHeight = 32;
export const handle = { width: 8, height: 22, reach: 8 };

interface Range {
	startIndex: number;
	endIndex: number;
}

interface Options {
	spec: LineSpec;
	canvas: HTMLElement;
	/** Which keys do what, for screen readers. */
	keys: string;
}

/**
 * Chooses days by Recharts' brush. The choice goes through the form for a range beside the chart, so it has the same address,
 * and Back undoes it. Where there is no such form, there is no brush. Handles move with the pointer and the arrow keys; releasing
 * the pointer, or Enter, applies the choice, Escape drops it.
 */
export function useRangeBrush({ spec, canvas, keys }: Options) {
	const form = canvas.closest("figure")?.querySelector<HTMLFormElement>(".own-range form, .marked-range") ?? null;
	const [range, setRange] = useState<Range | null>(null);
	const [revision, setRevision] = useState(0);
	const { days, language } = spec;
	const end = days.length - 1;
	const { startIndex, endIndex } = range ?? { startIndex: 0, endIndex: end };
	const isNarrower = startIndex > 0 || endIndex < end;

	/** Recharts gives both handles one name, and their pixels as values. */
	const describe = (slider: Element | null) => {
		const handles = [...(slider?.parentElement?.querySelectorAll(".recharts-brush-traveller") ?? [])];
		const isFirst = slider === handles[0];
		const place = isFirst ? startIndex : endIndex;
		const name = dayFields(form)[isFirst ? 0 : 1]?.labels?.[0]?.textContent ?? "";
		const day = days[place];
		slider?.setAttribute("aria-label", `${name}. ${keys}`);
		slider?.setAttribute("aria-valuemin", "0");
		slider?.setAttribute("aria-valuemax", `${end}`);
		slider?.setAttribute("aria-valuenow", `${place}`);
		slider?.setAttribute("aria-valuetext", day ? formatDay(day, language) : "");
	};

	const apply = (chosen: Range) => {
		const [from, to] = [days[chosen.startIndex], days[chosen.endIndex]];
		const [first, last] = dayFields(form);
		if (!from || !to || !first || !last || (chosen.startIndex === 0 && chosen.endIndex === end)) return;
		first.value = from;
		last.value = to;
		form?.requestSubmit();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (!(event.target instanceof Element && event.target.closest(".recharts-brush-traveller"))) return;
		if (event.key === "Enter") apply({ startIndex, endIndex });
		else if (event.key === "Escape") {
			setRange(null);
			setRevision(revision + 1);
		}
	};
	const [from, to] = [days[startIndex], days[endIndex]];
	return {
		isOffered: form !== null && days.length > 2,
		/** The days that are being chosen. */
		text:
			isNarrower && from && to ? `${formatDay(from, language, "short")} – ${formatDay(to, language, "short")}` : null,
		/** Grows when a choice is dropped. */
		revision,
		describe,
		onKeyDown,
		onChange: ({ startIndex = 0, endIndex = end }: Partial<Range>) => setRange({ startIndex, endIndex }),
		onDragEnd: ({ startIndex = 0, endIndex = end }: Partial<Range>) => apply({ startIndex, endIndex }),
	};
}

/** The fields for the first and the last day. */
function dayFields(form: HTMLFormElement | null): HTMLInputElement[] {
	return [...(form?.querySelectorAll<HTMLInputElement>("input[type=date]") ?? [])];
}

interface HandleProps {
	x: number;
	y: number;
	width: number;
	height: number;
	/** Called with the element that Recharts makes a slider, whenever it is drawn. */
	describe(slider: Element | null): void;
}

export function Handle({ x, y, width, height, describe }: HandleProps) {
	return (
		<g className="handle" ref={(drawn) => describe(drawn?.parentElement ?? null)}>
			<rect
				x={x - handle.reach}
				y={y}
				width={width + 2 * handle.reach}
				height={height}
				fill="transparent"
				stroke="none"
			/>
			<rect x={x} y={y} width={width} height={height} rx={3} />
		</g>
	);
}
