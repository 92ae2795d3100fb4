"use client";
/**
 * The content of `/share/{slug}` in a dialog over the page: with tabs, buttons that copy, texts that are loaded when they
 * are looked at, and a picture that follows its form. The content itself comes whole from the server.
 */
import { addCopy, buttonOf } from "./copy";
import { wirePreview } from "./picture-preview";
import "./share.css";
import "./share-dialog.css";
import { wireTabs } from "./tabs";

/** `opener` links to the page that is shown, and gets the focus back. */
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
	const content = new DOMParser().parseFromString(text, "text/html").querySelector<HTMLElement>(".sharing");
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
