/** One section of a report: what would be kept of it, where its host would count, and what it was read from. */

import { KeptFacts } from "#components/kept-facts";
import { hrefOf, statisticPath, type View } from "#lib/address/links";
import type { Count } from "#lib/inspect/counts";
import type { InspectedSection } from "#lib/inspect/inspect";
import { countedIn } from "#lib/series/captions";
import { shownFacts } from "#lib/site/privacy/shown-facts";
import { titleOf } from "#lib/statistics/labels";
import { names, translate } from "#lib/text/index";
import { byteText } from "./byte-text";
import { InspectedFields, SentText } from "./inspected-file";

export function Section({ inspected, view }: { inspected: InspectedSection; view: View }) {
	const { language } = view;
	const { section, member, file, facts } = inspected;
	const t = translate(language);
	return (
		<article data-section={section}>
			<h3>{names(language).reports.sections[section]}</h3>
			{file && (
				<p className="note">
					{t("inspect.section.file", { file: member, size: byteText(file.bytes.length, language) })}
				</p>
			)}
			{typeof facts === "string" ? (
				<p className="nothing">{t(`inspect.notCarried.${facts}`, { file: member })}</p>
			) : (
				<div className="parts">
					<div>
						<h4>{t("inspect.section.facts")}</h4>
						<KeptFacts
							facts={shownFacts(section, facts, language)}
							section={names(language).reports.sections[section]}
							language={language}
						/>
					</div>
					<div>
						<h4>{t("inspect.section.counts")}</h4>
						<Counts counts={inspected.counts} view={view} />
					</div>
				</div>
			)}
			{file && <InspectedFields fields={file.fields} language={language} />}
			{file && <SentText file={file} language={language} />}
		</article>
	);
}

/** By statistic, with the buckets of each. */
function Counts({ counts, view }: { counts: readonly Count[]; view: View }) {
	const { language } = view;
	if (counts.length === 0) return <p className="note">{translate(language)("inspect.section.noCounts")}</p>;
	const statistics = [...new Set(counts.map(({ statistic }) => statistic))];
	return (
		<ul className="counts">
			{statistics.map((statistic) => (
				<li key={statistic.slug}>
					<a href={hrefOf(view, statisticPath(statistic))}>{titleOf(statistic, language)}</a>:{" "}
					{counts
						.filter((count) => count.statistic === statistic)
						.map((count) => countedIn(statistic, count, language))
						.join(", ")}
				</li>
			))}
		</ul>
	);
}
