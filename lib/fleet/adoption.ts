/**
 * Which version a host runs on a date. Every host has its own lag behind the releases; it starts with what was current
 * when it was installed. About half of a fleet is on a release 8 to 10 months after it came out.
 */
import { type Random, random } from "./random";
import type { Draw } from "./strata";
import { along, dayMs, yearMs } from "./time";

export interface Released {
	at: number;
}

/** Lag in years by stratum: prompt hosts, the many in the middle, the slow, and those that are never updated. */
const lags: readonly (readonly [number, number])[] = [
	[0, 0.02],
	[0.2, 0.15],
	[0.5, 0.65],
	[0.8, 1.3],
	[0.93, 2.2],
	[0.95, 20],
];

export function lagOf(draw: Draw): number {
	return along(lags, draw("update lag")) * yearMs;
}

/** The newest release that the host has on the date; the oldest one if the host is older than all. */
export function adopted<R extends Released>(releases: readonly R[], at: number, installed: number, lag: number): R {
	const reached = Math.max(Math.min(installed, at), at - lag);
	const release = releases.findLast((candidate) => candidate.at <= reached) ?? releases[0];
	if (!release) throw new Error("a list of releases must not be empty");
	return release;
}

/** Days on which the host installs a new release. */
export function adoptions(releases: readonly Released[], installed: number, lag: number): number[] {
	return releases.map(({ at }) => at + lag).filter((at) => at > installed + dayMs);
}

/** The host's last boot before `at`: power cuts and maintenance, about every seven months, and `booted` at the latest. */
export function lastBoot(key: string, booted: number, at: number): number {
	const next: Random = random(key, "boots");
	let boot = booted;
	for (let t = booted; t <= at; t += (0.2 + next() * 0.8) * yearMs) boot = t;
	return boot;
}
