import type { ReactNode } from "react";
import { chartParameters, plainChart } from "#lib/address/chart-view";
import { hrefOf, pagePath, retirePath, searchPath, statisticPath, type View } from "#lib/address/links";
import { formatNumber, formatShareOf } from "#lib/format";
import type { Product } from "#lib/product";
import type { CategoryShare, Findable } from "#lib/search/site-index";
import { supportOf } from "#lib/series/distribution";
import { pagesWith } from "#lib/statistics/index";
import { titleOf } from "#lib/statistics/labels";
import { pageTitle } from "#lib/statistics/pages";
import { isAcrossProducts, isObserved, type Statistic, type Unit } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";

interface Props {
	view: View;
	/** What was searched for. */
	text: string;
	found: readonly Findable[];
	isPartial: boolean;
}

const shownMax = 30;

export function SearchResults({ view, text, found, isPartial }: Props) {
	const t = translate(view.language);
	const shown = found.slice(0, shownMax);
	const count = found.length;
	const query = () => <q>{text}</q>;
	const isCut = count > shown.length;
	return (
		<section className="results" aria-labelledby="found">
			<h2 id="found">
				{isCut
					? t.rich("search.first", { total: `${count}`, shown: `${shown.length}`, query })
					: t.rich("search.found", { count, query })}
			</h2>
			{isPartial && count > 0 && <p>{t("search.similar")}</p>}
			{count === 0 && <Nothing view={view} />}
			<ol>
				{shown.map((one) => (
					<li key={keyOf(one)}>
						{one.kind === "category" ? <Category view={view} found={one} /> : <Page view={view} found={one} />}
					</li>
				))}
			</ol>
		</section>
	);
}

const keyOf = (one: Findable) => (one.kind === "category" ? `${one.statistic.slug} ${one.bucket}` : one.path);

function Page({ view, found }: { view: View; found: Exclude<Findable, { kind: "category" }> }) {
	const t = translate(view.language);
	return (
		<>
			<p className="kind">
				{found.kind === "statistic"
					? t("search.kinds.statistic", { page: found.page })
					: t(`search.kinds.${found.kind}`)}
			</p>
			<h3>
				<a href={hrefOf(view, found.path)}>{found.title}</a>
			</h3>
			<p>{found.lead}</p>
		</>
	);
}

function Category({ view, found }: { view: View; found: Extract<Findable, { kind: "category" }> }) {
	const { language } = view;
	const t = translate(language);
	const { statistic, bucket, title, shares } = found;
	const own = shares.find(({ product }) => product === view.product) ?? shares[0];
	return (
		<>
			<p className="kind">{t("search.kinds.category", { statistic: titleOf(statistic, language) })}</p>
			<h3>
				<a href={own && courseOf(view, own.product, statistic, bucket)}>{title}</a>
			</h3>
			<ul>
				{shares.map((share) => (
					<li key={share.product}>
						<Share {...{ view, statistic, bucket, share }} />
					</li>
				))}
				{own && !isObserved(statistic) && (
					<li>
						<a href={hrefOf({ ...view, product: own.product }, retirePath(statistic, bucket))}>
							{t("questions.retire.title", { label: title })}
						</a>
					</li>
				)}
			</ul>
		</>
	);
}

/** The history of one category. */
function courseOf(view: View, product: Product, statistic: Statistic, bucket: string): string {
	return hrefOf({ ...view, product }, statisticPath(statistic), chartParameters({ ...plainChart, buckets: [bucket] }));
}

interface ShareProps {
	view: View;
	statistic: Statistic;
	bucket: string;
	share: CategoryShare;
}

/** Such as `OpenVZ 7: 22 of 158 hosts, 13.92%`. */
function Share({ view, statistic, bucket, share: { product, row, base } }: ShareProps) {
	const { language } = view;
	const { unit } = statistic;
	const t = translate(language);
	const whole = (count: number, of: Unit) => t(`ofAmount.${of}`, { count, text: formatNumber(count, language) });
	const percent = formatShareOf(row.percent, supportOf(base, unit), language);
	const values = {
		course: (name: ReactNode) => <a href={courseOf(view, product, statistic, bucket)}>{name}</a>,
		product: t(`product.${isAcrossProducts(statistic) ? "all" : product}`),
		hosts: formatNumber(row.hosts, language),
		percent,
		whole: whole(base.total, unit),
	};
	if (unit === "hosts") return t.rich("search.share.hosts", values);
	if (isObserved(statistic))
		return t.rich("search.share.observed", { ...values, total: formatNumber(row.total, language) });
	return t.rich("search.share.units", { ...values, base: whole(base.hosts, "hosts") });
}

function Nothing({ view }: { view: View }) {
	return (
		<>
			<p>{translate(view.language)("search.nothing")}</p>
			<nav className="contents" aria-label={translate(view.language)("site.pages")}>
				{pagesWith(undefined).map((page) => (
					<a key={page.slug} href={hrefOf(view, pagePath(page))}>
						{pageTitle(page, view.language)}
					</a>
				))}
			</nav>
		</>
	);
}

/** Before anything is searched for: what one may ask. */
export function SearchExamples({ view, examples }: { view: View; examples: readonly string[] }) {
	return (
		<p className="examples">
			{translate(view.language).rich("search.examples.intro", {
				examples: () =>
					examples.map((text, i) => (
						<span key={text}>
							{i > 0 && ", "}
							<a href={hrefOf(view, searchPath, [["q", text]])}>{text}</a>
						</span>
					)),
			})}
		</p>
	);
}
