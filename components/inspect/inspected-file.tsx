/** A file of a report: its text as it would be sent, and what becomes of the fields in it. */
import { useState } from "react";
import { formatNumber } from "#lib/format";
import type { FieldFate } from "#lib/inspect/fields";
import type { InspectedFile } from "#lib/inspect/inspect";
import type { Language } from "#lib/language";
import { names, translate } from "#lib/text/index";

/** A longer text would only keep the browser busy. */
const shownBytes = 256 * 1024;
const namesMax = 60;

/** The text is rendered when it is opened. */
export function FileText({ file, language }: { file: InspectedFile; language: Language }) {
	const [isOpen, setIsOpen] = useState(false);
	const t = translate(language);
	const shown = file.bytes.subarray(0, shownBytes);
	return (
		<details className="sent" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
			<summary>{t("inspect.section.text")}</summary>
			{isOpen && shown.length === 0 && <p className="note">{t("inspect.section.emptyText")}</p>}
			{isOpen && shown.length > 0 && (
				// biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by the keyboard
				<section className="text" tabIndex={0} aria-label={t("inspect.section.shownText", { file: file.name })}>
					<pre>{new TextDecoder().decode(shown)}</pre>
				</section>
			)}
			{isOpen && shown.length < file.bytes.length && (
				<p className="note">
					{t("inspect.section.cut", {
						shown: byteText(shown.length, language),
						all: byteText(file.bytes.length, language),
					})}
				</p>
			)}
		</details>
	);
}

export function InspectedFields({ fields, language }: { fields: readonly FieldFate[]; language: Language }) {
	const t = translate(language);
	if (fields.length === 0) return null;
	return (
		<details className="fields">
			<summary>{t("inspect.section.fields")}</summary>
			<table className="pairs">
				<thead>
					<tr>
						<th scope="col">{t("inspect.field.name")}</th>
						<th scope="col">{t("privacy.becomes")}</th>
					</tr>
				</thead>
				<tbody>
					{fields.map((field) => (
						<tr key={field.what ?? ""}>
							<th scope="row">
								<FieldName field={field} language={language} />
							</th>
							<td>{t(`inspect.field.${field.becomes}`)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</details>
	);
}

function FieldName({ field: { what, names: paths }, language }: { field: FieldFate; language: Language }) {
	const t = translate(language);
	const left = paths.length - namesMax;
	return (
		<>
			{what
				? names(language).reports.fields[what]
				: t(paths.length > 0 ? "inspect.field.unknown" : "inspect.field.unknownFile")}
			<span className="names">
				{paths.length === 0 && what && t("privacy.wholeFile")}
				{paths.slice(0, namesMax).map((name) => (
					<code key={name}>{name}</code>
				))}
				{left > 0 && ` ${t("inspect.field.more", { count: left })}`}
			</span>
		</>
	);
}

const kib = 1024;
const mib = kib ** 2;

export function byteText(bytes: number, language: Language): string {
	const t = translate(language);
	const rounded = (number: number) => formatNumber(Math.round(number * 10) / 10, language);
	if (bytes < kib) return t("inspect.bytes.bytes", { count: bytes });
	if (bytes < mib) return t("inspect.bytes.kib", { number: rounded(bytes / kib) });
	return t("inspect.bytes.mib", { number: rounded(bytes / mib) });
}
