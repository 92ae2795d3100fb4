import { describe, expect, it } from "vitest";
import { type Day, daysThrough } from "#lib/day";
import { eventMarks, noteMarks } from "#lib/series/marks";
import { textWidth } from "#lib/series/text-width";
import { endsOfLifeOf, eventsBetween, eventText, hasEvents, worldEvents } from "#lib/statistics/events";
import { statistics } from "#lib/statistics/index";

function frame(from: string, to: string, width: number) {
	const days = daysThrough(from as Day, to as Day);
	return {
		days,
		x: (place: number) => (place / Math.max(days.length - 1, 1)) * width,
		right: width,
		fontSize: 12,
		widthOf: textWidth,
		language: "en" as const,
	};
}

describe("events in a chart", () => {
	it("are only those inside the shown range", () => {
		const marks = eventMarks(worldEvents, frame("2020-11-01", "2020-12-31", 600));
		expect(marks.map(({ title }) => title.replaceAll("\u00a0", " "))).toEqual([
			"15 November 2020: Release of OpenVZ 7 Update 15",
			"30 November 2020: End of support for CentOS 6",
		]);
		expect(marks.map(({ at }) => at)).toEqual([14, 29]);
	});
	it.each([390, 600, 1000])("have labels that do not overlap in %i pixels", (width) => {
		const all = frame("2016-01-01", "2026-11-21", width);
		const events = worldEvents.filter(({ statistics }) => statistics.includes("container-os"));
		const labels = eventMarks(events, all)
			.filter(({ label }) => label)
			.map(({ x, label }) => ({ from: x, to: x + textWidth(label, 12) }))
			.sort((a, b) => a.from - b.from);
		expect(labels.length).toBeGreaterThan(2);
		for (const [i, one] of labels.entries()) {
			expect(one.to).toBeLessThanOrEqual(width);
			expect(one.from).toBeGreaterThan(labels[i - 1]?.to ?? -1);
		}
	});
	it("keep the label of the heavier where two stand together", () => {
		const marks = eventMarks(worldEvents, frame("2020-01-01", "2021-12-31", 800));
		expect(marks.find(({ title }) => title.includes("CentOS 6"))?.label).toBe("End of CentOS 6");
		expect(marks.find(({ title }) => title.endsWith("Update 15"))?.label).toBe("");
	});
	it("begin with the site itself", () => {
		const events = eventsBetween({ slug: "reports" }, "2024-06-01" as Day, "2024-07-01" as Day);
		expect(events.map((event) => eventText(event, "en"))).toEqual(["First published day of this site"]);
	});
	it("belong to the statistics that they explain", () => {
		const [from, to] = ["2019-10-01" as Day, "2020-12-31" as Day];
		const of = (slug: string) => eventsBetween({ slug }, from, to).map((event) => eventText(event, "en", "short"));
		expect(of("container-os")).toEqual(["End of Debian 8", "End of CentOS 6"]);
		expect(of("kernel")).toEqual(["First day", "Update 12", "End of OpenVZ 6", "Update 13", "Update 14", "Update 15"]);
		expect(of("bonding")).toEqual([]);
		expect(hasEvents({ slug: "bonding" })).toBe(false);
		const slugs = statistics.map(({ slug }) => slug);
		for (const event of worldEvents) for (const slug of event.statistics) expect(slugs).toContain(slug);
	});
	it("say when support of a version ended, of CentOS 8 also that of its Stream", () => {
		const endsOf = (label: string) => endsOfLifeOf(label).map(({ day, name }) => `${day} ${name}`);
		expect(endsOf("Debian 6")).toEqual(["2016-02-29 Debian 6 (LTS)"]);
		expect(endsOf("Ubuntu 12.04")).toEqual(["2017-04-28 Ubuntu 12.04"]);
		expect(endsOf("CentOS 8")).toEqual(["2021-12-31 CentOS 8", "2024-05-31 CentOS Stream 8"]);
		expect(endsOf("CentOS")).toEqual([]);
	});
	it("say where an end of life was announced", () => {
		for (const { name, source } of worldEvents.filter(({ kind }) => kind === "endOfLife"))
			expect(source, name).toMatch(
				/^https:\/\/((wiki|blog)\.centos\.org|wiki\.debian\.org|ubuntu\.com|wiki\.openvz\.org)\//,
			);
	});
});

describe("notes of a statistic", () => {
	const notes = [
		{ day: "2026-01-03" as Day, text: "A rule changed" },
		{ day: "2026-03-01" as Day, text: "Later" },
	];
	it("stand at their day, those of other days nowhere", () => {
		expect(noteMarks(notes, frame("2026-01-01", "2026-01-11", 100))).toEqual([
			{ kind: "note", at: 2, label: "", x: 20, title: "3\u00a0January\u00a02026: A rule changed" },
		]);
		expect(noteMarks([], frame("2026-01-01", "2026-01-11", 100))).toEqual([]);
	});
});
