/** Whoever adds and subtracts what is told cannot find a count from 1 to 4. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flowsWithoutFew, isFew, withoutFew } from "#lib/questions/suppression";

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
