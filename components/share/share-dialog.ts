"use client";
import "./share.css";
import "./share-dialog.css";

/**
 * Shows the content of `/share/{slug}` in a dialog, with tabs, copy buttons, texts that are loaded when they are shown, and a
 * picture that follows its form.
 */

/** `opener` links to the shown page, and gets the focus back. */
export async function openShareDialog(opener: HTMLAnchorElement): Promise<void> {
	const content = await contentOf(opener.href);
	const dialog = document.createElement("dialog");
	dialog.className = "share-dialog";
	dialog.setAttribute("aria-labelledby", "share-title");
	const close = buttonOf("close", "×", () => dialog.close());
	close.setAttribute("aria-label", content.dataset.close ?? "");
	const place = document.createElement("div");
	dialog.append(place, close);

	const show = (shown: HTMLElement, tab?: string) => {
		place.replaceChildren(shown);
		wire(shown, tab, async (href, current) => show(await contentOf(href), current));
	};
	dialog.addEventListener("close", () => {
		dialog.remove();
		opener.focus();
	});
	dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
	document.body.append(dialog);
	show(content);
	dialog.showModal();
	content.querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus();
}

async function contentOf(href: string): Promise<HTMLElement> {
	const response = await fetch(href);
	const text = await response.text();
	// The page's policy does not allow the style of another document, not even while it is parsed.
	const withoutStyle = text.replace(/<style>[\s\S]*?<\/style>/, "");
	const content = new DOMParser().parseFromString(withoutStyle, "text/html").querySelector<HTMLElement>(".sharing");
	if (!response.ok || !content) throw new Error(`nothing to share: ${response.status}`);
	return document.adoptNode(content);
}

type Switch = (href: string, tab: string) => Promise<void>;

function wire(content: HTMLElement, tab: string | undefined, change: Switch): void {
	const tabs = wireTabs(content, tab, (section) => loadTexts(section, content));
	for (const link of content.querySelectorAll<HTMLAnchorElement>("a[data-switch]")) {
		link.addEventListener("click", (event) => {
			if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
			event.preventDefault();
			const { href } = link;
			change(href, tabs.current()).then(
				() =>
					[...document.querySelectorAll<HTMLAnchorElement>(".share-dialog a[data-switch]")]
						.find((one) => one.href === href)
						?.focus(),
				() => location.assign(href),
			);
		});
	}
	for (const field of content.querySelectorAll<HTMLElement>("[data-copies]:not([data-loads])")) addCopy(field, content);
	const form = content.querySelector("form");
	const preview = content.querySelector<HTMLImageElement>("img[data-loads]");
	if (form && preview) wirePreview(form, preview);
}

async function loadTexts(section: Element, content: HTMLElement): Promise<void> {
	const status = content.querySelector<HTMLElement>("[role=status]");
	for (const field of section.querySelectorAll<HTMLElement>("div[data-loads]")) {
		const { loads = "", name = "" } = field.dataset;
		field.removeAttribute("data-loads");
		const text = document.createElement("pre");
		text.tabIndex = 0;
		text.setAttribute("aria-label", name);
		text.textContent = status?.dataset.loading ?? "";
		field.append(text);
		fetch(loads)
			.then(async (response) => {
				if (!response.ok) throw new Error(String(response.status));
				text.textContent = await response.text();
				addCopy(field, content);
			})
			.catch(() => {
				text.textContent = status?.dataset.failed ?? "";
			});
	}
}

/** Turns a row of links to the parts below it into tabs. */

interface Tabs {
	/** The id of the part that is shown. */
	current(): string;
}

/** `shown` is called with each part that becomes visible. */
function wireTabs(content: HTMLElement, first: string | undefined, shown: (part: Element) => void): Tabs {
	const row = content.querySelector(".parts");
	const links = [...content.querySelectorAll<HTMLAnchorElement>(".parts a")];
	const parts = links.flatMap((link) => content.querySelector(link.hash) ?? []);
	row?.setAttribute("role", "tablist");
	let current = 0;
	const show = (place: number) => {
		current = (place + links.length) % links.length;
		for (const [i, link] of links.entries()) {
			link.setAttribute("aria-selected", String(i === current));
			link.tabIndex = i === current ? 0 : -1;
			parts[i]?.toggleAttribute("hidden", i !== current);
		}
		const part = parts[current];
		if (part) shown(part);
	};
	for (const [i, link] of links.entries()) {
		link.setAttribute("role", "tab");
		link.setAttribute("aria-controls", link.hash.slice(1));
		parts[i]?.setAttribute("role", "tabpanel");
		parts[i]?.setAttribute("aria-labelledby", link.id);
		link.addEventListener("click", (event) => {
			event.preventDefault();
			show(i);
		});
		link.addEventListener("keydown", ({ key }) => {
			const to = { ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: links.length - 1 }[key];
			if (to !== undefined) {
				show(to);
				links[current]?.focus();
			} else if (key === " ") show(i);
		});
	}
	show(
		Math.max(
			links.findIndex((link) => link.hash === `#${first}`),
			0,
		),
	);
	return { current: () => links[current]?.hash.slice(1) ?? "" };
}

function buttonOf(name: string, text: string, press: () => void): HTMLButtonElement {
	const button = document.createElement("button");
	button.type = "button";
	button.className = name;
	button.textContent = text;
	button.addEventListener("click", press);
	return button;
}

/** Adds a copy button to a text. The button confirms visibly and to screen readers. */
function addCopy(field: HTMLElement, content: HTMLElement): void {
	const status = content.querySelector<HTMLElement>("[role=status]");
	const label = field.dataset.copies ?? "";
	const button = buttonOf("copy", label, async () => {
		const source = field.querySelector<HTMLElement>("input, textarea, pre");
		const text =
			source instanceof HTMLInputElement || source instanceof HTMLTextAreaElement
				? source.value
				: (source?.textContent ?? "");
		const isCopied = await navigator.clipboard?.writeText(text).then(
			() => true,
			() => false,
		);
		if (!isCopied) select(source);
		const message = (isCopied ? status?.dataset.copied : status?.dataset.notCopied) ?? "";
		button.textContent = message;
		button.toggleAttribute("data-done", isCopied);
		if (status) status.textContent = message;
		setTimeout(() => {
			button.textContent = label;
			button.removeAttribute("data-done");
			if (status) status.textContent = "";
		}, 2500);
	});
	(field.parentElement?.querySelector(":scope > .named") ?? field).append(button);
}

/** If the browser does not allow copying, the text is selected instead. */
function select(source: HTMLElement | null): void {
	if (source instanceof HTMLInputElement || source instanceof HTMLTextAreaElement) source.select();
	else if (source) getSelection()?.selectAllChildren(source);
}

/** Updates the preview of the picture when its form changes. */
function wirePreview(form: HTMLFormElement, preview: HTMLImageElement): void {
	form.addEventListener("change", () => {
		const fields = [...new FormData(form)].filter(
			([name, value]) => typeof value === "string" && value !== "" && name !== "scale",
		);
		preview.src = `${preview.dataset.loads}?${new URLSearchParams(fields as [string, string][])}`;
	});
}
