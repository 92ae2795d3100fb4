import type { Metadata } from "next";
import { Frame } from "#components/frame/frame";
import {
	AsJson,
	ChoiceField,
	DayField,
	productChoices,
	QuestionForm,
	QuestionTitle,
} from "#components/questions/asked";
import { ComparisonTable } from "#components/questions/comparison";
import { comparedParameters, comparePath, dataPathOf } from "#lib/address/links";
import { queryOf } from "#lib/address/query";
import { formatDay, formatPointsOf, formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import { readComparison } from "#lib/query/questions";
import { openComparison } from "#lib/site/questions";
import { titleOf } from "#lib/statistics/labels";
import { isAcrossProducts, isSentBy } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { isSimulation, openView, type ViewProps } from "../../open-view";
import { pageMetadata } from "../../page-metadata";
import { PreviewTags } from "../../preview-tags";
import { asked } from "../../question-page";

type Props = ViewProps<{ slug: string }>;
type Comparison = Awaited<ReturnType<typeof readComparison>>;

const open = (props: Props) =>
	asked(props, async ({ slug }, query, language) => {
		const { subject, sides } = await openComparison(slug, query, language);
		const comparison = await readComparison(subject.statistic, sides, language);
		return { subject, sides, comparison, title: titleOf(subject.statistic, language) };
	});

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { subject, comparison, title } = await open(props);
	const { language } = subject;
	return pageMetadata(props, {
		title: translate(language)("questions.compare.title", { title }),
		description: answerOf(comparison, language),
	});
}

/** Two days of a statistic, or two products, side by side. */
export default async function ComparePage(props: Props) {
	const { view, shown } = await openView(props);
	const { subject, sides, comparison, title } = await open(props);
	const { statistic, language } = subject;
	const t = translate(language);
	const published = shown?.published ?? { firstDay: sides.a.day, lastDay: sides.b.day };
	const path = comparePath(statistic);
	const keep = comparedParameters(view, sides.a, sides.b);
	const names = namesOf(comparison, language);
	const choices = productChoices(view, (product) => isSentBy(statistic, product));
	const base = Math.min(comparison.a.base.hosts, comparison.b.base.hosts);
	return (
		<Frame view={view} path={path} keep={keep} section={statistic.page} published={null} simulated={isSimulation()}>
			<PreviewTags view={view} shown={shown} />
			<QuestionTitle
				{...{ view, statistic }}
				title={t("questions.compare.title", { title })}
				answer={`${t("questions.compare.sides", names)}. ${answerOf(comparison, language)}`}
			/>
			<ComparisonTable {...{ comparison, names, language }} />
			<p className="note">{base > 0 && t("questions.certainty")}</p>
			<QuestionForm view={{ ...view, day: null }} path={path}>
				{(["a", "b"] as const).map((side) => (
					<fieldset key={side}>
						<legend>{t(side === "a" ? "questions.compare.first" : "questions.compare.second")}</legend>
						<DayField label={t("date.asOf")} name={side} day={sides[side].day} published={published} />
						{choices.length > 1 && !isAcrossProducts(statistic) && (
							<ChoiceField
								label={t("site.product")}
								name={`${side}Product`}
								value={sides[side].product}
								choices={choices}
							/>
						)}
					</fieldset>
				))}
			</QuestionForm>
			<AsJson
				view={view}
				href={`${dataPathOf(statistic, "day")}/compare.json${queryOf([
					["a", sides.a.day],
					["b", sides.b.day],
					["aProduct", sides.a.product],
					["bProduct", sides.b.product],
				])}`}
			/>
		</Frame>
	);
}

/** What tells the sides apart: the days, the products, or both. */
function namesOf({ a, b }: Comparison, language: Language): { a: string; b: string } {
	const t = translate(language);
	const name = ({ date, product }: Comparison["a"]) =>
		[a.product !== b.product && t(`product.${product}`), a.date !== b.date && formatDay(date, language)]
			.filter(Boolean)
			.join(", ") || formatDay(date, language);
	return { a: name(a), b: name(b) };
}

const namedMax = 3;

/** Which shares differ by more than chance. */
function answerOf({ a, b, rows }: Comparison, language: Language): string {
	const t = translate(language);
	const certain = rows.filter((row) => row.certain && row.bucket !== "other");
	const base = Math.min(a.base.hosts, b.base.hosts);
	const changes = certain.slice(0, namedMax).map((row) =>
		t("questions.compare.change", {
			label: row.label,
			points: formatPointsOf(row.points ?? 0, base, language),
			a: formatShareOf(row.a?.percent ?? 0, a.base.hosts, language),
			b: formatShareOf(row.b?.percent ?? 0, b.base.hosts, language),
		}),
	);
	if (certain.length === 0) return t("questions.compare.nothing");
	return t("questions.compare.certain", {
		count: certain.length,
		changes: changes.join("; "),
		more: certain.length - changes.length,
	});
}
