/** The plan of the talk's fleet has the figures of the slides. `tests/publish/talk.test.ts` counts them in the published rows. */
import { expect, test } from "vitest";
import type { Day } from "#lib/day";
import { planFleet } from "#lib/fleet/simulate";
import { talkFigures, talkHosts } from "#lib/fleet/talk";
import { smallTalk } from "./small-talk";

const end = "2019-09-13" as Day;
const dayMs = 86_400_000;
const lastWindow = (days: number) => Date.parse(`${end}T00:00:00Z`) + (1 - days) * dayMs;

test("the plan has the hosts, the active ones and the reports of the slides, and those of a small fleet has its own", () => {
	for (const seed of [1, 2]) {
		const { legacy } = seed === 1 ? talkFigures : smallTalk;
		const uuids = new Set<string>();
		let [reports, active, early] = [0, 0, 0];
		for (const { uuid, times } of talkHosts(seed === 1 ? talkFigures : smallTalk, end, seed)) {
			uuids.add(uuid);
			reports += times.length;
			if ((times.at(-1) ?? 0) >= lastWindow(60)) active++;
			if ((times[0] ?? 0) < lastWindow(legacy.days)) early++;
			// The same bytes within a day would be one report.
			if (times.some((at, i) => at - (times[i - 1] ?? 0) < 2 * dayMs)) throw new Error("two reports at once");
		}
		const hosts = Object.values(legacy.hosts).reduce((a, b) => a + b);
		expect([uuids.size, active, reports, early]).toEqual([hosts, legacy.active, legacy.reports, 0]);
	}
	expect(Object.values(talkFigures.legacy.hosts).reduce((a, b) => a + b)).toBe(262_938);
});

test("the plan has the countries and the virtual machines of the slides", () => {
	const plan = planFleet({ hosts: talkFigures.hosts, legacyHosts: 0, days: 15, seed: 1, end });
	const active = plan.hosts.filter(({ times }) => (times.at(-1) ?? 0) >= lastWindow(14));
	const inCountry = (code: string) => active.filter(({ country }) => country.code === code).length;
	expect([active.length, ...["us", "fr", "ru", "de"].map(inCountry)]).toEqual([2372, 549, 320, 242, 184]);
});
