import { Fragment, type ReactNode } from "react";
import type { Language } from "#lib/language";
import { type Product, products } from "#lib/product";
import { networkDays } from "#lib/sender-address";
import { names, type ReportFieldName, type SectionName, translate } from "#lib/text/index";

interface KeptProps {
	language: Language;
	kept: readonly { section: SectionName; members: Record<Product, string | null>; fields: string[] }[];
}

/** Every field that can be stored, section by section. */
export function KeptSections({ language, kept }: KeptProps) {
	const t = translate(language);
	const { sections } = names(language).reports;
	const facts: Readonly<Record<string, string>> = names(language).reports.facts;
	return (
		<section aria-labelledby="kept">
			<h2 id="kept">{t("privacy.kept")}</h2>
			<p className="about">{t("privacy.keptLead")}</p>
			<div className="halves">
				{kept.map(({ section, members, fields }) => {
					const files = products.flatMap((product) => {
						const member = members[product];
						return member ? [`${member} (${t(`product.${product}`)})`] : [];
					});
					return (
						<div key={section}>
							<h3>{sections[section]}</h3>
							{files.length > 0 && <p className="note">{t("privacy.file", { files: files.join(", ") })}</p>}
							<ul>
								{fields.map((field) => (
									<li key={field}>{facts[field] ?? field}</li>
								))}
							</ul>
						</div>
					);
				})}
			</div>
		</section>
	);
}

interface ReportFieldsProps {
	language: Language;
	id: string;
	title: string;
	files: Readonly<Record<string, readonly { fields: readonly string[]; what: ReportFieldName; becomes: Becomes }[]>>;
	/** By file: what collects it on the host. */
	scripts: Readonly<Record<string, { name: string; href: string }>>;
}

type Becomes = "kept" | "read" | "dropped";

/** Every field of every file of a report, and what becomes of it. */
export function ReportFields({ language, id, title, files, scripts }: ReportFieldsProps) {
	const t = translate(language);
	return (
		<section aria-labelledby={id}>
			<h2 id={id}>{title}</h2>
			{Object.entries(files).map(([file, lines]) => (
				<details key={file} className="fields">
					<summary>
						<code>{file}</code>
					</summary>
					<CollectedBy language={language} script={scripts[file]} />
					<Pairs
						heads={[t("privacy.what"), t("privacy.becomes")]}
						rows={lines.map(({ fields, what, becomes }) => ({
							key: fields.join(" "),
							what: (
								<>
									{names(language).reports.fields[what]}
									<FieldNames fields={fields} all={t("privacy.wholeFile")} />
								</>
							),
							said: t(`privacy.becoming.${becomes}`),
						}))}
					/>
				</details>
			))}
		</section>
	);
}

function CollectedBy({ language, script }: { language: Language; script: { name: string; href: string } | undefined }) {
	if (!script) return null;
	const link = () => (
		<a href={script.href}>
			<code>{script.name}</code>
		</a>
	);
	return <p className="note">{translate(language).rich("privacy.collectedBy", { script: link })}</p>;
}

/** A list that contains all of the fields is named once. */
function FieldNames({ fields, all }: { fields: readonly string[]; all: string }) {
	if (fields.includes("*")) return <span className="names">{all}</span>;
	const list = fields[0]?.split("/")[0] ?? "";
	const isShared = fields.every((field) => field.startsWith(`${list}/`));
	return (
		<span className="names">
			{isShared && (
				<>
					<code>{list}</code>:{" "}
				</>
			)}
			{fields.map((field, i) => (
				<Fragment key={field}>
					{i > 0 && ", "}
					<code>{isShared ? field.slice(list.length + 1) : field}</code>
				</Fragment>
			))}
		</span>
	);
}

/** What is kept for how long. */
export function KeptTimes({ language, factsDays }: { language: Language; factsDays: number }) {
	const t = translate(language);
	const rows = [
		{ name: "host", time: t("privacy.asLong") },
		{ name: "reports", time: t("privacy.asLong") },
		{ name: "facts", time: t("privacy.factsDays", { days: factsDays }) },
		{ name: "unmatched", time: t("privacy.factsDays", { days: factsDays }) },
		{ name: "network", time: t("privacy.days", { days: networkDays }) },
		{ name: "limits", time: t("privacy.days", { days: 2 }) },
		{ name: "memberships", time: t("privacy.asLong") },
		{ name: "rows", time: t("privacy.forever") },
	] as const;
	return (
		<section aria-labelledby="how-long">
			<h2 id="how-long">{t("privacy.howLong")}</h2>
			<Pairs
				heads={[t("privacy.what"), t("privacy.time")]}
				rows={rows.map(({ name, time }) => ({ key: name, what: t(`privacy.records.${name}`), said: time }))}
			/>
		</section>
	);
}

/** What reports contain and the site does not keep. */
export function DroppedFields({ language }: { language: Language }) {
	const t = translate(language);
	const rows = Object.entries(names(language).reports.dropped);
	return (
		<section aria-labelledby="dropped">
			<h2 id="dropped">{t("privacy.dropped")}</h2>
			<Pairs
				heads={[t("privacy.what"), t("privacy.becomes")]}
				rows={rows.map(([key, { what, becomes }]) => ({ key, what, said: becomes }))}
			/>
		</section>
	);
}

interface Pair {
	key: string;
	what: ReactNode;
	said: string;
}

function Pairs({ heads, rows }: { heads: readonly [string, string]; rows: readonly Pair[] }) {
	return (
		<table className="pairs">
			<thead>
				<tr>
					{heads.map((head) => (
						<th key={head} scope="col">
							{head}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{rows.map(({ key, what, said }) => (
					<tr key={key}>
						<th scope="row">{what}</th>
						<td>{said}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
