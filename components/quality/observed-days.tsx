import { Static } from "#components/static";
import { hrefOf, statisticPath, type View } from "#lib/address/links";
import type { Day } from "#lib/day";
import { formatDay } from "#lib/format";
import { statisticsWith } from "#lib/statistics/index";
import { titleOf } from "#lib/statistics/labels";
import { isObserved } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";

interface Props {
	view: View;
	/** By the slug of the statistic. */
	observed: ReadonlyMap<string, { firstDay: Day; lastDay: Day }>;
}

/** From when to when there are numbers that need no reporter. */
export function ObservedDays({ view, observed }: Props) {
	const { language } = view;
	const t = translate(language);
	const day = (slug: string, which: "firstDay" | "lastDay") => {
		const range = observed.get(slug);
		return range ? formatDay(range[which], language, "short") : "";
	};
	return (
		<section aria-labelledby="observed">
			<h2 id="observed">{t("quality.observed.title")}</h2>
			<p className="about">{t("quality.observed.about")}</p>
			<Static as="table" className="quality observed">
				<thead>
					<tr>
						<th scope="col">{t("quality.observed.statistic")}</th>
						<th scope="col">{t("quality.observed.first")}</th>
						<th scope="col">{t("quality.observed.last")}</th>
					</tr>
				</thead>
				<tbody>
					{statisticsWith(observed)
						.filter(isObserved)
						.map((statistic) => (
							<tr key={statistic.slug}>
								<th scope="row">
									<a href={hrefOf(view, statisticPath(statistic))}>{titleOf(statistic, language)}</a>
								</th>
								<td>{day(statistic.slug, "firstDay")}</td>
								<td>{day(statistic.slug, "lastDay")}</td>
							</tr>
						))}
				</tbody>
			</Static>
		</section>
	);
}
