/** A changed rule is said where a statistic's method is. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StatisticMethod } from "#components/statistic/method";
import type { Day } from "#lib/day";
import { distribution } from "#lib/series/distribution";
import { methodOf } from "#lib/series/method";
import { recipeOf } from "#lib/series/recipe";
import cpuVendor from "#lib/statistics/cpu-vendor";
import type { Note } from "#lib/statistics/labels";

const day = "2026-11-21" as Day;
const rows = [
	{ day, bucket: "", hosts: 4, total: 4, merged: null },
	{ day, bucket: "intel", hosts: 3, total: 3, merged: null },
];

test.each([
	["en", "A rule changed", /14 January 2026|Jan(uary)? 14, 2026/],
	["ru", "Правило изменилось", /14 января 2026/],
] as const)("with its day, in %s", (language, said, date) => {
	const notes = [{ day: "2026-01-14" as Day, text: said }];
	const shown = distribution(cpuVendor, "openvz7", day, rows, new Map(), language);
	const markup = (own: readonly Note[]) =>
		renderToStaticMarkup(
			<StatisticMethod
				view={{ language, product: "openvz7", day: null }}
				statistic={cpuVendor}
				method={{ ...methodOf(cpuVendor, "openvz7", shown, language), notes: own }}
				recipe={recipeOf(cpuVendor, "openvz7", day)}
			/>,
		).replaceAll("\u00a0", " ");
	const text = markup(notes);
	expect(text).toContain(said);
	expect(text).toMatch(date);
	expect(text).toContain("3 ÷ 4");
	expect(markup([])).not.toContain(said);
});
