/** Beside bars of weeks, the numbers of the last whole week. */
import { expect, test } from "vitest";
import type { Day } from "#lib/day";
import { distribution } from "#lib/series/distribution";
import { lastPeriod } from "#lib/series/periods";
import { series } from "#lib/series/series";
import { statisticBySlug } from "#lib/statistics/index";
import { columnsOf, rowsOf } from "../components/rows";

const statistic = statisticBySlug("iso-downloads") ?? expect.fail();
const { from, to, rows } = rowsOf(60, (i) => ({ "7.0.22": 3, "7.0.21": i % 2 }));
const labels = new Map([
	["7.0.22", "OpenVZ 7.0.22"],
	["7.0.21", "OpenVZ 7.0.21"],
]);
const ofDay = distribution(statistic, "openvz7", to, rows, labels);
const history = series(statistic, "openvz7", { from, to }, columnsOf(rows, from), labels);

test("days add up to the last week that is whole", () => {
	const ofWeek = lastPeriod(ofDay, history, statistic) ?? expect.fail();
	expect(new Date(`${ofWeek.date}T00:00:00Z`).getUTCDay()).toBe(0);
	expect(ofWeek.date <= to).toBe(true);
	expect(ofWeek.every).toBe("week");
	expect(ofWeek.rows[0]).toMatchObject({ bucket: "7.0.22", total: 21 });
	expect(ofWeek.rows[1]?.total).toBeGreaterThanOrEqual(3);
	expect(ofWeek.base.total).toBe(ofWeek.rows.reduce((sum, { total }) => sum + total, 0));
});

test("of hosts, the day tells as much", () => {
	const vendors = statisticBySlug("cpu-vendor") ?? expect.fail();
	const some = rowsOf(60, () => ({ intel: 80, amd: 20 }));
	const on = distribution(vendors, "openvz7", some.to as Day, some.rows, undefined);
	const course = series(vendors, "openvz7", some, columnsOf(some.rows, some.from), new Map());
	expect(lastPeriod(on, course, vendors)).toBeNull();
});
