import { describe, expect, it } from "vitest";
import { barChart } from "#lib/series/bar-chart";
import { distribution } from "#lib/series/distribution";
import { lineChart } from "#lib/series/line-chart";
import { withoutTitle, withTitle } from "#lib/series/sentence";
import { series } from "#lib/series/series";
import { statisticBySlug } from "#lib/statistics/index";
import { columnsOf, rowsOf } from "../components/rows";

type Language = "en" | "ru";
const none = new Map<string, string>();
const plainly = (text: string) => text.replaceAll("\u00a0", " ");

function said(slug: string, data: ReturnType<typeof rowsOf>, language: Language = "en") {
	const statistic = statisticBySlug(slug);
	if (!statistic) throw new Error(`no statistic ${slug}`);
	const history = series(statistic, "openvz7", data, columnsOf(data.rows, data.from), none, { language });
	const spec = lineChart(history, statistic, { size: "wide", language });
	return { sentence: plainly(spec.sentence), note: plainly(spec.note), subtitle: spec.subtitle };
}

function saidOfDay(slug: string, data: ReturnType<typeof rowsOf>, language: Language = "en") {
	const statistic = statisticBySlug(slug);
	if (!statistic) throw new Error(`no statistic ${slug}`);
	const shown = distribution(statistic, "openvz7", data.to, data.rows, none, language);
	return plainly(barChart(shown, statistic, { size: "wide", language }).sentence);
}

const vendors = rowsOf(3, (i) => ({ intel: 80 - i, amd: 20 + i }));
const moving = rowsOf(3, (i) => ({ intel: 90 - 10 * i, amd: 10 + 10 * i }));

