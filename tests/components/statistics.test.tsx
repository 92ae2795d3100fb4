/** A picture of each statistic's history: five days of a few of its own buckets, as its page draws it on a phone. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { StaticChart } from "#components/chart/static";
import { lineChart } from "#lib/series/line-chart";
import { series } from "#lib/series/series";
import { statistics } from "#lib/statistics/index";
import { isOneNumber, type Statistic } from "#lib/statistics/statistic";
import { paint } from "./paint";
import { columnsOf, rowsOf, sumsOf } from "./rows";
import { expectChart } from "./snapshot";

const bucketsMost = 4;
/** Of statistics whose buckets the catalog cannot know. */
const open: Readonly<Record<string, readonly string[]>> = {
	"openvz-release": ["7.0.11", "7.0.10"],
	"iso-downloads": ["7.0.11", "7.0.10"],
	kernel: ["3.10.0-957.12.2.vz7.96.21", "2.6.32-042stab076.8"],
	country: ["us", "fr", "de"],
	"host-distro": ["centos-6", "virtuozzo-7"],
	"container-os": ["centos-7", "debian-9"],
	"container-processes": ["nginx", "mysql"],
	"vm-guest-os": ["win-2016", "centos"],
	"host-vendor": ["supermicro", "dell"],
	"disk-model": ["mz7lh960", "st4000nm0033"],
	"cpu-model": ["xeon-e5-2620-v4", "epyc-7402p"],
	"cpu-generation": ["xeon-e5-v4", "epyc-rome"],
	"cgroup-controllers": ["cpu", "memory", "blkio"],
	"nic-driver": ["igb", "ixgbe"],
	services: ["sshd", "chronyd"],
	"crash-components": ["kernel", "prl-disp-service"],
	"crash-releases": ["7.0.17", "centos-7"],
	"openvz-packages": ["vzctl-7.0.205", "vzkernel-3.10.0"],
};

function bucketsOf(statistic: Statistic): readonly string[] {
	if (isOneNumber(statistic)) return ["all"];
	const named = typeof statistic.labels === "object" ? Object.keys(statistic.labels) : [];
	return (statistic.order ?? open[statistic.slug] ?? named).slice(0, bucketsMost);
}

test.each(statistics)("$slug", (statistic) => {
	const buckets = bucketsOf(statistic);
	expect(buckets.length, "give it buckets here").toBeGreaterThan(0);
	const { from, to, rows } = rowsOf(5, (day) =>
		Object.fromEntries(buckets.map((bucket, i) => [bucket, 1000 * (buckets.length - i) + 40 * day * (i + 1)])),
	);
	const product = statistic.products[0] ?? "openvz7";
	const counted = series(statistic, product, { from, to }, columnsOf(rows, from), new Map(), { language: "en" });
	const history = { ...counted, sums: sumsOf(rows) };
	const spec = lineChart(history, statistic, { size: "narrow", language: "en" });
	expect(spec.lines.length).toBeGreaterThan(0);
	expectChart(`statistics/${statistic.slug}`, <StaticChart spec={spec} paint={paint} />);
});

test("no picture is of a statistic that is gone", () => {
	const kept = readdirSync(join(import.meta.dirname, "output/statistics")).map((file) => file.replace(".svg", ""));
	expect(kept.toSorted()).toEqual(statistics.map(({ slug }) => slug).toSorted());
});
