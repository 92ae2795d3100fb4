"use client";
import { type ComponentType, type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { LineSpec } from "#lib/series/chart-spec";
import type { LiveProps } from "./live-chart";

interface Props {
	/** Address of the spec as JSON; the size is added. */
	href: string;
	label: string;
	/** Which keys move the brush, for screen readers. */
	rangeKeys: string;
	/** The static chart. */
	children: ReactNode;
}

interface Live {
	Chart: ComponentType<LiveProps>;
	spec: LineSpec;
}

/**
 * The static chart, until a reader points at it, touches it or focuses it: then the interactive one is fetched and takes its
 * place in the same geometry. Whatever fails on the way, the static chart stays.
 */
export function InteractiveChart({ href, label, rangeKeys, children }: Props) {
	const canvas = useRef<HTMLDivElement>(null);
	const [wanted, setWanted] = useState(false);
	const [size, setSize] = useState<string>();
	const [live, setLive] = useState<Live>();
	const [scale, setScale] = useState(1);
	const pointer = useRef<LiveProps["pointer"]>(null);

	useEffect(() => {
		const element = canvas.current;
		if (!element) return;
		// The pointer or the focus may have arrived before this script: those events are over.
		if (element.matches(":hover") || element.contains(document.activeElement)) setWanted(true);
		return linkRows(element.closest("[data-linked]"));
	}, []);

	useEffect(() => {
		const element = canvas.current;
		if (!wanted || !element) return;
		const observer = new ResizeObserver(() => {
			const shown = [...element.querySelectorAll("svg[data-size]")].find((svg) => svg.clientWidth > 0);
			if (!(shown instanceof SVGSVGElement)) return;
			setSize(shown.dataset.size);
			setScale(shown.clientWidth / shown.viewBox.baseVal.width);
		});
		observer.observe(element);
		return () => observer.disconnect();
	}, [wanted]);

	useEffect(() => {
		if (!size) return;
		const cancelled = new AbortController();
		const address = new URL(href, location.href);
		address.searchParams.set("size", size);
		Promise.all([import("./live-chart"), fetch(address, { signal: cancelled.signal })])
			.then(async ([{ LiveChart }, response]) => {
				setLive(response.ok ? { Chart: LiveChart, spec: await response.json() } : undefined);
			})
			.catch(() => cancelled.signal.aborted || setLive(undefined));
		return () => cancelled.abort();
	}, [href, size]);

	const want = ({ clientX, clientY, pointerType }: Partial<PointerEvent>) => {
		if (pointerType) pointer.current = { x: clientX ?? 0, y: clientY ?? 0 };
		setWanted(true);
	};
	const isShown = live && live.spec.size === size;
	return (
		<div
			className="canvas"
			ref={canvas}
			role="application"
			aria-label={label}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys walk through its days
			tabIndex={0}
			onPointerEnter={want}
			onPointerDown={want}
			onFocus={() => setWanted(true)}
		>
			<div className={isShown ? "covered" : undefined}>{children}</div>
			{isShown && canvas.current && (
				<live.Chart
					spec={live.spec}
					scale={scale}
					canvas={canvas.current}
					pointer={pointer.current}
					rangeKeys={rangeKeys}
				/>
			)}
		</div>
	);
}

/** Links the rows of the table with their lines, when somebody first points at anything. */
function linkRows(scope: Element | null): (() => void) | undefined {
	if (!scope) return;
	const ended = new AbortController();
	const begun = new AbortController();
	const link = ({ target }: Event) => {
		begun.abort();
		import("./highlight").then(({ followRows }) => followRows(scope, ended.signal, target)).catch(() => {});
	};
	for (const kind of ["pointerover", "focusin"]) scope.addEventListener(kind, link, { signal: begun.signal });
	return () => {
		begun.abort();
		ended.abort();
	};
}
