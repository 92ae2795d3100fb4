"use client";
import { useState } from "react";
import { type LiveProps, type Looked, useLooking } from "./looking";
import { byVariable as paint } from "./paint";
import { Plot } from "./plot";
import { Pointed } from "./pointed";
import { Ends, Marks } from "./static-lines";
import { Values } from "./values";

/** The chart of a spec, drawn by Recharts in the geometry of the static one, and the exact values of one of its days. */
export function LiveChart({ spec, scale, canvas, pointed }: LiveProps) {
	const [looked, setLooked] = useState<Looked | null>(null);
	useLooking({ spec, scale, canvas, pointed }, looked, setLooked);
	// A chart of fewer days than the one before has fewer places.
	const at = looked && looked.place < spec.days.length ? looked : null;
	return (
		<>
			<div className="live" style={{ width: spec.width, height: spec.height, transform: `scale(${scale})` }}>
				<Plot spec={spec} />
				<svg className="ends" width={spec.width} height={spec.height} fontSize={spec.fontSize} aria-hidden="true">
					<Marks spec={spec} paint={paint} />
					<Ends spec={spec} paint={paint} />
					{at && <Pointed spec={spec} place={at.place} paint={paint} />}
				</svg>
			</div>
			<Values spec={spec} scale={scale} place={at?.place ?? null} isRead={at?.byKey ?? false} />
		</>
	);
}
