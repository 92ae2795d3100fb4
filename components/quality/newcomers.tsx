import { Static } from "#components/static";
import { hrefOf, statisticPath, type View } from "#lib/address/links";
import type { Day } from "#lib/day";
import { formatDay, formatNumber, formatShareOf } from "#lib/format";
import type { Product } from "#lib/product";
import { titleOf } from "#lib/statistics/labels";
import type { Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { ProductTable } from "./product-table";

interface OneNetwork {
	day: Day;
	hosts: number;
	base: number;
	percent: number;
}

interface Newcomers {
	product: Product;
	onDay: number;
	usual: { hosts: number; days: number } | null;
	/** What one network added at most; `null` where networks are not known. */
	largest: OneNetwork | null;
	/** The most of the last days. */
	largestLately: OneNetwork | null;
}

interface Props {
	view: View;
	newcomers: readonly Newcomers[];
	/** The statistic of new hosts. */
	statistic: Statistic;
	date: string;
	days: number;
}

/** How many hosts are new, and whether many of them came from one network, as invented hosts would. */
export function NewcomersSection({ view, newcomers, statistic, date, days }: Props) {
	const { language } = view;
	const t = translate(language);
	const one = (of: OneNetwork | null, note?: string) =>
		of === null ? (
			"–"
		) : (
			<>
				{t("quality.newcomers.part", {
					hosts: formatNumber(of.hosts, language),
					share: formatShareOf(of.percent, of.base, language),
				})}
				{note && <small>{note}</small>}
			</>
		);
	const lines = [
		{ what: t("quality.newcomers.onDay"), of: ({ onDay }: Newcomers) => formatNumber(onDay, language) },
		{ what: t("quality.newcomers.largest"), of: ({ largest }: Newcomers) => one(largest) },
		{
			what: t("quality.newcomers.usual", { days }),
			of: ({ usual }: Newcomers) => (usual ? formatNumber(usual.hosts, language) : "–"),
		},
		{
			what: t("quality.newcomers.lately", { days }),
			of: ({ largestLately: most }: Newcomers) => one(most, most ? formatDay(most.day, language, "short") : undefined),
		},
	];
	return (
		<Static as="section" aria-labelledby="newcomers">
			<h2 id="newcomers">{t("quality.newcomers.title")}</h2>
			<p className="about">{t("quality.newcomers.about")}</p>
			<div className="numbers">
				<ProductTable
					caption={t("quality.newcomers.caption", { date })}
					lines={lines}
					products={newcomers}
					language={language}
				/>
				<p className="more">
					<a href={hrefOf(view, statisticPath(statistic))}>{titleOf(statistic, language)}</a>
				</p>
			</div>
		</Static>
	);
}
