"use client";
/**
 * One category, pointed out in chart and table together. Everything that shows a bucket says so in `data-bucket`; the
 * style sheet dims what is not lit.
 */

/** Contains a statistic's chart and its table. */
export const linked = "[data-linked]";

export function highlight(scope: Element, bucket: string | null): void {
	const all = [...scope.querySelectorAll("[data-bucket]")];
	const lit = all.filter((one) => bucket !== null && one.getAttribute("data-bucket") === bucket);
	// A row without a line must not dim the lines of others.
	const isDrawn = lit.some((one) => one instanceof SVGElement);
	for (const one of all) one.toggleAttribute("data-lit", lit.includes(one));
	scope.toggleAttribute("data-dimmed", isDrawn);
}

/** Rows light up their lines, for the pointer and for the focus. `first` is the element under the pointer now. */
export function followRows(scope: Element, signal: AbortSignal, first: EventTarget | null): void {
	const bucketOf = (target: EventTarget | null) =>
		target instanceof Element
			? (target.closest("tbody tr[data-bucket], li[data-bucket]")?.getAttribute("data-bucket") ?? null)
			: null;
	let last: string | null = null;
	const follow = (target: EventTarget | null) => {
		// The chart handles its own pointer events.
		if (target instanceof Element && target.closest(".canvas")) return;
		const bucket = bucketOf(target);
		if (bucket === last) return;
		last = bucket;
		highlight(scope, bucket);
	};
	const leave = () => {
		last = null;
		highlight(scope, null);
	};
	scope.addEventListener("pointerover", ({ target }) => follow(target), { signal });
	scope.addEventListener("focusin", ({ target }) => follow(target), { signal });
	scope.addEventListener("pointerleave", leave, { signal });
	// The pointer may have been there before this script was loaded.
	if (!signal.aborted) follow(first);
}
