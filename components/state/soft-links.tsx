"use client";
import { useRouter } from "next/navigation";
import { useEffect, useLayoutEffect, useRef, useTransition } from "react";
import { findRows } from "./find-rows";

/** The link that was followed, by its name, and from where. The page gives this script a key, so that each change runs it anew. */
let followed: { name: string | undefined; scrolled: number } | undefined;

/**
 * Links and forms that only change how this page is looked at (`data-soft`, with a name for each) change it in place: no
 * reload, no jump. Rows of a table are found while somebody writes. Without this script they are plain links and forms.
 */
export function SoftLinks() {
	const router = useRouter();
	const [isPending, begin] = useTransition();
	const told = useRef<HTMLParagraphElement>(null);

	useEffect(() => {
		document.documentElement.toggleAttribute("data-changing", isPending);
	}, [isPending]);

	// Before anything is painted: the browser held on to something that is no longer there.
	useLayoutEffect(() => {
		if (followed) scrollTo({ top: followed.scrolled, behavior: "instant" });
	}, []);

	useEffect(() => {
		if (followed === undefined) return;
		const name = CSS.escape(followed.name ?? "");
		followed = undefined;
		if (document.activeElement === document.body) {
			// A link that took itself away leaves the focus to what is made for it, or what is above.
			const next =
				document.querySelector(`a[data-soft="${name}"]`) ??
				document.querySelector(`[data-after="${name}"]`) ??
				document.querySelector(".toolbar a");
			if (next instanceof HTMLElement) next.focus({ preventScroll: true });
		}
		const said = document.querySelector(".sentence")?.textContent ?? "";
		const telling = setTimeout(() => told.current?.replaceChildren(said), 200);
		return () => clearTimeout(telling);
	}, []);

	useEffect(() => {
		const ended = new AbortController();
		const { signal } = ended;
		const go = (name: string | undefined, href: string) => {
			followed = { name, scrolled: scrollY };
			begin(() => router.push(href, { scroll: false }));
		};
		const onClick = (event: MouseEvent) => {
			const target = event.target instanceof Element ? event.target : null;
			for (const open of document.querySelectorAll("details.own-range[open]"))
				if (!open.contains(target)) open.removeAttribute("open");
			const link = target?.closest("a[data-soft]");
			const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
			if (!(link instanceof HTMLAnchorElement) || !isPlain || event.defaultPrevented) return;
			event.preventDefault();
			go(link.dataset.soft, link.href);
		};
		const onSubmit = (event: SubmitEvent) => {
			const form = event.target;
			if (!(form instanceof HTMLFormElement) || form.dataset.soft === undefined) return;
			event.preventDefault();
			if (form.dataset.rows === undefined) go(form.dataset.soft, addressOf(form));
		};
		const onInput = ({ target }: Event) => {
			const form = target instanceof HTMLInputElement ? target.form : null;
			if (form?.dataset.rows !== undefined) findRows(form);
		};
		document.addEventListener("click", onClick, { signal });
		document.addEventListener("submit", onSubmit, { signal });
		document.addEventListener("input", onInput, { signal });
		return () => ended.abort();
	}, [router]);

	return <p className="unseen" role="status" ref={told} />;
}

function addressOf(form: HTMLFormElement): string {
	const given = [...new FormData(form)].flatMap(([name, value]) =>
		typeof value === "string" && value.trim() ? [[name, value.trim()]] : [],
	);
	const query = new URLSearchParams(given).toString();
	return form.action.replace(/[?#].*/, "") + (query && `?${query}`);
}
