"use client";
import { useEffect, useRef, useState } from "react";
import { type LineSpec, placeAt } from "#lib/series/chart-spec";
import { periodAt } from "#lib/series/periods";
import { highlight, linked } from "./highlight";

/** px of the window. */
export interface Pointer {
	x: number;
	y: number;
}

interface ShownDay {
	place: number;
	/** Chosen by keyboard: its values are announced. */
	isRead: boolean;
}

interface Options {
	spec: LineSpec;
	scale: number;
	canvas: HTMLElement;
	pointer: Pointer | null;
}

/**
 * The day that the tooltip shows when the pointer does not move: the one chosen by keys, and at first the one under the
 * pointer, which rests where the static chart was. Recharts' own keys move by single days only and need a focus that the
 * canvas has before Recharts is loaded.
 */
export function useShownDay({ spec, scale, canvas, pointer }: Options) {
	const [shown, setShown] = useState<ShownDay | null>(() => dayUnder({ spec, scale, canvas, pointer }));
	// The keys start from the day that was shown last.
	const last = useRef<number | null>(shown?.place ?? null);
	const isTouch = useRef(false);

	useEffect(() => {
		const leave = () => {
			last.current = null;
			setShown(null);
			highlight(canvas.closest(linked) ?? canvas, null);
		};
		const onKey = (event: KeyboardEvent) => {
			if (event.target !== canvas || event.ctrlKey || event.metaKey || event.altKey) return;
			if (event.key === "Escape") return leave();
			const end = spec.days.length - 1;
			const from = last.current;
			const period = from === null ? undefined : periodAt(spec, from);
			// To the days beside it, or beside its week.
			const [back, on] = event.shiftKey
				? [7, 7]
				: period && from !== null
					? [from - period.from + 1, period.to - from + 1]
					: [1, 1];
			const to = {
				ArrowLeft: from === null ? end : from - back,
				ArrowRight: from === null ? 0 : from + on,
				Home: 0,
				End: end,
			}[event.key];
			if (to === undefined) return;
			event.preventDefault();
			last.current = Math.min(Math.max(to, 0), end);
			setShown({ place: last.current, isRead: true });
		};
		const onDown = ({ pointerType, clientX, clientY }: PointerEvent) => {
			isTouch.current = pointerType === "touch";
			if (isTouch.current) setShown(dayUnder({ spec, scale, canvas, pointer: { x: clientX, y: clientY } }));
		};
		// Lifting a finger is not leaving: the touched day stays until something else is touched.
		const onLeave = ({ pointerType }: PointerEvent) => pointerType !== "touch" && leave();
		const onMove = ({ pointerType }: PointerEvent) => {
			isTouch.current = pointerType === "touch";
		};
		const onElsewhere = ({ target }: PointerEvent) => target instanceof Node && !canvas.contains(target) && leave();
		const ended = new AbortController();
		const { signal } = ended;
		canvas.addEventListener("keydown", onKey, { signal });
		canvas.addEventListener("blur", leave, { signal });
		canvas.addEventListener("pointerdown", onDown, { signal });
		canvas.addEventListener("pointermove", onMove, { signal });
		canvas.addEventListener("pointerleave", onLeave, { signal });
		document.addEventListener("pointerdown", onElsewhere, { signal });
		return () => ended.abort();
	}, [spec, scale, canvas]);

	return {
		// The new chart may have fewer days than the one before.
		shown: shown && shown.place < spec.days.length ? shown : null,
		/** Recharts found the day under the pointer; its tooltip follows. A touched day stays when the finger is lifted. */
		onPointed: (place: number | null) => {
			last.current = place;
			if (!isTouch.current) setShown(null);
			else if (place !== null) setShown({ place, isRead: false });
		},
	};
}

function dayUnder({ spec, scale, canvas, pointer }: Options): ShownDay | null {
	if (!pointer) return null;
	const box = canvas.getBoundingClientRect();
	const isInside = pointer.y >= box.top && pointer.y <= box.bottom && pointer.x >= box.left && pointer.x <= box.right;
	return isInside ? { place: placeAt(spec, (pointer.x - box.left) / scale), isRead: false } : null;
}
