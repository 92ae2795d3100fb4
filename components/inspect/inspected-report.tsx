/** A report that somebody looks into: what it is, section by section, and what else is in its archive. */
import type { View } from "#lib/address/links";
import type { Inspected } from "#lib/inspect/inspect";
import { translate } from "#lib/text/index";
import { byteText } from "./byte-text";
import { InspectedFields, SentText } from "./inspected-file";
import { Section } from "./inspected-section";

interface Props {
	report: Inspected;
	name: string;
	/** With the product of the report. */
	view: View;
}

export function InspectedReport({ report, name, view }: Props) {
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
							<SentText file={file} language={language} />
						</div>
					))}
				</article>
			)}
		</section>
	);
}
