"use client";
import { useRouter } from "next/navigation";
import { useEffect, useLayoutEffect, useRef, useTransition } from "react";

/** The name of the link that was followed, and the scroll position. The page gives this script a key, so that each change runs it anew. */
let followed: { name: string | undefined; scrolled: number } | undefined;

/**
 * Links and forms that only change the view of this page (`data-soft`, with a name for each) change it in place: no reload,
 * no jump. Rows of a table are found while somebody types. Without this script they are plain links and forms.
 */
export function SoftLinks() {
	const router = useRouter();
	const [isPending, begin] = useTransition();
	const announcement = useRef<HTMLParagraphElement>(null);

	useEffect(() => {
		document.documentElement.toggleAttribute("data-changing", isPending);
	}, [isPending]);

	// Before anything is painted: the browser has scrolled to keep something in place that is gone.
	useLayoutEffect(() => {
		if (followed) scrollTo({ top: followed.scrolled, behavior: "instant" });
	}, []);

	useEffect(() => {
		if (followed === undefined) return;
		const name = CSS.escape(followed.name ?? "");
		followed = undefined;
		if (document.activeElement === document.body) {
			// If the link is gone, the focus moves to the element named for that, or to the toolbar.
			const next =
				document.querySelector(`a[data-soft="${name}"]`) ??
				document.querySelector(`[data-after="${name}"]`) ??
				document.querySelector(".toolbar a");
			if (next instanceof HTMLElement) next.focus({ preventScroll: true });
		}
		const sentence = document.querySelector(".sentence")?.textContent ?? "";
		const timer = setTimeout(() => announcement.current?.replaceChildren(sentence), 200);
		return () => clearTimeout(timer);
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

	return <p className="unseen" role="status" ref={announcement} />;
}

function addressOf(form: HTMLFormElement): string {
	const fields = [...new FormData(form)].flatMap(([name, value]) =>
		typeof value === "string" && value.trim() ? [[name, value.trim()]] : [],
	);
	const query = new URLSearchParams(fields).toString();
	return form.action.replace(/[?#].*/, "") + (query && `?${query}`);
}

/**
 * Shows the rows that match the search. All rows are in the page already; the address and the links get the search text, as
 * if the server had answered.
 */
function findRows(form: HTMLFormElement): void {
	const field = form.querySelector<HTMLInputElement>("input[type=search]");
	const { name = "" } = field ?? {};
	const text = (field?.value ?? "").trim().replace(/\s+/g, " ");
	const wanted = text.toLowerCase();
	// Both the choice beside the chart and the table have an entry for each category.
	const entries = [...document.querySelectorAll<HTMLElement>("[data-label]")];
	for (const entry of entries) entry.hidden = !(entry.dataset.label ?? "").toLowerCase().includes(wanted);
	const found = entries.filter((entry) => entry.matches("tr") && !entry.hidden).length;
	const output = form.querySelector("output");
	const pattern = output?.dataset.found;
	if (output && pattern) output.textContent = wanted ? pattern.replace("{found}", `${found}`) : "";
	form.parentElement?.querySelector(".nothing")?.toggleAttribute("hidden", found > 0);

	const withSearch = (address: string) => {
		const url = new URL(address);
		url.searchParams.delete(name);
		if (text) url.searchParams.set(name, text);
		return url.href;
	};
	for (const link of document.querySelectorAll<HTMLAnchorElement>(links)) link.href = withSearch(link.href);
	for (const other of document.querySelectorAll<HTMLFormElement>(forms)) {
		const hidden = other.querySelector<HTMLInputElement>(`input[name=${name}]`) ?? document.createElement("input");
		Object.assign(hidden, { type: "hidden", name, value: text, disabled: !text });
		if (!hidden.form) other.prepend(hidden);
	}
	history.replaceState(null, "", withSearch(location.href));
}

/** Links and forms that keep the search: all but the link that clears it. */
const links = "a[data-soft]:not([data-soft='all rows']), .products a, .dates a, .historic a, a.language";
const forms = "form.dates, form[data-soft]:not([data-rows])";
