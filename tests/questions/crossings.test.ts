import { expect, test } from "vitest";
import { type Day, plusDays } from "#lib/day";
import { crossingsOf } from "#lib/questions/crossings";

const first = "2026-01-01" as Day;
const crossed = (hosts: readonly number[], { base = 1000, publishedFrom = 1 } = {}) =>
	crossingsOf(
		hosts.map((count, i) => ({ day: plusDays(first, i), hosts: count, base })),
		publishedFrom,
	).map(({ day, threshold, direction }) => `${day.slice(8)} ${direction} ${threshold}`);

test("a share that falls passes each threshold once", () =>
	expect(crossed([80, 51, 50, 49, 30, 20, 19, 10, 9, 0])).toEqual(["04 under 5", "07 under 2", "09 under 1"]));

test("two thresholds may be passed on one day, the higher one first", () =>
	expect(crossed([60, 12])).toEqual(["02 under 5", "02 under 2"]));

test("what was under a threshold from the beginning passed nothing", () => expect(crossed([8, 7, 6])).toEqual([]));

test("a share that wobbles around a threshold speaks once, and again when it is clearly above", () => {
	expect(crossed([51, 49, 51, 49, 59, 48])).toEqual(["02 under 5"]);
	expect(crossed([51, 49, 60, 49])).toEqual(["02 under 5", "03 above 5", "04 under 5"]);
});

test("of few hosts nothing is said", () => expect(crossed([10, 0, 10], { base: 49 })).toEqual([]));

test("counts too small to be published are no zeros", () => {
	// 4 of 1,000 hosts are under 1 %, 4 of 200 are not.
	expect(crossed([30, 0], { publishedFrom: 5 })).toEqual(["02 under 2", "02 under 1"]);
	expect(crossed([30, 0], { publishedFrom: 5, base: 200 })).toEqual(["02 under 5"]);
});
