import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ProblemFacts, ProblemHistory, ProblemShares } from "#components/crashes/problem";
import { componentName, problemTitle } from "#components/crashes/problem-table";
import { crashesPath, crashPath, hrefOf } from "#lib/address/links";
import { bthashPattern } from "#lib/crashes/bthash";
import { crashPage } from "#lib/crashes/problem";
import { formatDay } from "#lib/format";
import type { Language } from "#lib/language";
import { translate } from "#lib/text/index";
import { openView, type ViewProps } from "../../open-view";
import { PageFrame } from "../../page-frame";
import { pageMetadata } from "../../page-metadata";

type Props = ViewProps<{ part: string }>;

/** The days of a problem are those of the page of crashes. */
const onCrashes = (props: Props): ViewProps => ({
	...props,
	params: props.params.then(({ lang }) => ({ lang, page: crashesPath.slice(1) })),
});

/** Once for the page and its metadata. */
const problemOn = cache(crashPage);

async function open(props: Props) {
	const { part } = await props.params;
	const opened = await openView(onCrashes(props));
	const { view, shown } = opened;
	const found = bthashPattern.test(part) && shown ? await problemOn(part, shown.day) : null;
	return found ? { opened, view, ...found } : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { view, problem } = await open(props);
	const t = translate(view.language);
	const name = [componentName(problem.component, view.language), problem.function].filter(Boolean).join(", ");
	return pageMetadata(onCrashes(props), {
		title: t("crashes.problem.title", { name }),
		description: leadOf(problem, view.language),
	});
}

function leadOf(problem: Awaited<ReturnType<typeof open>>["problem"], language: Language): string {
	return translate(language)("crashes.problem.lead", {
		count: problem.reports,
		hosts: problem.hosts,
		first: formatDay(problem.firstDay, language),
		last: formatDay(problem.lastDay, language),
	});
}

/** One problem: what is known, its history, and on which releases and versions it happens. */
export default async function ProblemPage(props: Props) {
	const { opened, view, problem, months, shares, lastVersion, versionWithout, through } = await open(props);
	const { language } = view;
	const t = translate(language);
	const path = crashPath(problem.bthash);
	return (
		<PageFrame
			{...{ opened, path }}
			section={crashesPath.slice(1)}
			heading={
				<header className="title problem-title">
					<h1>{problemTitle(problem, language)}</h1>
				</header>
			}
			chart={null}
		>
			<p className="lead">{leadOf(problem, language)}</p>
			<p className="to-all-problems">
				<a href={hrefOf(view, crashesPath)}>{t("crashes.problem.all")}</a>
			</p>
			<section aria-labelledby="facts">
				<h2 id="facts">{t("crashes.problem.facts")}</h2>
				<ProblemFacts {...{ problem, lastVersion, versionWithout, language }} />
			</section>
			<ProblemHistory {...{ months, through, language }} />
			<ProblemShares {...{ shares, language }} />
		</PageFrame>
	);
}
