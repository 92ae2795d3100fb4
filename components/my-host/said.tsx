import type { ReactNode } from "react";
import { formatNumber } from "../../lib/format";
import type { Language } from "../../lib/language";
import type { Said, ShownSection, ShownStatistic } from "../../lib/shown-host";
import { translate } from "../../lib/text";

export function SaidList({ said }: { said: readonly Said[] }) {
	return (
		<dl className="said">
			{said.map((one) => (
				<div key={one.name + one.said}>
					<dt>{one.name}</dt>
					<dd>{one.said}</dd>
				</div>
			))}
		</dl>
	);
}

/** What a section said: single values by name, then what comes several times. */
export function OneSection({ section, language }: { section: ShownSection; language: Language }) {
	const t = translate(language);
	return (
		<div className="section">
			<h4>{section.name}</h4>
			<p className="note">
				{t("myHost.answer.known", { spans: section.known })}.{" "}
				{section.since ? t("myHost.answer.since", { date: section.since }) : t("myHost.answer.gone")}
			</p>
			{section.facts.length > 0 && <SaidList said={section.facts} />}
			{section.lists.map(({ name, heads, rows }) => (
				<Folded key={name} count={rows.length} language={language}>
					<Rows heads={heads} rows={rows} name={name} isAlone={name === section.name} />
				</Folded>
			))}
		</div>
	);
}

/** In what the host counts, statistic by statistic. */
export function Statistics({ statistics, language }: { statistics: readonly ShownStatistic[]; language: Language }) {
	const t = translate(language);
	return (
		<dl className="said">
			{statistics.map(({ title, href, counts }) => (
				<div key={href}>
					<dt>
						<a href={href}>{title}</a>
					</dt>
					<dd>
						<Folded count={counts.length} language={language}>
							<ul>
								{counts.map(({ label, since }) => (
									<li key={label}>
										{label} <small>{t("myHost.answer.countsSince", { date: since })}</small>
									</li>
								))}
							</ul>
						</Folded>
					</dd>
				</div>
			))}
		</dl>
	);
}

/** What is long is folded: a host may have hundreds of containers, each with limits of its own. */
const rowsShown = 8;

function Folded({ count, language, children }: { count: number; language: Language; children: ReactNode }) {
	if (count <= rowsShown) return children;
	return (
		<details>
			<summary>{translate(language)("statistic.all", { count: formatNumber(count, language) })}</summary>
			{children}
		</details>
	);
}

type RowsProps = ShownSection["lists"][number] & { isAlone: boolean };

function Rows({ name, heads, rows, isAlone }: RowsProps) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: a group of cells, not of fields.
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
		<div role="group" className="wide" tabIndex={0} aria-label={name}>
			<table>
				{!isAlone && <caption>{name}</caption>}
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
					{rows.map((row) => (
						<tr key={row.join()}>
							{row.map((value, i) => (
								<td key={heads[i]}>{value}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
