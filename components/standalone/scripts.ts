/**
 * The scripts inside standalone documents. A document gets the text of a function, so each function must be complete in
 * itself: it may use its parameters and what browsers have, nothing of this module and no import.
 */
import type { EmbeddedDays } from "#lib/sharing/embedded-days";
import { embedMessage } from "#lib/sharing/standalone-chart";

/** Tells the page around how high the document wants to be, whatever height it has. */
function announceHeight(type: string): void {
	let announced: number | undefined;
	const announce = () => {
		const main = document.querySelector("main");
		const footer = document.querySelector("footer");
		if (!main || !footer) return;
		const picture = [...document.querySelectorAll<HTMLElement>(".picture")].find((one) => one.offsetWidth > 0);
		const box = picture?.querySelector("svg")?.viewBox.baseVal;
		const content = picture && box ? (picture.offsetWidth * box.height) / box.width : main.scrollHeight;
		const height = Math.ceil(main.offsetTop + content + footer.offsetHeight);
		if (height === announced) return;
		announced = height;
		parent.postMessage({ type, height }, "*");
	};
	if (parent === window) return;
	new ResizeObserver(announce).observe(document.documentElement);
	announce();
}

/** Shows the values of the day under the pointer or the finger, or the one that the arrow keys lead to. */
function showDays(): void {
	const text = document.querySelector("#days")?.textContent;
	const box = document.querySelector<HTMLElement>("#values");
	if (!text || !box) return;
	const { locale, isShare, isStack, digits, daysCount, days, lines, plots }: EmbeddedDays = JSON.parse(text);
	const number = new Intl.NumberFormat(locale, {
		style: isShare ? "percent" : "decimal",
		maximumFractionDigits: digits,
	});
	const date = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
	// The Russian format ends in an abbreviation of "year".
	const dateOf = (day: number, last = day) => {
		const parts = date.formatRangeToParts(day * 86_400_000, last * 86_400_000);
		if (parts.at(-1)?.type === "literal") parts.pop();
		return parts.map(({ value }) => value).join("");
	};
	const write = <Name extends keyof HTMLElementTagNameMap>(name: Name, content: string | Node[]) => {
		const element = document.createElement(name);
		element.append(...(typeof content === "string" ? [content] : content));
		return element;
	};
	let shown = days.length - 1;
	const show = (picture: HTMLElement, at: number) => {
		const [, day, last] = days[at] ?? [];
		const drawing = picture.querySelector("svg");
		const plot = plots[drawing?.dataset.size ?? ""];
		if (day === undefined || !drawing || !plot) return;
		shown = at;
		const rows = lines
			.map(({ name, colour, values }) => ({ name, colour, value: values[at] ?? null }))
			.filter(({ value }) => value !== null)
			.sort((one, other) => (isStack ? 0 : Number(other.value) - Number(one.value)))
			.map(({ name, colour, value }) => {
				const mark = write("i", "");
				mark.style.background = `var(--${colour})`;
				const text = number.format(isShare ? Number(value) / 100 : Number(value));
				return write("tr", [write("th", [mark, document.createTextNode(name)]), write("td", text)]);
			});
		box.replaceChildren(write("p", dateOf(day, last)), write("table", [write("tbody", rows)]));
		box.hidden = false;
		const area = drawing.getBoundingClientRect();
		const scale = area.width / drawing.viewBox.baseVal.width;
		const [left, right] = plot;
		const x = area.left + (left + ((days[at]?.[0] ?? 0) / Math.max(daysCount - 1, 1)) * (right - left)) * scale;
		const isRight = x > innerWidth / 2;
		box.style.left = `${Math.max(4, isRight ? x - box.offsetWidth - 12 : x + 12)}px`;
		box.style.top = `${area.top + scrollY}px`;
		cursor.style.left = `${x}px`;
		cursor.style.top = `${area.top + scrollY}px`;
		cursor.style.height = `${area.height}px`;
		cursor.hidden = false;
	};
	const cursor = write("div", "");
	cursor.className = "cursor";
	cursor.hidden = true;
	document.body.append(cursor);
	const hide = () => {
		box.hidden = true;
		cursor.hidden = true;
	};
	for (const picture of document.querySelectorAll<HTMLElement>(".picture")) {
		picture.tabIndex = 0;
		const follow = ({ clientX }: PointerEvent) => {
			const drawing = picture.querySelector("svg");
			const [left, right] = plots[drawing?.dataset.size ?? ""] ?? [];
			if (!drawing || left === undefined || right === undefined) return;
			const area = drawing.getBoundingClientRect();
			const scale = area.width / drawing.viewBox.baseVal.width;
			const place = (((clientX - area.left) / scale - left) / (right - left)) * (daysCount - 1);
			const distances = days.map(([one]) => Math.abs(one - place));
			show(picture, distances.indexOf(Math.min(...distances)));
		};
		picture.addEventListener("pointermove", follow);
		picture.addEventListener("pointerdown", follow);
		picture.addEventListener("pointerleave", ({ pointerType }) => {
			// A finger that was lifted has left: what it touched stays.
			if (pointerType === "mouse") hide();
		});
		picture.addEventListener("blur", hide);
		picture.addEventListener("keydown", (event) => {
			const steps: Record<string, number> = {
				ArrowLeft: -1,
				ArrowRight: 1,
				PageUp: -30,
				PageDown: 30,
				Home: -days.length,
				End: days.length,
			};
			const step = steps[event.key];
			if (event.key === "Escape") hide();
			if (step === undefined) return;
			event.preventDefault();
			show(picture, Math.min(Math.max(box.hidden ? shown : shown + step, 0), days.length - 1));
		});
	}
}

