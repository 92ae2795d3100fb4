/** Whoever adds and subtracts what is told cannot find a count from 1 to 4. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesWithoutFew, flowsWithoutFew, isFew, withoutFew } from "#lib/questions/suppression";

const sums = [
	{ whole: "start", parts: ["stayed", "silent", "switchedFrom"] },
	{ whole: "end", parts: ["stayed", "new", "returned", "switchedTo"] },
] as const;
const count = fc.oneof({ weight: 2, arbitrary: fc.nat(8) }, fc.nat(40));
const parts = fc.record({
	stayed: count,
	silent: count,
	switchedFrom: count,
	new: count,
	returned: count,
	switchedTo: count,
});
type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never;
const whole = (one: Parts) => ({
	start: one.stayed + one.silent + one.switchedFrom,
	end: one.stayed + one.new + one.returned + one.switchedTo,
	...one,
});

describe("counts", () => {
	test("that are large enough are told, and 0 is 0", () => {
		const counts = whole({ stayed: 20, silent: 7, switchedFrom: 0, new: 9, returned: 0, switchedTo: 5 });
		expect(withoutFew(counts, sums)).toEqual(counts);
	});
	test("of few hosts are null, and so is the next smallest", () => {
		const counts = whole({ stayed: 20, silent: 3, switchedFrom: 8, new: 6, returned: 0, switchedTo: 5 });
		expect(withoutFew(counts, sums)).toEqual({ ...counts, silent: null, switchedFrom: null });
	});
	test("in both sums protect both", () => {
		const counts = whole({ stayed: 20, silent: 3, switchedFrom: 0, new: 6, returned: 0, switchedTo: 0 });
		expect(withoutFew(counts, sums)).toEqual({ ...counts, silent: null, stayed: null, new: null });
	});
	test("cannot be computed from each other", () => {
		fc.assert(
			fc.property(parts, (one) => {
				const counts = whole(one);
				const told = withoutFew(counts, sums);
				for (const { whole, parts } of sums) {
					const hidden = [whole, ...parts].filter((key) => told[key] === null);
					expect(hidden, JSON.stringify(told)).not.toHaveLength(1);
				}
				for (const [key, hosts] of Object.entries(counts))
					if (isFew(hosts)) expect(told[key as keyof typeof told]).toBeNull();
			}),
		);
	});
});

test("flows do not add up to a count that is not told", () => {
	const flows = [
		{ bucket: "x", hosts: 9 },
		{ bucket: "y", hosts: 6 },
		{ bucket: "other", hosts: 2 },
	];
	expect(flowsWithoutFew(flows, 17).map(({ hosts }) => hosts)).toEqual([9, null, null]);
	expect(flowsWithoutFew(flows.slice(0, 2), 15)).toEqual(flows.slice(0, 2));
	expect(flowsWithoutFew(flows.slice(0, 2), null).map(({ hosts }) => hosts)).toEqual([null, null]);
});

describe("changes by category", () => {
	const change = (bucket: string, start: number, end: number) => ({ bucket, start, end });
	test("are told where both days have enough hosts, or none", () => {
		expect(changesWithoutFew([change("de", 5, 9), change("us", 40, 30), change("fr", 0, 7)])).toEqual([
			change("us", 40, 30),
			change("de", 5, 9),
			change("fr", 0, 7),
		]);
	});
	test("of few hosts are merged, and the next smallest with them where the rest would be few", () => {
		expect(changesWithoutFew([change("de", 3, 9), change("us", 40, 30), change("fr", 8, 7)])).toEqual([
			change("us", 40, 30),
			change("other", 11, 16),
		]);
		expect(changesWithoutFew([change("de", 3, 2), change("us", 40, 30)])).toEqual([change("other", 43, 32)]);
	});
	test("keep their sums, and tell of few hosts only where there are no more", () => {
		const cell = fc.tuple(fc.constantFrom(..."abcdefg", "other"), count, count);
		fc.assert(
			fc.property(fc.uniqueArray(cell, { selector: ([bucket]) => bucket }), (cells) => {
				const changes = cells.map(([bucket, start, end]) => change(bucket, start, end));
				const told = changesWithoutFew(changes);
				const sum = (of: typeof changes, side: "start" | "end") => of.reduce((all, one) => all + one[side], 0);
				for (const side of ["start", "end"] as const) {
					expect(sum(told, side)).toBe(sum(changes, side));
					if (told.length > 1) for (const one of told) expect(isFew(one[side]), JSON.stringify(told)).toBe(false);
				}
			}),
		);
	});
});
