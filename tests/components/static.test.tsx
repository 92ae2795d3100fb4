/** Markup as text is what React makes of it, and refuses what it cannot write. */
import { Fragment } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { ApiGroup, SchemaList } from "#components/api/index-lists";
import { Frame } from "#components/frame/frame";
import { markupOf, Static } from "#components/static";
import { CourseCell, ShareCell } from "#components/statistic/cells";
import { DistributionTable } from "#components/statistic/distribution-table";
import { WholeTable } from "#components/statistic/whole-table";
import { plainState } from "#lib/address/chart-view";
import type { Day } from "#lib/day";
import { languages } from "#lib/language";
import { distribution } from "#lib/series/distribution";
import cpuVendor from "#lib/statistics/cpu-vendor";

// It comes alive in the browser, and stands in no text.
vi.mock(import("#components/search/slash-key"), () => ({ SlashKey: () => null }));

const hostile = `</b><script>alert("1")</script>&'`;
const [firstDay, lastDay] = ["2025-11-02", "2026-11-21"] as [Day, Day];
const rows = [
	{ day: lastDay, bucket: "", hosts: 9, total: 9, merged: null },
	{ day: lastDay, bucket: "intel", hosts: 5, total: 5, merged: null },
	{ day: lastDay, bucket: "other", hosts: 2, total: 2, merged: 2 },
];

const Plain = ({ children }: { children: React.ReactNode }) => children;

it.each([
	["texts and numbers", [hostile, 0, 1.5, null, undefined, false, true, ""]],
	[
		"attributes",
		<a key="1" href={`/?a=1&b=${hostile}`} title={hostile} hrefLang="ru" aria-current={false}>
			a
		</a>,
	],
	["what is absent", <i key="1" hidden={false} title={undefined} className="" data-on={undefined} />],
	["what has no value", <input key="1" hidden disabled required defaultValue={undefined} />],
	["styles", <i key="1" style={{ width: "12.5%", background: "var(--c0)", fontWeight: "bold", color: undefined }} />],
	[
		"drawings",
		<svg key="1" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
			<path d="M0 0" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
		</svg>,
	],
	[
		"components and fragments",
		<Fragment key="1">
			<Plain>{hostile}</Plain>
			<br />
			<Static as="p" className="x">
				<b>{hostile}</b>
			</Static>
		</Fragment>,
	],
])("%s", (_, node) => {
	expect(markupOf(node)).toBe(renderToStaticMarkup(node));
});

it.each(languages)("what pages have of it in %s", (language) => {
	const view = { language, product: "openvz7", day: lastDay } as const;
	const shown = distribution(cpuVendor, "openvz7", lastDay, rows, new Map(), language);
	const offered = shown.rows.map((row) => ({
		...row,
		course: [0, null, 0.5],
		change: row.merged ? null : { points: -0.5, interval: [-1.2, 0.2] as [number, number], certain: false },
		isHidden: true,
	}));
	const node = (
		<>
			<Frame
				{...{ view, path: "/cpu", section: "cpu", choice: "view", observed: new Map() }}
				published={{ firstDay, lastDay }}
				simulated
			>
				{hostile}
			</Frame>
			<DistributionTable threshold={5} distribution={shown} language={language} colours={new Map([["intel", "c0"]])} />
			<WholeTable
				threshold={5}
				view={view}
				state={{ ...plainState, search: hostile, sort: "hosts" }}
				distribution={shown}
				counted={shown}
				colours={new Map()}
				rows={offered}
				since={{ day: firstDay, baseHosts: 900 }}
			/>
			<ApiGroup
				view={view}
				group={{
					name: "a",
					title: hostile,
					operations: [{ id: "a", part: "a", method: "GET", path: "/", summary: hostile }],
				}}
			/>
			<SchemaList view={view} schemas={[{ name: "a", about: hostile, fields: [] }]} />
			<table>
				<tbody>
					<tr>
						<CourseCell course={[0, 1, null, 1]} colour="c0" />
						<ShareCell baseHosts={100_000} percent={50} colour="c0" language={language} />
					</tr>
				</tbody>
			</table>
		</>
	);
	// The fields for a day and for a search stand in forms, which are no text.
	const withoutField = (markup: string) => markup.replace(/<input type="(date|search)"[^>]*>/g, "");
	expect(withoutField(markupOf(node))).toBe(withoutField(renderToStaticMarkup(node)));
});

it("refuses what comes alive in the browser, and what has to be waited for", () => {
	const Late = async () => "late";
	const InBrowser = Object.assign(() => null, { $$typeof: Symbol.for("react.client.reference") });
	expect(() => markupOf(<InBrowser />)).toThrow("only elements and components that are plain functions");
	expect(() => markupOf(<Late />)).toThrow("only elements and components that are plain functions");
});
