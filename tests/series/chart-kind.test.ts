import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketsMax } from "#lib/address/values";
import { picked, toggled } from "#lib/series/chart-kind";

const usual = ["a", "b", "c"];
const plain = { kind: "lines", usual, chosen: [], drawn: usual } as const;

describe("choosing categories", () => {
	it("begins from what is drawn", () => {
		expect(picked(plain)).toEqual(usual);
		expect(toggled(plain, "x")).toEqual(["a", "b", "c", "x"]);
		expect(toggled(plain, "b")).toEqual(["a", "c"]);
	});
	it("begins from nothing where all parts are drawn anyway", () => {
		const stack = { ...plain, kind: "stack" } as const;
		expect(picked(stack)).toEqual([]);
		expect(toggled(stack, "a")).toEqual(["a"]);
		expect(toggled({ ...stack, chosen: ["a", "b"] }, "c")).toEqual(usual);
	});
	it("ends where the usual ones are chosen again, in whatever order", () => {
		expect(toggled({ ...plain, chosen: ["c", "a"], drawn: ["a", "c"] }, "b")).toEqual([]);
	});
	it("never takes more than there are colours, and twice is as never", () => {
		const bucket = fc.constantFrom(..."abcdefghijklmn");
		fc.assert(
			fc.property(fc.uniqueArray(bucket, { minLength: 1, maxLength: bucketsMax }), bucket, (chosen, one) => {
				const choice = { ...plain, chosen, drawn: chosen };
				const next = toggled(choice, one);
				if (next === null) return chosen.length === bucketsMax && !chosen.includes(one);
				if (next.length === 0) return true;
				const back = toggled({ ...plain, chosen: next, drawn: next }, one);
				return (
					next.length <= bucketsMax &&
					(back?.length === 0 || [...(back ?? [])].sort().join() === [...chosen].sort().join())
				);
			}),
		);
	});
});