describe("the sentence of a chart", () => {
	it("changes no letter of a name where it begins", () => {
		const { sentence } = said(
			"services",
			rowsOf(1, () => ({ "auditd.service": 30, "sshd.service": 20 })),
		);
		expect(withoutTitle(sentence, "Enabled services")).toBe(
			"As of 1 January 2026, 60% of hosts have auditd.service enabled; 40% have sshd.service enabled.",
		);
	});
	it("stands with the title where no title is", () => {
		expect(withTitle("As of today, all is well.", "Hosts")).toBe("Hosts. As of today, all is well.");
		expect(withTitle("Hosts: 3 on 1 May 2026.", "Hosts")).toBe("Hosts: 3 on 1 May 2026.");
	});
	it("names the largest, its level and its change in points", () => {
		expect(said("cpu-vendor", moving).sentence).toBe(
			"As of 3 January 2026, 70% of hosts have Intel processors, 20 percentage points less than on 1 January 2026; 30% have AMD processors.",
		);
	});
	it("says it in Russian", () => {
		expect(said("cpu-vendor", moving, "ru").sentence).toBe(
			"По данным на 3 января 2026, 70 % серверов — с процессорами Intel, на 20 п. п. меньше, чем 1 января 2026; 30 % — с процессорами AMD.",
		);
	});
	it("says neither more nor less of what chance could explain", () => {
		expect(said("cpu-vendor", vendors).sentence).toBe(
			"As of 3 January 2026, 78% of hosts have Intel processors, about the same as on 1 January 2026; 22% have AMD processors.",
		);
		expect(said("cpu-vendor", vendors, "ru").sentence).toContain(", примерно столько же, сколько 1 января 2026;");
		const active = rowsOf(2, (i) => ({ all: 100 + 20 * i }));
		expect(said("hosts-active", active).sentence).toContain(", about the same as on 1 January 2026");
		// All hosts so far are no sample.
		expect(said("hosts-total", active).sentence).toContain("20% more than on 1 January 2026");
	});
	it("names all that share the first place, and compares none of them with earlier", () => {
		const tied = rowsOf(3, (i) => ({ intel: 40 - i, amd: 36 + i, arm: 24 }));
		expect(said("cpu-vendor", tied).sentence).toBe(
			"CPU vendors: AMD and Intel come first with 38% each on 3 January 2026; 24% have ARM processors.",
		);
		expect(said("cpu-vendor", tied, "ru").sentence).toBe(
			"Производители процессоров: первое место делят «AMD» и «Intel» — по 38 % на 3 января 2026; 24 % — с процессорами ARM.",
		);
		expect(saidOfDay("cpu-vendor", tied)).toBe(
			"CPU vendors: AMD and Intel come first with 38% of 100 hosts each on 3 January 2026; 24% have ARM processors.",
		);
	});
	it("does not list all of many that share the first place", () => {
		const many = rowsOf(1, () => ({ intel: 5, amd: 5, arm: 5, hygon: 5, zhaoxin: 2 }));
		expect(said("cpu-vendor", many).sentence).toContain("AMD, ARM and others come first");
		expect(saidOfDay("cpu-vendor", many, "ru")).toMatch(/первое место делят «AMD», «ARM» и другие — по /);
	});
	it("takes for equal what is, not what is rounded alike", () => {
		const near = rowsOf(1, () => ({ intel: 500001, amd: 499999 }));
		expect(said("cpu-vendor", near).sentence).toContain("50% of hosts have Intel processors");
	});
	it("gives one number with its change and its highest", () => {
		expect(
			said(
				"hosts-active",
				rowsOf(3, (i) => ({ all: [100, 200, 150][i] ?? 0 })),
			).sentence,
		).toBe(
			"Active hosts: 150 on 3 January 2026, 50% more than on 1 January 2026; the highest was 200, on 2 January 2026.",
		);
	});
	it("counts times where percent would be absurd", () => {
		const growing = rowsOf(100, (i) => ({ all: 100 + i * 4 + (i === 99 ? 4 : 0) }));
		expect(said("hosts-active", growing, "ru").sentence).toBe(
			"Активные серверы: 500 на 10 апреля 2026, в 5 раз больше, чем 1 января 2026.",
		);
	});
	it.each([
		["hosts-active", "14 January 2026"],
		["hosts-total", "1 March 2026"],
	])("of %s compares with a day on which the first window was full", (slug, since) => {
		const beginning = rowsOf(100, (i) => ({ all: Math.min(10 * (i + 1), 100) + (i === 99 ? 50 : 0) }));
		expect(said(slug, beginning).sentence).toContain(`than on ${since}`);
	});
	it("compares with nothing while the first window fills", () => {
		expect(
			said(
				"hosts-active",
				rowsOf(10, (i) => ({ all: 10 * i + 1 })),
			).sentence,
		).toBe("Active hosts: 91 on 10 January 2026.");
	});
	it("does not compare what happens on single days", () => {
		expect(
			said(
				"hosts-new",
				rowsOf(20, (i) => ({ all: i === 10 ? 9 : 2 })),
			).sentence,
		).toBe("New hosts: 2 on 20 January 2026; the highest was 9, on 11 January 2026.");
	});
	it("compares what happens by whole weeks, with the same week of the year before", () => {
		const newHosts = (length: number, last: number) =>
			said(
				"hosts-new",
				rowsOf(length, (i) => ({ all: i === 30 ? 9 : i >= length - 9 ? last : 2 })),
			).sentence;
		expect(newHosts(90, 2)).toBe(
			"New hosts: 14 in the week up to 29 March 2026, the same as in the week up to 11 January 2026; the highest was 21, in the week up to 1 February 2026.",
		);
		expect(newHosts(90, 3)).toContain("21 in the week up to 29 March 2026, about the same as in the week up to");
		expect(newHosts(395, 8)).toContain("than in the week up to 25 January 2026");
	});
	it("says that nothing is there", () => {
		expect(
			said(
				"cpu-vendor",
				rowsOf(2, () => ({})),
			).sentence,
		).toBe("CPU vendors: nothing was counted on 2 January 2026.");
	});
	it("does not compare a day with itself", () => {
		expect(
			said(
				"cpu-vendor",
				rowsOf(1, () => ({ intel: 1 })),
			).sentence,
		).toBe("As of 1 January 2026, 100% of hosts have Intel processors.");
	});
	it("reads a label that is a range as part of the sentence", () => {
		expect(
			said(
				"containers-per-host",
				rowsOf(1, () => ({ "2-4": 90, "1": 10 })),
			).sentence,
		).toBe(
			"As of 1 January 2026, 90% of containers are on hosts that hold 2–4 of them; 10% are on hosts that hold a single one.",
		);
	});
	it.each([
		[
			"en",
			"As of 1 January 2026, 78% of 159 hosts use neither bonding nor teaming; 20% use bonding, 3 hosts use teaming.",
		],
		[
			"ru",
			"По данным на 1 января 2026, 78 % из 159 серверов не объединяют подключения; 20 % объединяют подключения через bonding, 3 сервера объединяют подключения через teaming.",
		],
	] as const)("says of few values what each is, and counts the rarest: %s", (language, sentence) => {
		expect(
			saidOfDay(
				"bonding",
				rowsOf(1, () => ({ none: 124, bonding: 32, teaming: 3 })),
				language,
			),
		).toBe(sentence);
	});
	it("gives as many digits as so many hosts support", () => {
		const of = (intel: number, amd: number) =>
			saidOfDay(
				"cpu-vendor",
				rowsOf(1, () => ({ intel, amd })),
			);
		expect(of(666, 334)).toContain("66.6% of 1,000 hosts have Intel processors; 33.4% have");
		expect(of(6666, 3334)).toContain("66.66% of 10,000 hosts");
		expect(of(996, 1)).toContain(">99% of 997 hosts have Intel processors; 1 host has AMD processors");
	});
	it("names what no rule knows by its name alone", () => {
		expect(
			said(
				"cpu-vendor",
				rowsOf(1, () => ({ unknown: 20, intel: 10 })),
			).sentence,
		).toBe("CPU vendors (Unknown): 67% on 1 January 2026; 33% have Intel processors.");
	});
	it("gives yes as a share of all", () => {
		expect(
			saidOfDay(
				"hosts-with-vms",
				rowsOf(1, () => ({ yes: 210, no: 1890 })),
			),
		).toBe("As of 1 January 2026, 10% of 2,100 hosts hold virtual machines.");
	});
	it.each([
		[1, "1 сервера"],
		[21, "21 сервера"],
		[5, "5 серверов"],
	])("declines %d in Russian", (count, words) => {
		expect(
			saidOfDay(
				"cpu-vendor",
				rowsOf(1, () => ({ intel: count })),
				"ru",
			),
		).toContain(`100 % из ${words}`);
	});
});

