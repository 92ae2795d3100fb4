/** A report that somebody inspects: what it is, section by section, and what else is in its archive. */

import type { ReactNode } from "react";
import { KeptFacts } from "#components/kept-facts";
import { hrefOf, statisticPath, type View } from "#lib/address/links";
import { type Count, type Inspected, type InspectedSection, inspectFile } from "#lib/inspect/inspect";
import { shownFacts } from "#lib/privacy/shown-facts";
import { countedIn } from "#lib/series/captions";
import { titleOf } from "#lib/statistics/labels";
import { names, translate } from "#lib/text/index";
import { byteText, FileText, InspectedFields } from "./inspected-file";

interface Props {
	report: Inspected;
	name: string;
	/** With the product of the report. */
	view: View;
}

function InspectedReport({ report, name, view }: Props) {
	const { language } = view;
	const t = translate(language);
	const size = report.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
	return (
		<section className="inspected" aria-labelledby="inspected">
			<h2 id="inspected">{t("inspect.report.title", { product: t(`product.${report.product}`) })}</h2>
			<dl className="named-values">
				<div>
					<dt>{t("inspect.report.file")}</dt>
					<dd>{name}</dd>
				</div>
				<div>
					<dt>{t("inspect.report.host")}</dt>
					<dd>
						{report.uuid ? (
							<>
								<code>{report.uuid}</code>: {t("inspect.report.hashed")}
							</>
						) : (
							t("inspect.report.beside")
						)}
					</dd>
				</div>
				<div>
					<dt>{t("inspect.report.content")}</dt>
					<dd>{t("inspect.report.files", { count: report.files.length, size: byteText(size, language) })}</dd>
				</div>
				<div>
					<dt>{t("inspect.report.coming")}</dt>
					<dd>{t("inspect.report.comingText")}</dd>
				</div>
			</dl>
			<p className="note">{t("inspect.report.rare")}</p>
			{report.sections.map((section) => (
				<Section key={section.section} inspected={section} view={view} />
			))}
			{report.unmatched.length > 0 && (
				<article>
					<h3>{t("inspect.unmatched.title")}</h3>
					<p className="note">{t("inspect.unmatched.text")}</p>
					<ul>
						{report.unmatched.map(({ rule, text }) => (
							<li key={`${rule} ${text}`}>
								<code>{text}</code>
							</li>
						))}
					</ul>
				</article>
			)}
			{report.others.length > 0 && (
				<article>
					<h3>{t("inspect.others")}</h3>
					{report.others.map((file) => (
						<div key={file.name} className="other">
							<h4>{t("inspect.section.file", { file: file.name, size: byteText(file.bytes.length, language) })}</h4>
							<InspectedFields fields={file.fields} language={language} />
							<FileText file={file} language={language} />
						</div>
					))}
				</article>
			)}
		</section>
	);
}

/** One section of a report: what would be kept of it, where its host would count, and what it was read from. */
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
			{file && <FileText file={file} language={language} />}
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

/** Reads a report and shows it, or says why it would be refused. Loaded when somebody has chosen a file. */
export interface Result {
	/** Announced. */
	message: string;
	isWrong: boolean;
	shown: ReactNode;
}

export async function readReport(file: Blob, name: string, view: View): Promise<Result> {
	const t = translate(view.language);
	const archive = await inspectFile(file, view.language).catch(() => null);
	if (!archive) return { message: t("inspect.unreadable", { name }), isWrong: true, shown: null };
	if ("refused" in archive) {
		const line = archive.refused;
		return { message: t("inspect.refused", { name, line }), isWrong: true, shown: null };
	}
	const { report } = archive;
	const carried = report.sections.filter(({ facts }) => typeof facts !== "string").length;
	return {
		message: t("inspect.read", { name, carried: String(carried), count: report.sections.length }),
		isWrong: false,
		shown: <InspectedReport report={report} name={name} view={{ ...view, product: report.product }} />,
	};
}
