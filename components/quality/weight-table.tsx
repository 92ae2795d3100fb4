import { Static } from "#components/static";
import { ShareCell } from "#components/statistic/cells";
import { hrefOf, methodologyPath, statisticPath, type View } from "#lib/address/links";
import { amountOf } from "#lib/series/captions";
import { titleOf } from "#lib/statistics/labels";
import type { Statistic, Unit } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";

interface Props {
	view: View;
	/** The largest share first. */
	weights: readonly {
		statistic: Statistic;
		percent: number;
		hosts: number;
		total: { amount: number; unit: Unit };
	}[];
	date: string;
}

/** What the largest host has of each total. */
export function WeightSection({ view, weights, date }: Props) {
	const { language } = view;
	const t = translate(language);
	const methodology = (text: React.ReactNode) => <a href={hrefOf(view, methodologyPath)}>{text}</a>;
	return (
		<Static as="section" aria-labelledby="weight">
			<h2 id="weight">{t("quality.weight.title")}</h2>
			<p className="about">{t.rich("quality.weight.about", { methodology })}</p>
			{weights.length === 0 ? (
				<p className="nothing">{t("quality.weight.none", { date })}</p>
			) : (
				<table className="distribution quality names">
					<caption>{t("quality.weight.caption", { date })}</caption>
					<thead>
						<tr>
							<th scope="col">{t("quality.weight.statistic")}</th>
							<th scope="col" className="share">
								{t("quality.weight.share")}
							</th>
						</tr>
					</thead>
					<tbody>
						{weights.map(({ statistic, percent, hosts, total }) => (
							<tr key={statistic.slug} id={`weight-${statistic.slug}`}>
								<th scope="row">
									<a href={hrefOf(view, statisticPath(statistic))}>{titleOf(statistic, language)}</a>
									<small>
										{t("quality.weight.base", { amount: amountOf(total.amount, total.unit, language), hosts })}
									</small>
								</th>
								<ShareCell percent={percent} baseHosts={hosts} colour="c0" language={language} />
							</tr>
						))}
					</tbody>
				</table>
			)}
		</Static>
	);
}
