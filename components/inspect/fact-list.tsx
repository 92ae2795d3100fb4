/** Facts in plain words. */
import { formatNumber } from "../../lib/format";
import type { FactLine, FactValue } from "../../lib/inspect/fact-lines";
import type { Language } from "../../lib/language";
import { fieldWords } from "../../lib/site/privacy/kept-words";
import { type Translate, translate } from "../../lib/text";

export function FactList({ lines, language }: { lines: readonly FactLine[]; language: Language }) {
	return (
		<dl className="known">
			{lines.map((line) => (
				<div key={line.path}>
					<dt>{nameOf(line.path, language)}</dt>
					<dd>{Array.isArray(line.value) ? <Items items={line.value} language={language} /> : said(line, language)}</dd>
				</div>
			))}
		</dl>
	);
}

function Items({ items, language }: { items: readonly FactLine[][]; language: Language }) {
	return (
		<ul>
			{items.map((fields) => (
				<li key={JSON.stringify(fields)}>
					{fields.map((field) => `${nameOf(field.path, language)}: ${said(field, language)}`).join("; ")}
				</li>
			))}
		</ul>
	);
}

function nameOf(path: string, language: Language): string {
	const words = fieldWords[path]?.[language];
	const list = path.slice(path.lastIndexOf(".") + 1);
	return words ?? translate(language)(`inspect.lists.${list as ListName}`);
}

type ListName = "counters" | "disks" | "nics" | "bonds" | "teams" | "vms" | "containers" | "packages";

function said({ path, value }: FactLine, language: Language): string {
	const t = translate(language);
	if (typeof value !== "number") return word(value as Exclude<FactValue, number>, t);
	const number = formatNumber(value, language);
	const unit = Object.entries(units).find(([end]) => path.endsWith(end))?.[1];
	return unit ? t(`inspect.value.${unit}`, { number }) : number;
}

const units = { Mib: "mib", Gb: "gb", Mbps: "mbps" } as const;

function word(value: Exclude<FactValue, number>, t: Translate): string {
	if (value === null) return t("inspect.value.notSaid");
	if (value === "") return t("inspect.value.none");
	if (value === "unlimited") return t("inspect.value.unlimited");
	return typeof value === "string" ? value : t(value ? "inspect.value.yes" : "inspect.value.no");
}
