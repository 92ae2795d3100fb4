"use client";
/** Makes tabs of a row of links to the parts below it. */

interface Tabs {
	/** The id of the part that is shown. */
	current(): string;
}

/** `shown` is called with each part that comes into sight. */
export function wireTabs(content: HTMLElement, first: string | undefined, shown: (part: Element) => void): Tabs {
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
