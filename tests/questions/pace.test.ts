/** When a share falls under a threshold at its pace. */
import { expect, test } from "vitest";
import type { Day } from "#lib/day";
import { paceOf } from "#lib/questions/pace";

const [from, to] = ["2025-11-20", "2026-11-20"] as [Day, Day];
const of = (hosts: number, size: number) => ({ share: hosts / size, size });

test("a straight line through both days, and lines through the ends of the interval", () => {
	// Ten points in a year, of fifteen that are left: a year and a half, give or take.
	const pace = paceOf(of(3000, 10_000), of(2000, 10_000), from, to);
	if (pace.kind !== "falls") return expect.fail(pace.kind);
	expect(pace.day).toBe("2028-05-21");
	expect(pace.first < pace.day && pace.last !== null && pace.day < pace.last).toBe(true);
	expect(pace.first > "2028-01-01" && (pace.last ?? "") < "2028-12-31").toBe(true);
});
test("few hosts leave the end open", () => {
	const pace = paceOf(of(60, 200), of(42, 200), from, to);
	expect(pace).toMatchObject({ kind: "falls", last: null });
});
test("no date without a fall that is more than chance", () => {
	expect(paceOf(of(30, 100), of(28, 100), from, to)).toEqual({ kind: "unknown" });
	expect(paceOf(of(20, 100), of(40, 100), from, to)).toEqual({ kind: "unknown" });
	expect(paceOf(of(20, 100), of(10, 100), to, to)).toEqual({ kind: "unknown" });
	expect(paceOf({ share: 0, size: 0 }, of(10, 100), from, to)).toEqual({ kind: "unknown" });
});
test("under the threshold already", () => {
	expect(paceOf(of(90, 1000), of(49, 1000), from, to)).toEqual({ kind: "under" });
});
