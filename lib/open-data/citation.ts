/** How to cite a statistic: as a line of text, and as an entry for BibTeX. `today` is the day of access. */
import type { Day } from "#lib/day";
import { captionOf, dayOf, productsOf, type StatisticExport } from "#lib/export/export";
import { oneLine } from "#lib/export/markup";
import { formatDay } from "#lib/format";
import { settingsOf } from "#lib/language";
import { productMark } from "#lib/product";
import { translate } from "#lib/text/index";

export function citationText(exported: StatisticExport, today: Day): string {
	const { title, product, dates, note, simulation } = captionOf(exported);
	const t = translate(exported.language);
	const citation = t("export.citation", {
		author: t("export.author"),
		year: yearOf(exported),
		title: [oneLine(title), product].filter(Boolean).join(", "),
		dates,
		note,
		site: t("site.name"),
		address: exported.address,
		today: formatDay(today, exported.language),
	});
	return `${citation}${simulation ? ` [${simulation}]` : ""}\n`;
}

export function citationBibtex(exported: StatisticExport, today: Day): string {
	const { title, product, dates, note, licence, simulation } = captionOf(exported);
	const { language, statistic, address } = exported;
	const t = translate(language);
	const day = dayOf(exported);
	const fields: [string, string][] = [
		// Inner braces keep capitals and names as they are.
		["author", `{${escaped(t("export.author"))}}`],
		["title", `{${escaped([title, product].filter(Boolean).join(", "))}}`],
		["year", yearOf(exported)],
		["date", day],
		["publisher", escaped(t("site.name"))],
		["note", escaped([dates, note, licence, ...(simulation ? [simulation] : [])].join("; "))],
		["url", address],
		["urldate", today],
		["language", settingsOf(language).bibtexName],
	];
	const key = ["openvz", statistic.slug, ...productsOf(exported).flatMap(productMark), day].join("-");
	return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},`).join("\n")}\n}\n`;
}

function yearOf(exported: StatisticExport): string {
	return dayOf(exported).slice(0, 4);
}

const special: Record<string, string> = {
	"\\": "\\textbackslash{}",
	"^": "\\textasciicircum{}",
	"~": "\\textasciitilde{}",
};

function escaped(text: string): string {
	return oneLine(text).replace(/[\\{}$&#^_~%]/g, (char) => special[char] ?? `\\${char}`);
}
