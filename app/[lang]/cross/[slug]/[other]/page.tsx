import type { Metadata } from "next";
import { AsJson, QuestionTitle } from "#components/questions/asked";
import { DividedBars, HeatTable } from "#components/questions/cross-table";
import { crossPath, dataPathOf, dataViewParameters, hrefOf } from "#lib/address/links";
import { queryOf } from "#lib/address/query";
import { formatDay } from "#lib/format";
import type { Language } from "#lib/language";
import { readCross } from "#lib/query/questions";
import { openCross } from "#lib/site/questions";
import { statistics } from "#lib/statistics/index";
import { titleOf } from "#lib/statistics/labels";
import { canCross } from "#lib/statistics/questions";
import { isSentBy } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { openView, type ViewProps } from "../../../open-view";
import { PageFrame } from "../../../page-frame";
import { pageMetadata } from "../../../page-metadata";
import { asked } from "../../../question-page";

type Props = ViewProps<{ slug: string; other: string }>;
type Cross = Awaited<ReturnType<typeof readCross>>;

const open = asked(async ({ slug, other: by }: { slug: string; other: string }, query, language) => {
	const { subject, other, day } = await openCross(slug, by, query, language);
	return { subject, other, cross: await readCross(subject, other, day) };
});

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { subject, cross } = await open(props);
	const { language } = subject;
	return pageMetadata(props, {
		title: translate(language)("questions.cross.title", { title: cross.statistic.title, by: cross.by.title }),
		description: answerOf(cross, language),
	});
}

/** One statistic by another. */
export default async function CrossPage(props: Props) {
	const opened = await openView(props);
	const { view } = opened;
	const { subject, other, cross } = await open(props);
	const { statistic, language, product } = subject;
	const t = translate(language);
	const titles = { title: cross.statistic.title, by: cross.by.title };
	const path = crossPath(statistic, other);
	const others = statistics.filter((one) => canCross(statistic, one) && isSentBy(one, product) && one !== other);
	return (
		<PageFrame
			{...{ opened, path }}
			section={statistic.page}
			heading={<QuestionTitle {...{ view, statistic }} title={t("questions.cross.title", titles)} />}
		>
			<p className="own-numbers">{answerOf(cross, language)}</p>
			<p className="lead">
				<a href={hrefOf(view, crossPath(other, statistic))}>{t("questions.cross.swap")}</a>
			</p>
			{cross.rows.length > 0 && (
				<>
					<HeatTable
						{...{ cross, language }}
						caption={t("questions.cross.caption", { ...titles, date: formatDay(cross.date, language) })}
					/>
					<p className="note">{t("questions.cross.merged")}</p>
					<DividedBars {...{ cross, language }} by={other} caption={t("questions.cross.bars", titles)} />
				</>
			)}
			<nav className="contents" aria-label={t("questions.cross.link")}>
				<p>{t("questions.cross.link")}</p>
				{others.map((one) => (
					<a key={one.slug} href={hrefOf(view, crossPath(statistic, one))}>
						{titleOf(one, language)}
					</a>
				))}
			</nav>
			<AsJson
				view={view}
				href={`${dataPathOf(statistic, "day")}/cross.json${queryOf(dataViewParameters(view), [["by", other.slug]])}`}
			/>
		</PageFrame>
	);
}

function answerOf({ base, rows, labels, date }: Cross, language: Language): string {
	const t = translate(language);
	const [largest] = [...rows].sort((a, b) => b.hosts - a.hosts);
	if (!largest) return t("questions.cross.empty", { date: formatDay(date, language) });
	return t("questions.cross.lead", {
		hosts: t("questions.hosts", { count: base.hosts }),
		a: labels.a[largest.a] ?? largest.a,
		b: labels.b[largest.b] ?? largest.b,
		count: largest.hosts,
	});
}