/**
 * Keys and swipes lead through the slides. Leaving an address ends the full screen, so there the next slide takes the
 * place of this one.
 */
function leadThroughSlides(): void {
	type Direction = "next" | "prev" | "up";
	const directions: Record<string, Direction> = {
		ArrowRight: "next",
		PageDown: "next",
		ArrowLeft: "prev",
		PageUp: "prev",
		Escape: "up",
	};
	const go = (direction: Direction) => {
		const link = document.querySelector<HTMLAnchorElement>(`a[rel=${direction}]`);
		if (!link) return;
		if (direction === "up" || !document.fullscreenElement) {
			location.assign(link.href);
			return;
		}
		fetch(link.href)
			.then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)))
			.then((text) => {
				const other = new DOMParser().parseFromString(text, "text/html");
				history.pushState(null, "", link.href);
				document.title = other.title;
				document.body.replaceWith(other.body);
				showButton();
			})
			.catch(() => location.assign(link.href));
	};
	const toggleFullScreen = () => {
		if (document.fullscreenElement) document.exitFullscreen();
		else document.documentElement.requestFullscreen().catch(() => {});
	};
	const showButton = () => {
		const button = document.querySelector("button");
		if (!button || !document.fullscreenEnabled) return;
		button.hidden = false;
		button.onclick = toggleFullScreen;
	};
	addEventListener("keydown", (event) => {
		if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
		const direction = directions[event.key];
		if (event.key === "f" || event.code === "KeyF") toggleFullScreen();
		else if (direction) {
			event.preventDefault();
			go(direction);
		}
	});
	let begun: Touch | undefined;
	addEventListener(
		"touchstart",
		({ touches }) => {
			begun = touches.length === 1 ? touches[0] : undefined;
		},
		{ passive: true },
	);
	addEventListener(
		"touchend",
		({ changedTouches: [ended] }) => {
			if (begun && ended) {
				const [x, y] = [ended.clientX - begun.clientX, ended.clientY - begun.clientY];
				if (Math.abs(x) > 50 && Math.abs(x) > 2 * Math.abs(y)) go(x < 0 ? "next" : "prev");
			}
			begun = undefined;
		},
		{ passive: true },
	);
	addEventListener("popstate", () => location.reload());
	showButton();
}

export const embedScript = `(${announceHeight})(${JSON.stringify(embedMessage)});(${showDays})()`;
export const slideScript = `(${leadThroughSlides})()`;
