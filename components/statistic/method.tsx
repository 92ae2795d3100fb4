import { Static } from "#components/static";
import { hrefOf, statisticPath, type View } from "#lib/address/links";
import { formatDay } from "#lib/format";
import type { Method } from "#lib/series/method";
import type { Recipe } from "#lib/series/recipe";
import { titleOf } from "#lib/statistics/labels";
import type { Statistic } from "#lib/statistics/statistic";
import { translateOnServer } from "#lib/text/server";

interface Props {
	view: View;
	statistic: Statistic;
	method: Method;
	recipe: Recipe;
}

const parts = ["counted", "base", "window", "threshold", "formula", "example"] as const;

/** How one statistic is counted, and how to reproduce it. */
export function StatisticMethod({ view, statistic, method, recipe }: Props) {
	const { language } = view;
	const t = translateOnServer(language);
	return (
		<Static as="article" className="method" id={statistic.slug} aria-labelledby={`${statistic.slug}-title`}>
			<h2 id={`${statistic.slug}-title`}>
				<a href={hrefOf(view, statisticPath(statistic))}>{titleOf(statistic, language)}</a>
			</h2>
			<dl>
				{parts.map((part) => (
					<div key={part}>
						<dt>{t(`method.${part}`)}</dt>
						<dd>{method[part]}</dd>
					</div>
				))}
				{method.notes.length > 0 && (
					<div>
						<dt>{t("method.notes")}</dt>
						{method.notes.map(({ day, text }) => (
							<dd key={day}>
								{formatDay(day, language)}: {text}
							</dd>
						))}
					</div>
				)}
			</dl>
			<details>
				<summary>{t("method.again")}</summary>
				<Sql title={t("method.rows")} text={recipe.rows} />
				<Sql title={t("method.raw")} text={recipe.raw} />
				{recipe.rawBase && <Sql title={t("method.rawBase")} text={recipe.rawBase} />}
			</details>
		</Static>
	);
}

function Sql({ title, text }: { title: string; text: string }) {
	return (
		<>
			<p>{title}</p>
			<pre>
				<code>{text}</code>
			</pre>
		</>
	);
}
