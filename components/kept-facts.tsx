/** The facts of a host in plain words, and its other values by name. */
import type { ReactNode } from "react";
import { formatNumber } from "#lib/format";
import type { Language } from "#lib/language";
import type { FactTable, NamedValue, ShownFacts } from "#lib/privacy/shown-facts";
import { translate } from "#lib/text/index";

export function NamedValues({ values }: { values: readonly NamedValue[] }) {
	return (
		<dl className="named-values">
			{values.map((one) => (
				<div key={one.name + one.value}>
					<dt>{one.name}</dt>
					<dd>{one.value}</dd>
				</div>
			))}
		</dl>
	);
}

/** The facts of a section: single values by name, then the lists. */
export function KeptFacts({ facts, section, language }: { facts: ShownFacts; section: string; language: Language }) {
	return (
		<>
			{facts.values.length > 0 && <NamedValues values={facts.values} />}
			{facts.lists.map((list) => (
				<Folded key={list.name} count={list.rows.length} language={language}>
					<Rows {...list} isAlone={list.name === section} />
				</Folded>
			))}
		</>
	);
}

/** What is long is folded: a host may have hundreds of containers, each with limits of its own. */
const rowsShown = 8;

export function Folded({ count, language, children }: { count: number; language: Language; children: ReactNode }) {
	if (count <= rowsShown) return children;
	return (
		<details>
			<summary>{translate(language)("statistic.all", { count: formatNumber(count, language) })}</summary>
			{children}
		</details>
	);
}

function Rows({ name, heads, rows, isAlone }: FactTable & { isAlone: boolean }) {
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