describe("the note of a chart", () => {
	it("states base and window", () => {
		expect(said("cpu-vendor", vendors).note).toBe("n = 100 hosts · reports of 14 days up to 3 January 2026");
	});
	it("states both windows where both products are counted", () => {
		expect(
			said(
				"openvz-version",
				rowsOf(1, () => ({ "openvz-6": 3, "openvz-7": 1 })),
			).note,
		).toBe("n = 4 hosts · reports of 14 days (OpenVZ 7) and 60 days (OpenVZ 6) up to 1 January 2026");
	});
	it("states the hosts behind what is no host", () => {
		expect(
			said(
				"disk-kind",
				rowsOf(1, () => ({ ssd: 3 })),
			).note,
		).toBe("n = 3 disks on 3 hosts · reports of 14 days up to 1 January 2026");
	});
	it("says which days are not drawn, since a share of so few is none", () => {
		const growing = rowsOf(3, (i) => ({ intel: i ? 10 * i : 1 }));
		expect(said("cpu-vendor", growing).note).toBe(
			"n = 20 hosts · reports of 14 days up to 3 January 2026 · days with fewer than 10 hosts are not drawn · up to 2 January 2026, the first reports were still coming in",
		);
		const statistic = statisticBySlug("cpu-vendor") ?? expect.fail();
		const history = series(statistic, "openvz7", growing, columnsOf(growing.rows, growing.from), none);
		expect(lineChart(history, statistic, { size: "wide", language: "en" }).lines[0]?.values).toEqual([null, 100, 100]);
	});
	it("has no window where all reports count", () => {
		expect(
			said(
				"hosts-total",
				rowsOf(1, () => ({ all: 3 })),
			).note,
		).toBe("all reports up to 1 January 2026");
	});
});
