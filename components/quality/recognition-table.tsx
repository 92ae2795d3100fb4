import { Fragment } from "react";
import { Static } from "#components/static";
import { ShareCell } from "#components/statistic/cells";
import { hrefOf, statisticPath, type View } from "#lib/address/links";
import { formatShareOf } from "#lib/format";
import { amountOf } from "#lib/series/captions";
import { titleOf } from "#lib/statistics/labels";
import type { Statistic, Unit } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";

interface Recognised {
	statistic: Statistic;
	base: { hosts: number; amount: number; unit: Unit };
	percent: number;
	parts: readonly { bucket: string; label: string; percent: number }[];
	merged: number;
	overlaps: boolean;
}

interface Props {
	view: View;
	/** The largest unnamed share first. */
	recognised: readonly Recognised[];
	date: string;
}

/** How much of each statistic has no name, and what that consists of. Fully named statistics are listed below the table. */
export function RecognitionTable({ view, recognised, date }: Props) {
	const t = translate(view.language);
	const some = recognised.filter(({ parts }) => parts.length > 0);
	const none = recognised.filter(({ parts }) => parts.length === 0);
	return (
		<>
			{some.length > 0 && (
				<Static as="table" className="distribution quality names">
					<caption>{t("quality.recognition.caption", { date })}</caption>
					<thead>
						<tr>
							<th scope="col">{t("quality.recognition.statistic")}</th>
							<th scope="col" className="share">
								{t("quality.recognition.share")}
							</th>
						</tr>
					</thead>
					<tbody>
						{some.map((one) => (
							<Row key={one.statistic.slug} view={view} recognised={one} />
						))}
					</tbody>
				</Static>
			)}
			{none.length > 0 && (
				<p className="note named">
					{t("quality.recognition.allNamed", { count: none.length })}{" "}
					{none.map(({ statistic }, i) => (
						<Fragment key={statistic.slug}>
							{i > 0 && ", "}
							<a href={hrefOf(view, statisticPath(statistic))}>{titleOf(statistic, view.language)}</a>
						</Fragment>
					))}
					.
				</p>
			)}
		</>
	);
}

function Row({ view, recognised }: { view: View; recognised: Recognised }) {
	const { language } = view;
	const t = translate(language);
	const { statistic, base, percent, parts, merged, overlaps } = recognised;
	const details = [
		...parts.map(({ bucket, label, percent: part }) => {
			const rare = bucket === "other" && merged > 0 ? t("quality.recognition.merged", { count: merged }) : "";
			return `${label} ${formatShareOf(part, base.hosts, language)}${rare}`;
		}),
		...(overlaps ? [t("quality.recognition.overlaps")] : []),
		t("chart.base", { amount: amountOf(base.amount, base.unit, language) }),
	];
	return (
		<tr id={`recognised-${statistic.slug}`}>
			<th scope="row">
				<a href={hrefOf(view, statisticPath(statistic))}>{titleOf(statistic, language)}</a>
				<small>{details.join(" · ")}</small>
			</th>
			<ShareCell percent={percent} baseHosts={base.hosts} colour="rest" language={language} />
		</tr>
	);
}
