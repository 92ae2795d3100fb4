import { describe, expect, test } from "vitest";
import type { Day } from "#lib/day";
import { daysIn, dueDays, inPieces, type PublicationState, withoutDoubtful } from "#lib/publish/due";

const day = (text: string) => text as Day;
const state = (given: Partial<Record<Exclude<keyof PublicationState, "reportDays">, string>>): PublicationState => ({
	firstDay: null,
	lastDay: null,
	dueAgain: null,
	firstReportDay: null,
	historyFrom: null,
	reportDays: [],
	...(given as Partial<PublicationState>),
});
const published = state({ firstReportDay: "2026-01-01", firstDay: "2026-01-01", lastDay: "2026-03-10" });
const yesterday = day("2026-03-14");

describe("dueDays", () => {
	test("nothing without reports", () => {
		expect(dueDays(state({}), yesterday)).toBeNull();
	});
	test("the first publishing begins with the first report", () => {
		const due = dueDays(state({ firstReportDay: "2026-03-01" }), yesterday);
		expect(due).toEqual({ from: "2026-03-01", through: "2026-03-14" });
	});
	test("a first report of today is not over", () => {
		expect(dueDays(state({ firstReportDay: "2026-03-15" }), yesterday)).toBeNull();
	});
	test("goes on after the last published day", () => {
		expect(dueDays(published, yesterday)).toEqual({ from: "2026-03-11", through: "2026-03-14" });
	});
	test("nothing when yesterday is published", () => {
		expect(dueDays({ ...published, lastDay: yesterday }, yesterday)).toBeNull();
	});
	test("late reports make days due again", () => {
		const due = dueDays({ ...published, lastDay: yesterday, dueAgain: day("2026-02-03") }, yesterday);
		expect(due).toEqual({ from: "2026-02-03", through: "2026-03-14" });
	});
	test("a simulated history begins when its windows are full, whatever came before", () => {
		const simulated = state({ firstReportDay: "2026-01-01", historyFrom: "2026-03-02" });
		expect(dueDays(simulated, yesterday)).toEqual({ from: "2026-03-02", through: "2026-03-14" });
		const going = { ...published, firstDay: day("2026-03-02"), historyFrom: day("2026-03-02") };
		expect(dueDays(going, yesterday)).toEqual({ from: "2026-03-11", through: "2026-03-14" });
		const late = { ...going, dueAgain: day("2026-01-20") };
		expect(dueDays(late, yesterday)).toEqual({ from: "2026-03-02", through: "2026-03-14" });
		const asked = dueDays(going, yesterday, { from: day("2026-01-01") });
		expect(asked).toEqual({ from: "2026-03-02", through: "2026-03-14" });
	});
	test("an older archive moves the first day", () => {
		const due = dueDays({ ...published, firstReportDay: day("2025-12-01") }, yesterday);
		expect(due).toEqual({ from: "2025-12-01", through: "2026-03-14" });
	});
	test("--from restates published days, from the first on", () => {
		expect(dueDays(published, yesterday, { from: day("2026-02-01") })?.from).toBe("2026-02-01");
		expect(dueDays(published, yesterday, { from: day("2020-02-01") })?.from).toBe("2026-01-01");
	});
	test("--from may not leave a gap", () => {
		expect(() => dueDays(published, yesterday, { from: day("2026-03-12") })).toThrow(
			"--from 2026-03-12 would leave a gap: the next due day is 2026-03-11",
		);
	});
	test("--from may not be after --through", () => {
		expect(() => dueDays(published, yesterday, { from: day("2026-02-10"), through: day("2026-02-09") })).toThrow(
			"--from 2026-02-10 is after --through 2026-02-09",
		);
	});
	test("--through may not reach into today", () => {
		expect(() => dueDays(published, yesterday, { through: day("2026-03-15") })).toThrow(
			"--through 2026-03-15 is not over yet: the last whole day (UTC) is 2026-03-14",
		);
	});
});

describe("days that a wrong clock may have made due", () => {
	const days = (from: string, through: string) => ({ from: day(from), through: day(through) });
	const state = (lastDay: string | null, reportDays: string[]) => ({
		lastDay: lastDay === null ? null : day(lastDay),
		reportDays: reportDays.map(day),
	});
	const split = (due: [string, string], lastDay: string | null, ...reportDays: string[]) =>
		withoutDoubtful(days(...due), state(lastDay, reportDays), { isUnattended: true });

	test("a clock that runs ahead publishes nothing", () => {
		const { days, doubtful } = split(["2026-03-11", "2026-04-20"], "2026-03-10", "2026-03-09", "2026-03-11");
		expect(days).toEqual({ from: "2026-03-11", through: "2026-03-11" });
		expect(doubtful).toEqual({ from: "2026-03-12", through: "2026-04-20" });
	});
	test("nor do reports that it dated", () => {
		const { days, doubtful } = split(
			["2026-03-11", "2026-04-20"],
			"2026-03-10",
			"2026-03-09",
			"2026-04-20",
			"2026-04-21",
		);
		expect(days).toBeNull();
		expect(doubtful).toEqual({ from: "2026-03-11", through: "2026-04-20" });
	});
	test("the operator, who is there, may publish after a silence", () => {
		const silence = state("2026-03-10", ["2026-03-09", "2026-04-10"]);
		const attended = (through: string) =>
			withoutDoubtful(days("2026-03-11", through), silence, { isUnattended: false });
		expect(attended("2026-04-24").doubtful).toBeNull();
		expect(attended("2026-04-25").days).toEqual({ from: "2026-03-11", through: "2026-04-10" });
	});
	test("published days are computed again all the same", () => {
		const { days } = split(["2026-02-01", "2026-04-20"], "2026-03-10", "2026-03-09");
		expect(days).toEqual({ from: "2026-02-01", through: "2026-03-10" });
	});
	test("two weeks without reports are no doubt, nor is any time with some", () => {
		expect(split(["2026-03-11", "2026-03-24"], "2026-03-10", "2026-03-10").doubtful).toBeNull();
		expect(split(["2026-03-11", "2026-03-25"], "2026-03-10", "2026-03-10").doubtful).not.toBeNull();
		const some = split(
			["2026-03-11", "2026-05-01"],
			"2026-03-10",
			"2026-03-01",
			"2026-03-24",
			"2026-04-07",
			"2026-04-21",
		);
		expect(some.doubtful).toBeNull();
	});
	test("a site where nobody reports goes on day by day", () => {
		expect(split(["2026-03-11", "2026-03-11"], "2026-03-10").doubtful).toBeNull();
	});
	test("where the last published day was silent already, there is nothing to doubt", () => {
		expect(split(["2026-03-11", "2026-11-21"], "2026-03-10").doubtful).toBeNull();
	});
	test("the first publishing reaches up to yesterday: an imported archive may be old", () => {
		expect(split(["2025-01-01", "2026-03-25"], null).doubtful).toBeNull();
	});
});

test("pieces cover the days without overlap", () => {
	const pieces = inPieces({ from: day("2026-01-30"), through: day("2026-03-02") }, 10);
	expect(pieces).toEqual([
		{ from: "2026-01-30", through: "2026-02-08" },
		{ from: "2026-02-09", through: "2026-02-18" },
		{ from: "2026-02-19", through: "2026-02-28" },
		{ from: "2026-03-01", through: "2026-03-02" },
	]);
	expect(pieces.reduce((sum, piece) => sum + daysIn(piece), 0)).toBe(32);
});
