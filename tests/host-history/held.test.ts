import { expect, test } from "vitest";
import type { Day } from "#lib/day";
import type { Facts } from "#lib/facts/sections";
import { membershipsOn, replay } from "#lib/host-history/fold";
import type { HostReport, Membership } from "#lib/host-history/state";
import { catalogOf } from "#lib/host-history/tally";
import { statisticBySlug } from "#lib/statistics/index";

const row = (bucket: string, since: string, until: string | null, amount = 1): Membership => ({
	statistic: "country",
	bucket,
	since: since as Day,
	until: until as Day | null,
	amount,
});

const country = statisticBySlug("country");
if (!country) throw new Error("no statistic country");
const catalog = catalogOf([country]);

/** `null`: the facts are gone. */
function report(day: string, from: string | null): HostReport {
	return { day: day as Day, sections: { activity: from === null ? undefined : { country: from } } as Partial<Facts> };
}

function told(reports: HostReport[], before: Membership[]) {
	const { state } = replay("openvz7", reports, catalog, [], before);
	return {
		memberships: (state.memberships.get("country") ?? []).toSorted((a, b) => (a.since < b.since ? -1 : 1)),
		versions: (state.versions.get("activity") ?? []).map(({ since }) => since),
		spans: (state.spans.get("activity") ?? []).map(({ since, until }) => `${since} ${until}`),
	};
}

test("a membership holds from its first day until the day before its end", () => {
	const rows = [row("us", "2026-01-05", "2026-02-01", 3), row("de", "2026-02-01", null)];
	const on = (day: string) => [...membershipsOn(rows, "country", day as Day).values()];
	expect(on("2026-01-04")).toEqual([]);
	expect(on("2026-01-05")).toEqual([{ bucket: "us", amount: 3 }]);
	expect(on("2026-01-31")).toEqual([{ bucket: "us", amount: 3 }]);
	expect(on("2026-02-01")).toEqual([{ bucket: "de", amount: 1 }]);
	expect(membershipsOn(rows, "kernel", "2026-02-01" as Day).size).toBe(0);
});

test("memberships told from facts that are gone are told again", () => {
	const before = [row("us", "2026-01-01", "2026-01-15"), row("de", "2026-01-15", null)];
	const reports = [report("2026-01-01", null), report("2026-01-08", null), report("2026-01-15", null)];
	expect(told(reports, before)).toEqual({
		memberships: before,
		versions: [],
		spans: ["2026-01-01 2026-01-29"],
	});
});

test("the first facts kept go on with what held, in one row", () => {
	const before = [row("us", "2026-01-01", null)];
	const reports = [report("2026-01-01", null), report("2026-01-08", "us"), report("2026-01-15", "fr")];
	const { memberships, versions } = told(reports, before);
	expect(memberships).toEqual([row("us", "2026-01-01", "2026-01-15"), row("fr", "2026-01-15", null)]);
	expect(versions).toEqual(["2026-01-08", "2026-01-15"]);
});

test("the first facts kept end what held", () => {
	const before = [row("us", "2026-01-01", null)];
	const { memberships } = told([report("2026-01-01", null), report("2026-03-08", "fr")], before);
	expect(memberships).toEqual([row("us", "2026-01-01", "2026-03-08"), row("fr", "2026-03-08", null)]);
});

test("a report older than what is gone counts until the next report, and its facts go too", () => {
	const before = [row("us", "2026-01-08", null)];
	const reports = [report("2026-01-02", "fr"), report("2026-01-08", null), report("2026-01-15", "us")];
	const { memberships, versions } = told(reports, before);
	expect(memberships).toEqual([row("fr", "2026-01-02", "2026-01-08"), row("us", "2026-01-08", null)]);
	expect(versions).toEqual(["2026-01-15"]);
});
