import type { Metadata } from "next";
import { AsJson, ChoiceField, DayField, QuestionForm, QuestionTitle } from "#components/questions/asked";
import { ChangeTable, FlowTable, Waterfall } from "#components/questions/moves";
import { dataPathOf, dataViewParameters, hrefOf, retirePath, whyPath } from "#lib/address/links";
import { type QueryParts, queryOf } from "#lib/address/query";
import { formatDay, formatNumber, formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import { windowDays } from "#lib/product";
import { readMoves } from "#lib/query/questions";
import { readDistribution } from "#lib/query/read";
import { openMoves } from "#lib/site/questions";
import { titleOf } from "#lib/statistics/labels";
import { isOneNumber } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { openView, type ViewProps } from "../../open-view";
import { PageFrame } from "../../page-frame";
import { pageMetadata } from "../../page-metadata";
import { asked } from "../../question-page";

type Props = ViewProps<{ slug: string }>;
type Moves = Awaited<ReturnType<typeof readMoves>>;

const open = asked(async ({ slug }: { slug: string }, query, language) => {
	const { subject, days, bucket } = await openMoves(slug, query, language);
	const moves = await readMoves(subject, days, bucket);
	return { subject, days, bucket, moves, title: titleOf(subject.statistic, language) };
});

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { subject, moves, title } = await open(props);
	const { language } = subject;
	return pageMetadata(props, {
		title: translate(language)("questions.why.title", { title }),
		description: answerOf(moves, title, language),
	});
}

/** What happened between two days to the hosts that are counted. */
export default async function WhyPage(props: Props) {
	const opened = await openView(props);
	const { view, shown } = opened;
	const { subject, days, bucket, moves, title } = await open(props);
	const { statistic, product, language } = subject;
	const t = translate(language);
	const published = shown?.published ?? { firstDay: days.from, lastDay: days.to };
	const path = whyPath(statistic);
	const asParameters: QueryParts = [
		["from", days.from],
		["to", days.to],
		...(bucket ? [["bucket", bucket] as const] : []),
	];
	const { rows } = await readDistribution(statistic, product, days.to, language);
	const { amount } = moves;
	const unit = (value: number) => t(`amount.${statistic.unit}`, { count: value, text: formatNumber(value, language) });
	return (
		<PageFrame
			opened={opened}
			path={path}
			keep={asParameters}
			section={statistic.page}
			choice="product"
			heading={<QuestionTitle {...{ view, statistic }} title={t("questions.why.title", { title })} />}
		>
			<p className="own-numbers">{answerOf(moves, title, language)}</p>
			<Waterfall {...{ moves, language }} />
			<p className="note">
				{t("questions.why.silentNote", { days: windowDays[product] })} {moves.few && t("questions.fewNote")}
			</p>
			{moves.returns && moves.silent !== 0 && <p className="about">{returnsText(moves.returns, language)}</p>}
			{amount && (
				<p className="about">
					{t("questions.why.amount", {
						start: unit(amount.start),
						grown: formatNumber(amount.grown, language),
						shrunk: formatNumber(amount.shrunk, language),
						end: unit(amount.end),
					})}
				</p>
			)}
			<div className="halves">
				<FlowTable title={t("questions.why.to5")} flows={moves.flows.to} language={language} />
				<FlowTable title={t("questions.why.from5")} flows={moves.flows.from} language={language} />
			</div>
			{moves.by.length > 0 && (
				<>
					<h2>{t("questions.why.by")}</h2>
					<div className="halves">
						{moves.by.map((one) => (
							<ChangeTable key={one.statistic.slug} {...one} days={days} language={language} />
						))}
					</div>
				</>
			)}
			<QuestionForm view={{ ...view, day: null }} path={path}>
				{!isOneNumber(statistic) && (
					<ChoiceField
						label={t("questions.why.of")}
						name="bucket"
						value={bucket ?? ""}
						choices={[
							{ value: "", text: t("questions.everybody") },
							...(bucket && !rows.some((row) => row.bucket === bucket)
								? [{ value: bucket, text: moves.label ?? bucket }]
								: []),
							...rows.map((row) => ({ value: row.bucket, text: row.label })),
						]}
					/>
				)}
				<DayField label={t("questions.why.from")} name="from" day={days.from} published={published} />
				<DayField label={t("questions.why.to")} name="to" day={days.to} published={published} />
			</QuestionForm>
			{bucket && !isOneNumber(statistic) && (
				<p className="more">
					<a href={hrefOf({ ...view, day: null }, retirePath(statistic, bucket))}>
						{t("questions.retire.title", { label: moves.label ?? bucket })}
					</a>
				</p>
			)}
			<AsJson
				view={view}
				href={`${dataPathOf(statistic, "day")}/why.json${queryOf(dataViewParameters({ ...view, day: null }), asParameters)}`}
			/>
		</PageFrame>
	);
}

/** How many silent hosts came back before: a gap in reporting is not a loss. */
function returnsText(
	{ days, from, to, silences, returned, percent, interval: [low, high] }: NonNullable<Moves["returns"]>,
	language: Language,
): string {
	const share = (value: number) => formatShareOf(value, silences, language);
	return translate(language)("questions.why.returns", {
		...{ days, percent: share(percent), low: share(low), high: share(high) },
		from: formatDay(from, language),
		to: formatDay(to, language),
		silences: formatNumber(silences, language),
		returned: formatNumber(returned, language),
	});
}

function answerOf({ label, start, end, from, to }: Moves, title: string, language: Language): string {
	const t = translate(language);
	const hosts = (count: number | null) => (count === null ? t("questions.few") : t("questions.hosts", { count }));
	return t("questions.why.lead", {
		subject: label ? `${title} (${label})` : title,
		...{ start: hosts(start), end: hosts(end) },
		from: formatDay(from, language),
		to: formatDay(to, language),
	});
}
