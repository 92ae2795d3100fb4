import type { ReactNode } from "react";
import { formatNumber } from "#lib/format";
import type { Language } from "#lib/language";
import type { Product } from "#lib/product";
import { translate } from "#lib/text/index";
import { Elapsed } from "./elapsed";

interface Info {
	product: Product;
	/** `null` before the first published day. */
	counts: Record<(typeof counted)[number] | "hostsActive", number> | null;
	reports: number;
	lastReportAt: Date | null;
}

const counted = ["hostsTotal", "hostsWithContainers", "hostsWithRunningContainers"] as const;

interface Props {
	infos: readonly Info[];
	language: Language;
	now: Date;
	/** Which lines are as of when. */
	note: string;
	growthHref: string;
}

/** The box that the site has always had, for each product. */
export function GeneralInfo({ infos, language, now, note, growthHref }: Props) {
	const t = translate(language);
	const number = (value: number | undefined) => (value === undefined ? "–" : formatNumber(value, language));
	return (
		<section className="general" aria-labelledby="general-info">
			<h2 id="general-info">{t("generalInfo.title")}</h2>
			<div className="products-info">
				{infos.map(({ product, counts, reports, lastReportAt }) => (
					<table key={product} className="info">
						<caption>{t(`product.${product}`)}</caption>
						<tbody>
							{counted.map((line) => (
								<Line key={line} label={t(`generalInfo.${line}`)} value={number(counts?.[line])} />
							))}
							<Line label={t(`generalInfo.hostsActive.${product}`)} value={number(counts?.hostsActive)} />
							<Line label={t("generalInfo.reports")} value={number(reports)} />
							<Line
								label={t("generalInfo.lastReport")}
								value={
									lastReportAt ? (
										<Elapsed milliseconds={now.getTime() - lastReportAt.getTime()} />
									) : (
										t("generalInfo.never")
									)
								}
							/>
						</tbody>
					</table>
				))}
			</div>
			<p className="note">
				{note} <a href={growthHref}>{t("generalInfo.growth")}</a>
			</p>
		</section>
	);
}

function Line({ label, value }: { label: string; value: ReactNode }) {
	return (
		<tr>
			<th scope="row">{label}</th>
			<td>{value}</td>
		</tr>
	);
}
