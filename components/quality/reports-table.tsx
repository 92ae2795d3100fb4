import type { Day } from "#lib/day";
import { formatDay, formatNumber } from "#lib/format";
import type { Language } from "#lib/language";
import { type Product, windowDays } from "#lib/product";
import { translate } from "#lib/text/index";
import { type Line, ProductTable } from "./product-table";

interface Reports {
	product: Product;
	firstReport: Day | null;
	onDay: number;
	hostsOnDay: number;
	usual: { reports: number; days: number } | null;
	active: number;
	inWindow: number;
	inWindowBefore: number | null;
	perHost: number | null;
	without: { days: number; longest: { to: Day; days: number } | null };
}

interface Props {
	reports: readonly Reports[];
	date: string;
	language: Language;
}

/** How many reports came, and how many usually come, by product. */
export function ReportsTable({ reports, date, language }: Props) {
	const t = translate(language);
	const number = (value: number | null | undefined) =>
		value === null || value === undefined ? "–" : formatNumber(value, language);
	const days = Math.max(...reports.map(({ usual }) => usual?.days ?? 0));
	const lines: Line<Reports>[] = [
		{
			what: t("quality.reports.first"),
			of: ({ firstReport }) => (firstReport ? formatDay(firstReport, language, "short") : t("quality.reports.never")),
		},
		{ what: t("quality.reports.onDay"), of: ({ onDay }) => number(onDay) },
		{
			what: days > 0 ? t("quality.reports.usual", { days }) : t("quality.reports.usualOfNone"),
			of: ({ usual }) => number(usual?.reports),
		},
		{ what: t("quality.reports.hosts"), of: ({ hostsOnDay }) => number(hostsOnDay) },
		{
			what: t("quality.reports.window"),
			of: ({ product }) => t("quality.reports.windowDays", { days: windowDays[product] }),
		},
		{ what: t("quality.reports.active"), of: ({ active }) => number(active) },
		{ what: t("quality.reports.inWindow"), of: ({ inWindow }) => number(inWindow) },
		{ what: t("quality.reports.before"), of: ({ inWindowBefore }) => number(inWindowBefore) },
		{ what: t("quality.reports.perHost"), of: ({ perHost }) => number(perHost) },
		{
			what: t("quality.reports.without"),
			of: ({ firstReport, without }) => number(firstReport && without.days),
		},
		{ what: t("quality.reports.longest"), of: ({ without }) => <Longest {...{ ...without, language }} /> },
	];
	return (
		<ProductTable
			caption={t("quality.reports.caption", { date })}
			lines={lines}
			products={reports}
			language={language}
		/>
	);
}

function Longest({ longest, language }: Reports["without"] & { language: Language }) {
	const t = translate(language);
	if (!longest) return "–";
	return (
		<>
			{t("quality.reports.longestDays", { days: longest.days })}
			<small>{t("quality.reports.until", { date: formatDay(longest.to, language, "short") })}</small>
		</>
	);
}
