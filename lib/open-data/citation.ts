/** How to cite a statistic: as a line of text, and as an entry for BibTeX. `today` is the day on which it was looked at. */
import type { Day } from "#lib/day";
import { dayOf, saidOf, type Taken } from "#lib/export/export";
import { oneLine } from "#lib/export/one-line";
import { formatDay } from "#lib/format";
import { settingsOf } from "#lib/language";
import { productMark } from "#lib/product";
import { translate } from "#lib/text/index";

export function citationText(taken: Taken, today: Day): string {
	const { title, product, dates, note, simulation } = saidOf(taken);
	const t = translate(taken.language);
	const said = t("export.citation", {
		author: t("export.author"),
		year: yearOf(taken),
		title: oneLine(title),
		product,
		dates,
		note,
		site: t("site.name"),
		address: taken.address,
		today: formatDay(today, taken.language),
	});
	return `${said}${simulation ? ` [${simulation}]` : ""}\n`;
}

export function citationBibtex(taken: Taken, today: Day): string {
	const { title, product, dates, note, licence, simulation } = saidOf(taken);
	const { language, statistic, address } = taken;
	const t = translate(language);
	const day = dayOf(taken);
	const fields: [string, string][] = [
		// Inner braces keep capitals and names as they are.
		["author", `{${escaped(t("export.author"))}}`],
		["title", `{${escaped(`${title}, ${product}`)}}`],
		["year", yearOf(taken)],
		["date", day],
		["publisher", escaped(t("site.name"))],
		["note", escaped([dates, note, licence, ...(simulation ? [simulation] : [])].join("; "))],
		["url", address],
		["urldate", today],
		["language", settingsOf(language).bibtexName],
	];
	const key = ["openvz", statistic.slug, ...productMark(taken.shown.product), day].join("-");
	return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},`).join("\n")}\n}\n`;
}

function yearOf(taken: Taken): string {
	return dayOf(taken).slice(0, 4);
}

const special: Record<string, string> = {
	"\\": "\\textbackslash{}",
	"^": "\\textasciicircum{}",
	"~": "\\textasciitilde{}",
};

function escaped(text: string): string {
	return oneLine(text).replace(/[\\{}$&#^_~%]/g, (char) => special[char] ?? `\\${char}`);
}
