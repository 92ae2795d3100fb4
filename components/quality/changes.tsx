import { hrefOf, statisticPath, type View } from "#lib/address/links";
import type { Day } from "#lib/day";
import { formatDay } from "#lib/format";
import { titleOf } from "#lib/statistics/labels";
import type { Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";

interface Change {
	statistic: Statistic;
	day: Day;
	text: string;
}

/** What changed the meaning of numbers, and where. */
export function ChangesOfMeaning({ view, changes }: { view: View; changes: readonly Change[] }) {
	const { language } = view;
	const t = translate(language);
	return (
		<section aria-labelledby="changes">
			<h2 id="changes">{t("quality.changes.title")}</h2>
			<p className="about">{t(changes.length > 0 ? "quality.changes.about" : "quality.changes.none")}</p>
			{changes.length > 0 && (
				<ul className="days">
					{changes.map(({ statistic, day, text }) => (
						<li key={`${statistic.slug} ${day}`}>
							<time dateTime={day}>{formatDay(day, language)}</time>{" "}
							<a href={hrefOf(view, statisticPath(statistic))}>{titleOf(statistic, language)}</a>: {text}
						</li>
					))}
				</ul>
			)}
		</section>
	);
}
