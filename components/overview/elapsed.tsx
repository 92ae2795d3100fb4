"use client";
import { useEffect, useState } from "react";
import { formatElapsed } from "#lib/format";

interface Props {
	/** From the event to the moment when the page was rendered. */
	milliseconds: number;
}

/** The time since an event, as `HH:MM:SS`. It goes on while the page is open, whatever the clock of the browser shows. */
export function Elapsed({ milliseconds }: Props) {
	const [passed, setPassed] = useState(milliseconds);
	useEffect(() => {
		const begun = performance.now();
		const timer = setInterval(() => setPassed(milliseconds + performance.now() - begun), 1000);
		return () => clearInterval(timer);
	}, [milliseconds]);
	return formatElapsed(passed);
}
