import { describe, expect, it } from "vitest";
import { type PageState, plainState, stateParameters } from "#lib/address/chart-view";
import type { Day } from "#lib/day";
import { folderOfState, hasState, stateOfFolder } from "#lib/site/page-states";
import { badStatePage } from "#lib/site/problem-page";

const full: PageState = {
	chart: {
		measure: "total",
		axis: "log",
		range: { from: "2026-01-01" as Day, to: null },
		buckets: ["7.0.11", "vz7"],
		events: true,
	},
	search: "Xeon E5 & <б>",
};

describe("the state of a page", () => {
	it("is in its address, and its address leaves out what is plain", () => {
		expect(new URLSearchParams(stateParameters(full)).toString()).toBe(
			"show=total&axis=log&from=2026-01-01&bucket=7.0.11&bucket=vz7&events=on&q=Xeon+E5+%26+%3C%D0%B1%3E",
		);
		expect(stateParameters(plainState)).toEqual([]);
	});
	it("goes through one folder and comes back", () => {
		expect(folderOfState(full)).toMatch(/^[\w-]+$/);
		expect(stateOfFolder(folderOfState(full))).toEqual(full);
		expect(folderOfState(plainState)).toBe("");
		expect(stateOfFolder(undefined)).toEqual(plainState);
	});
	it("is none where the folder says what cannot be", () => {
		for (const query of ["show=everything", "axis=log&axis=log", "from=2026-02-30", `q=${"x".repeat(61)}`])
			expect(stateOfFolder(Buffer.from(query).toString("base64url")), query).toBeNull();
	});
	it("is asked for by any of its parameters that is not empty", () => {
		const asks = (query: string) => hasState(new URLSearchParams(query));
		expect(["events=on", "bucket=&bucket=amd", "q=x"].map(asks)).toEqual([true, true, true]);
		expect(["", "q=", "product=legacy&date=2026-01-01", "utm_source=x"].map(asks)).toEqual([
			false,
			false,
			false,
			false,
		]);
	});
});

describe("the page of a state that cannot be", () => {
	it("says what is allowed, in the language of the address, and repeats nothing of it", () => {
		const page = badStatePage("/statistics/cpu-vendor", { more: { parameter: "show" } });
		expect(page).toContain("The parameter show must be one of share, total.");
		expect(badStatePage("/ru/statistics/cpu-vendor", { more: { parameter: "bucket" } })).toContain("не больше 8");
		expect(badStatePage("/statistics/cpu-vendor", { more: { parameter: "<b>" } })).not.toContain("<b>");
	});
});
