import type { Metadata } from "next";
import { ChartFigure } from "#components/chart/chart-figure";
import {
	AsFiles,
	ChoiceField,
	DayField,
	productChoices,
	QuestionForm,
	QuestionTitle,
} from "#components/questions/asked";
import { ComparisonTable } from "#components/questions/comparison";
import { Share } from "#components/share/share";
import {
	comparedDataParameters,
	comparedParameters,
	comparePath,
	dataPathOf,
	dataViewParameters,
} from "#lib/address/links";
import { queryOf } from "#lib/address/query";
import { readComparison } from "#lib/query/questions";
import { comparisonSentence, comparisonTitle, namesOfSides, smallerBase } from "#lib/series/comparison";
import { dumbbellChart } from "#lib/series/dumbbell-chart";
import { openComparison } from "#lib/site/questions";
import { isAcrossProducts, isOfHosts, isSentBy } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { openView, type ViewProps } from "../../open-view";
import { PageFrame } from "../../page-frame";
import { pageMetadata } from "../../page-metadata";
import { asked } from "../../question-page";

type Props = ViewProps<{ slug: string }>;

const open = asked(async ({ slug }: { slug: string }, query, language) => {
	const opened = await openComparison(slug, query, language);
	const { subject, sides } = opened;
	const comparison = await readComparison(subject.statistic, sides, language);
	return { ...opened, comparison, title: comparisonTitle(subject.statistic, language) };
});

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { subject, comparison, title } = await open(props);
	const { language } = subject;
	return pageMetadata(props, {
		title,
		description: comparisonSentence(comparison, language),
	});
}

/** Two days of a statistic, or two products, side by side. */
export default async function ComparePage(props: Props) {
	const opened = await openView(props);
	const { view } = opened;
	const { subject, sides, published: days, comparison, title } = await open(props);
	const { statistic, language } = subject;
	const t = translate(language);
	const published = days ?? { firstDay: sides.a.day, lastDay: sides.b.day };
	const path = comparePath(statistic);
	const keep = comparedParameters(view, sides.a, sides.b);
	const names = namesOfSides(comparison, language);
	const choices = productChoices(view, (product) => isSentBy(statistic, product));
	const asData = [...dataViewParameters({ ...view, day: null }), ...comparedDataParameters(sides.a, sides.b)];
	return (
		<PageFrame
			{...{ opened, path, keep }}
			section={statistic.page}
			choice="product"
			heading={<QuestionTitle {...{ view, statistic, title }} />}
		>
			<section aria-label={title}>
				<div className="heading">
					<Share
						view={{ ...view, day: null }}
						statistic={statistic}
						form="compare"
						sides={Object.fromEntries(keep) as { a: string; b: string }}
					/>
				</div>
				<ChartFigure
					specs={(["narrow", "wide", "large", "full"] as const).map((size) =>
						dumbbellChart(comparison, statistic, { size, language }),
					)}
				/>
			</section>
			<ComparisonTable {...{ comparison, names, language }} />
			<p className="note">
				{smallerBase(comparison) > 0 &&
					t(isOfHosts(statistic.unit) ? "questions.certainty" : "questions.certaintyWithoutHosts")}
			</p>
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
			<AsFiles
				label={t("questions.compare.asData")}
				href={(extension) => `${dataPathOf(statistic, "compare")}.${extension}${queryOf(asData)}`}
			/>
		</PageFrame>
	);
}
