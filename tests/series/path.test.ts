import { describe, expect, it } from "vitest";
import { type Point, pathOf, runsOf, simplified, thinned } from "#lib/series/path";

describe("pathOf", () => {
	it("is relative, in half pixels", () => {
		expect(
			pathOf([
				[0, 0],
				[10, 5.2],
				[20, 4.7],
				[20, 8],
			]),
		).toBe("M0 0l10 5l10-.5v3.5");
	});
	it("joins what is straight", () => {
		expect(
			pathOf([
				[0, 7],
				[1, 7],
				[2, 7],
				[9, 7],
				[9, 1],
			]),
		).toBe("M0 7h9v-6");
	});
	it("turns where an upright run turns", () => {
		expect(
			pathOf([
				[0, 0],
				[0, 9],
				[0, 3],
			]),
		).toBe("M0 0v9v-6");
	});
	it("ends where the last point is", () => {
		expect(
			pathOf(
				[
					[0, 0],
					[5, 5],
					[5, 5],
				],
				true,
			),
		).toBe("M0 0l5 5z");
	});
});

describe("runsOf", () => {
	it("breaks at gaps", () => {
		const runs = runsOf(
			[1, null, 2, 3],
			(x) => x,
			(y) => y,
		);
		expect(runs).toEqual([
			[[0, 1]],
			[
				[2, 2],
				[3, 3],
			],
		]);
	});
});

describe("thinned", () => {
	const many = Array.from({ length: 4000 }, (_, i): Point => [i / 10, i === 1234 ? -50 : i % 7]);
	it("loses no peak", () => expect(thinned(many).some(([, y]) => y === -50)).toBe(true));
	it("keeps at most four points of a column", () => expect(thinned(many).length).toBeLessThanOrEqual(401 * 4));
	it("keeps both ends", () => expect([thinned(many)[0], thinned(many).at(-1)]).toEqual([many[0], many.at(-1)]));
	it("leaves few points alone", () => expect(thinned(many.slice(0, 1))).toHaveLength(1));
});

describe("simplified", () => {
	const waves = Array.from({ length: 465 }, (_, i): Point => [i * 0.9, 100 + 30 * Math.sin(i / 20) + (i % 3) / 2]);
	const between = ([ax, ay]: Point, [bx, by]: Point, x: number) => ay + ((x - ax) / (bx - ax)) * (by - ay);
	it("passes every point that it leaves out within a third of a pixel", () => {
		const corners = simplified(waves);
		expect(corners.length).toBeLessThan(waves.length * 0.8);
		for (const [x, y] of waves) {
			const next = corners.findIndex((corner) => corner[0] >= x);
			const [from, to] = [corners[next - 1] ?? corners[0], corners[next]] as [Point, Point];
			expect(Math.abs((x === to[0] ? to[1] : between(from, to, x)) - y)).toBeLessThanOrEqual(0.351);
		}
	});
	it("keeps peaks, both ends and points alone", () => {
		const peak = waves.map(([x, y], i): Point => [x, i === 200 ? 3 : y]);
		expect(simplified(peak)).toContainEqual(peak[200]);
		expect([simplified(peak)[0], simplified(peak).at(-1)]).toEqual([peak[0], peak.at(-1)]);
		for (const length of [0, 1, 2]) expect(simplified(waves.slice(0, length))).toEqual(waves.slice(0, length));
	});
	it("makes one stroke of what is straight", () => {
		expect(simplified([0, 1, 2, 3, 4].map((i): Point => [i, 2 * i]))).toEqual([
			[0, 0],
			[4, 8],
		]);
	});
});
