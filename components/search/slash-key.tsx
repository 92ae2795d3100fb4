"use client";
import { useEffect } from "react";

/** Fields in which `/` is a character. */
const typing = "input, textarea, select, [contenteditable]";

/** `/` moves the focus to the search box. */
export function SlashKey() {
	useEffect(() => {
		const focus = (event: KeyboardEvent) => {
			const { key, ctrlKey, metaKey, altKey, target } = event;
			if (key !== "/" || ctrlKey || metaKey || altKey || event.defaultPrevented) return;
			if (target instanceof Element && target.closest(typing)) return;
			const box = document.querySelector<HTMLInputElement>("[data-search]");
			// A phone has no room for it.
			if (!box?.checkVisibility()) return;
			event.preventDefault();
			box.focus();
			box.select();
		};
		document.addEventListener("keydown", focus);
		return () => document.removeEventListener("keydown", focus);
	}, []);
	return null;
}
