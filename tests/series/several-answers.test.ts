import { describe, expect, it } from "vitest";
import { barChart } from "#lib/series/bar-chart";
import { bucketsToDraw } from "#lib/series/chart-kind";
import { wholeNote } from "#lib/series/chart-spec";
import { distribution } from "#lib/series/distribution";
import { lineChart } from "#lib/series/line-chart";
import { series } from "#lib/series/series";
import { statistics } from "#lib/statistics/index";
import services from "#lib/statistics/services";
import { columnsOf, rowsOf } from "../components/rows";

const hosts = 158;
const everywhere = ["auditd.service", "crond.service", "dbus.service", "sshd.service", "vz.service"];
const some = { "chronyd.service": 130, "ntpd.service": 28 };
const data = (totals: Record<string, number>) =>
	rowsOf(
		3,
		() => totals,
		() => hosts,
	);
const all = data({ ...Object.fromEntries(everywhere.map((one) => [one, hosts])), ...some, other: 40 });

function bars({ to, rows }: ReturnType<typeof data>, chosen: readonly string[] = []) {
	const shown = distribution(services, "openvz7", to, rows, new Map(), "en");
	return barChart(shown, services, { size: "wide", language: "en", chosen });
}

describe("several answers of each host", () => {
	it("fold away what all hosts have, and name it", () => {
		const spec = bars(all);
		expect(spec.bars.map(({ bucket }) => bucket)).toEqual(["chronyd.service", "ntpd.service", "other"]);
		expect(spec.everywhere?.labels).toEqual(everywhere);
		expect(spec.everywhere?.text).toBe("on all hosts: auditd.service, crond.service, dbus.service, 2 others");
		expect(wholeNote(spec)).toBe(`${spec.note} · ${spec.everywhere?.text}`);
		expect(spec.sentence).toContain("chronyd");
	});
	it("say that some hosts are without", () => {
		const large = rowsOf(
			1,
			() => ({ "sshd.service": 999, "ntpd.service": 28 }),
			() => 1000,
		);
		expect(bars(large).everywhere?.text).toBe("on more than 99.5% of hosts: sshd.service");
	});
	it("draw what a reader chose", () => {
		expect(bars(all, ["sshd.service"]).bars.map(({ bucket }) => bucket)).toContain("sshd.service");
	});
	it("draw all where nothing else is", () => {
		const spec = bars(data({ "sshd.service": hosts }));
		expect(spec.bars).toHaveLength(1);
		expect(spec.everywhere).toBeUndefined();
	});
	it("have no lines for them either", () => {
		const { from, to, rows } = all;
		const history = series(services, "openvz7", { from, to }, columnsOf(rows, from), new Map());
		const spec = lineChart(history, services, { size: "wide", language: "en" });
		expect(spec.lines.map(({ bucket }) => bucket)).toEqual(["chronyd.service", "ntpd.service", "other"]);
		expect(bucketsToDraw(services, ["a", "b"])).toEqual(["a", "b"]);
	});
	it("are those of five statistics", () => {
		expect(
			statistics
				.filter(({ hasSeveral }) => hasSeveral)
				.map(({ slug }) => slug)
				.sort(),
		).toEqual(["cgroup-controllers", "container-processes", "nic-driver", "openvz-packages", "services"]);
	});
});
