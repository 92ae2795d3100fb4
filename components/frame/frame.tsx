import type { ReactNode } from "react";
import { SearchBox } from "#components/search/search-box";
import { SlashKey } from "#components/search/slash-key";
import { Static } from "#components/static";
import { aboutPages, aboutTitles } from "#lib/address/addresses";
import { feedPath, hrefOf, monthsPath, overviewPath, pagePath, searchPath, type View } from "#lib/address/links";
import type { QueryParts } from "#lib/address/query";
import type { Day } from "#lib/day";
import { formatDay } from "#lib/format";
import { otherLanguages, settingsOf } from "#lib/language";
import { defaultProduct, products } from "#lib/product";
import { pagesWith } from "#lib/statistics/index";
import { type Page, pageTitle } from "#lib/statistics/pages";
import { translate } from "#lib/text/index";
import { DateFilter } from "./date-filter";
import { PageAddresses } from "./head";
import { Logo } from "./logo";
import { SimulationNotice } from "./notices";

interface Days {
	firstDay: Day;
	lastDay: Day;
}

interface FrameProps {
	view: View;
	/** The path of the English page, to which the links for other days, products and languages lead. */
	path: string;
	/** The entry of the navigation that is marked. */
	section?: string;
	/** Parameters that links for other days, products and languages keep. */
	keep?: QueryParts;
	/** What a reader can choose beside the title. */
	choice: "view" | "product" | "date" | "none";
	/** The days to choose from. */
	published: (Days & { ofHosts?: Days | null }) | null;
	/** The observed statistics that have numbers: some pages have nothing else. */
	observed: ReadonlyMap<string, unknown>;
	simulated: boolean;
	/** The page's title. Product and date stand beside it, or below it where there is no room. */
	heading?: ReactNode;
	children: ReactNode;
}

/** Surrounds every page: navigation, product, date and notices. */
export function Frame({
	view,
	path,
	section,
	keep = [],
	choice,
	published,
	observed,
	simulated,
	heading,
	children,
}: FrameProps) {
	const t = translate(view.language);
	const day = view.day ?? published?.lastDay;
	// A page may have days that the rest of the site does not have.
	const isElsewhere = published?.ofHosts !== undefined && !isWithin(view.day, published.ofHosts);
	const navigation = {
		view: isElsewhere ? { ...view, day: null } : view,
		section,
		here: path,
		pages: pagesWith(observed),
	};
	return (
		<>
			<PageAddresses view={view} path={path} />
			<a className="skip" href="#content">
				{t("site.skip")}
			</a>
			{simulated && <SimulationNotice language={view.language} />}
			<header className="masthead">
				<a className="brand" href={hrefOf(view, overviewPath)}>
					<Logo />
					<span>{t("site.name")}</span>
				</a>
				{/* The page of results has its own. */}
				{path !== searchPath && <SearchBox view={view} />}
				<SlashKey />
				{otherLanguages(view.language).map((language) => (
					<a
						key={language}
						className="language"
						href={hrefOf({ ...view, language }, path, keep)}
						hrefLang={language}
						lang={language}
					>
						{settingsOf(language).name}
					</a>
				))}
				<details className="menu">
					<summary>{t("site.menu")}</summary>
					<Navigation {...navigation} label={t("site.menu")} />
				</details>
			</header>
			<div className="columns">
				<div className="sidebar">
					<Navigation {...navigation} label={t("site.pages")} />
				</div>
				<div className="column">
					<main id="content">
						<div className="head">
							{heading}
							{choice !== "none" && (
								<section className="viewbar" aria-label={t("site.view")}>
									{choice !== "date" && <ProductSwitch view={view} path={path} keep={keep} />}
									{published && <DateFilter view={view} path={path} keep={keep} published={published} />}
								</section>
							)}
						</div>
						{children}
					</main>
				</div>
			</div>
			<Static as="footer" className="foot">
				<nav aria-label={t("site.about")}>
					{aboutLinks(view).map(({ title, path: to }) => (
						<a key={to} href={hrefOf(view, to)}>
							{title}
						</a>
					))}
					<a href={hrefOf(view, monthsPath)}>{t("questions.months.title")}</a>
					<a href={hrefOf({ ...view, product: defaultProduct, day: null }, feedPath)} type="application/atom+xml">
						{t("programs.feed.link")}
					</a>
				</nav>
				<p>{t("site.counted")}</p>
				<p>{t("site.footer")}</p>
				{day && <Printed view={{ ...view, day }} path={path} keep={keep} />}
			</Static>
		</>
	);
}

function isWithin(day: Day | null, range: Days | null): boolean {
	return day === null || (range !== null && day >= range.firstDay && day <= range.lastDay);
}

/** The pages about the numbers and the site. */
function aboutLinks({ language }: View) {
	const t = translate(language);
	return aboutPages.map((page) => ({ page, title: t(aboutTitles[page]), path: `/${page}` }));
}

type NavigationProps = Pick<FrameProps, "view" | "section"> & { here: string; pages: readonly Page[]; label: string };

function Navigation({ view, section, here, pages, label }: NavigationProps) {
	const t = translate(view.language);
	const entries = [
		{ slug: "", title: t("site.overview"), path: overviewPath },
		...pages.map((page) => ({ slug: page.slug, title: pageTitle(page, view.language), path: pagePath(page) })),
	];
	return (
		<Static as="nav" aria-label={label}>
			<ul>
				{entries.map(({ slug, title, path }) => (
					<li key={slug}>
						<a href={hrefOf(view, path)} aria-current={slug === section ? "page" : undefined}>
							{title}
						</a>
					</li>
				))}
			</ul>
			<ul>
				{aboutLinks(view).map(({ page, title, path }) => (
					<li key={path}>
						<a href={hrefOf(view, path)} aria-current={path === here || page === section ? "page" : undefined}>
							{title}
						</a>
					</li>
				))}
			</ul>
		</Static>
	);
}

/** For print: the day, and the permanent address, before which the style sheet puts the host. */
function Printed({ view, path, keep }: Pick<FrameProps, "path" | "keep"> & { view: View & { day: Day } }) {
	return (
		<p className="printed">
			{hrefOf(view, path, keep)} · {formatDay(view.day, view.language)}
		</p>
	);
}

function ProductSwitch({ view, path, keep }: Pick<FrameProps, "view" | "path" | "keep">) {
	const t = translate(view.language);
	return (
		<nav className="products" aria-label={t("site.product")}>
			{products.map((product) => (
				<a
					key={product}
					href={hrefOf({ ...view, product }, path, keep)}
					aria-current={product === view.product ? "true" : undefined}
				>
					{t(`product.${product}`)}
				</a>
			))}
		</nav>
	);
}
