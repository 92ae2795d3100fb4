import type { ReactNode } from "react";
import { comparedParameters, comparePath, crossPath, hrefOf, retirePath, type View, whyPath } from "#lib/address/links";
import { type Day, later, plusDays } from "#lib/day";
import { products } from "#lib/product";
import type { DistributionRow } from "#lib/series/distribution";
import { statistics } from "#lib/statistics/index";
import { titleOf } from "#lib/statistics/labels";
import { isAcrossProducts, isOneNumber, isSentBy, type Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";

interface CompareProps {
	view: View;
	statistic: Statistic;
	day: Day;
	published: { firstDay: Day };
}

/** Beside the date: the same statistic a year before, or of the other product, and why it changed. */
export function CompareLinks({ view, statistic, day, published }: CompareProps) {
	const t = translate(view.language);
	if (statistic.over !== "window") return null;
	const pinned = { ...view, day: null };
	const side = { day, product: view.product };
	const before = later(plusDays(day, -365), published.firstDay);
	const others = isAcrossProducts(statistic)
		? []
		: products.filter((one) => one !== view.product && isSentBy(statistic, one));
	const path = comparePath(statistic);
	const isWhole = !isOneNumber(statistic);
	return (
		<nav className="contents compare-with" aria-label={t("questions.ask")}>
			{isWhole && before < day && (
				<a href={hrefOf(pinned, path, comparedParameters(view, { ...side, day: before }, side))}>
					{t("questions.compare.link")}
				</a>
			)}
			{isWhole &&
				others.map((other) => (
					<a key={other} href={hrefOf(pinned, path, comparedParameters(view, side, { ...side, product: other }))}>
						{t("questions.compare.linkProduct", { product: t(`product.${other}`) })}
					</a>
				))}
			{before < day && (
				<a
					href={hrefOf(pinned, whyPath(statistic), [
						["from", later(plusDays(day, -90), published.firstDay)],
						["to", day],
					])}
				>
					{t("questions.why.link")}
				</a>
			)}
		</nav>
	);
}

interface LinksProps {
	view: View;
	statistic: Statistic;
	rows: readonly DistributionRow[];
}

/** Below the numbers: what dropping one of the categories would mean, and the statistic by others. */
export function QuestionLinks({ view, statistic, rows }: LinksProps) {
	const t = translate(view.language);
	if (statistic.over !== "window" || isOneNumber(statistic)) return null;
	const others = isAcrossProducts(statistic)
		? []
		: statistics.filter(
				(one) =>
					one !== statistic &&
					one.over === "window" &&
					!isOneNumber(one) &&
					!isAcrossProducts(one) &&
					isSentBy(one, view.product),
			);
	return (
		<>
			<Disclosed title={t("questions.retire.choose")}>
				{rows
					.filter(({ bucket }) => bucket !== "other")
					.map(({ bucket, label }) => (
						<a key={bucket} href={hrefOf(view, retirePath(statistic, bucket))}>
							{label}
						</a>
					))}
			</Disclosed>
			{others.length > 0 && (
				<Disclosed title={t("questions.cross.link")}>
					{others.map((one) => (
						<a key={one.slug} href={hrefOf(view, crossPath(statistic, one))}>
							{titleOf(one, view.language)}
						</a>
					))}
				</Disclosed>
			)}
		</>
	);
}

function Disclosed({ title, children }: { title: string; children: ReactNode }) {
	return (
		<details className="question-links">
			<summary>{title}</summary>
			<nav className="contents" aria-label={title}>
				{children}
			</nav>
		</details>
	);
}
