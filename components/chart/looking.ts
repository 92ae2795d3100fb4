"use client";
import { useEffect } from "react";
import type { LineSpec } from "#lib/series/chart-spec";
import { bucketAt, placeAt } from "#lib/series/line-at";
import { highlight, linked } from "./highlight";

export interface LiveProps {
	spec: LineSpec;
	/** Of the chart on the page: px for each of the spec's. */
	scale: number;
	/** Takes the focus and the pointer. */
	canvas: HTMLElement;
	/** Where somebody pointed before the chart was here, px of the window. */
	pointed: { x: number; y: number } | null;
}

export interface Looked {
	place: number;
	/** By keyboard: then the values are read out. */
	byKey: boolean;
}

/** Follows the pointer, the finger and the keys. */
export function useLooking(
	{ spec, scale, canvas, pointed }: LiveProps,
	looked: Looked | null,
	setLooked: (to: Looked | null) => void,
): void {
	useEffect(() => {
		const scope = canvas.closest(linked) ?? canvas;
		const lookAt = (clientX: number, clientY: number) => {
			const box = canvas.getBoundingClientRect();
			const place = placeAt(spec, (clientX - box.left) / scale);
			setLooked({ place, byKey: false });
			highlight(scope, bucketAt(spec, place, (clientY - box.top) / scale));
		};
		const leave = () => {
			setLooked(null);
			highlight(scope, null);
		};
		const onPointer = ({ clientX, clientY }: PointerEvent) => lookAt(clientX, clientY);
		// A finger that was lifted has not left: what it touched stays to be read, until it touches something else.
		const onLeave = ({ pointerType }: PointerEvent) => pointerType !== "touch" && leave();
		const onElsewhere = ({ target }: PointerEvent) => target instanceof Node && !canvas.contains(target) && leave();
		const onKey = (event: KeyboardEvent) => {
			const last = spec.days.length - 1;
			const step = event.shiftKey ? 7 : 1;
			const from = looked?.place;
			const to = {
				ArrowLeft: from === undefined ? last : from - step,
				ArrowRight: from === undefined ? 0 : from + step,
				Home: 0,
				End: last,
			}[event.key];
			if (event.key === "Escape") return leave();
			if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
			event.preventDefault();
			setLooked({ place: Math.min(Math.max(to, 0), last), byKey: true });
		};
		const ended = new AbortController();
		const { signal } = ended;
		canvas.addEventListener("pointermove", onPointer, { signal });
		canvas.addEventListener("pointerdown", onPointer, { signal });
		canvas.addEventListener("pointerleave", onLeave, { signal });
		canvas.addEventListener("keydown", onKey, { signal });
		canvas.addEventListener("blur", leave, { signal });
		document.addEventListener("pointerdown", onElsewhere, { signal });
		return () => ended.abort();
	}, [spec, scale, canvas, looked, setLooked]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: where somebody pointed counts once, when the chart comes
	useEffect(() => {
		if (!pointed) return;
		const box = canvas.getBoundingClientRect();
		const isInside = pointed.y >= box.top && pointed.y <= box.bottom && pointed.x >= box.left && pointed.x <= box.right;
		if (isInside) setLooked({ place: placeAt(spec, (pointed.x - box.left) / scale), byKey: false });
	}, []);
}
