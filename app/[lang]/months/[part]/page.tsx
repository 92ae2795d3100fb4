import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ChartFigure } from "#components/chart/chart-figure";
import { Step } from "#components/controls/step";
import { hrefOf, monthPath, monthsPath, type View } from "#lib/address/links";
import { monthTitle, type Review, reviewOf } from "#lib/feed/review";
import { formatDay } from "#lib/format";
import type { Language } from "#lib/language";
import { translate } from "#lib/text/index";
import { openView, type ViewProps } from "../../open-view";
import { PageFrame } from "../../page-frame";
import { pageMetadata } from "../../page-metadata";

type Props = ViewProps<{ part: string }>;

/** Read once for the page and its metadata. */
const open = cache(async (name: string, language: Language, days: Parameters<typeof reviewOf>[1]) =>
	reviewOf(name, days, language),
);

async function openedMonth(props: Props) {
	const page = await openView(props);
	const { view, shown } = page;
	const review = shown && (await open((await props.params).part, view.language, shown.published));
	return review ? { opened: page, view, review } : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { view, review } = await openedMonth(props);
	const title = translate(view.language)("questions.months.of", { month: monthTitle(review.month, view.language) });
	const lines = review.sections.flatMap((section) => [...section.lines, ...section.moves]);
	return pageMetadata(props, { title, description: lines.map(({ text }) => text).join(". ") });
}

/** What changed in one month beyond chance. */
export default async function MonthPage(props: Props) {
	const { opened, view, review } = await openedMonth(props);
	const { language } = view;
	const t = translate(language);
	const { month, previous, next, sections } = review;
	const path = monthPath(month.last.slice(0, 7));
	const to = (name: string | null) => (name ? hrefOf({ ...view, day: null }, monthPath(name)) : null);
	return (
		<PageFrame
			{...{ opened, path }}
			section="months"
			heading={
				<header className="title">
					<p className="crumb">
						<a href={hrefOf({ ...view, day: null }, monthsPath)}>{t("questions.months.title")}</a>
					</p>
					<h1>{monthTitle(month, language)}</h1>
				</header>
			}
			choice="none"
		>
			<p className="lead">
				{t("questions.months.lead", {
					from: formatDay(month.since, language),
					to: formatDay(month.last, language),
				})}
			</p>
			<p className="steps-of-months">
				<Step to={to(previous)} rel="prev" label={t("questions.months.previous")} sign="←" />
				<Step to={to(next)} rel="next" label={t("questions.months.next")} sign="→" />
			</p>
			{sections.map((section) => (
				<ReviewSection key={section.title} section={section} view={view} />
			))}
		</PageFrame>
	);
}

function ReviewSection({ section: { title, lines, moves }, view }: { section: Review["sections"][0]; view: View }) {
	const t = translate(view.language);
	return (
		<section>
			<h2>{title}</h2>
			<ul>
				{lines.map(({ text, path }) => (
					<li key={path}>
						<a href={path}>{text}</a>
					</li>
				))}
			</ul>
			{moves.length === 0 && <p>{t("programs.feed.still")}.</p>}
			<div className="halves">
				{moves.map(({ text, path, compare, chart }) => (
					<article key={path}>
						<h3>
							<a href={path}>{text}</a>
						</h3>
						<ChartFigure specs={[chart]} />
						<p className="more">
							<a href={compare}>{t("questions.months.compare")}</a>
						</p>
					</article>
				))}
			</div>
		</section>
	);
}
