/**
 * The scripts inside standalone documents. A document gets the text of a function, so each function must be complete in
 * itself: it may use its parameters and what browsers have, nothing of this module and no import.
 */
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

export const embedScript = `(${announceHeight})(${JSON.stringify(embedMessage)})`;
export const slideScript = `(${leadThroughSlides})()`;
