import { hrefOf, type View } from "#lib/address/links";
import type { QueryParts } from "#lib/address/query";
import { type Day, daysBetween } from "#lib/day";
import { formatDay } from "#lib/format";
import type { Language } from "#lib/language";
import { translate } from "#lib/text/index";

interface HistoricProps {
	view: View;
	path: string;
	/** Parameters that stay. */
	keep?: QueryParts;
	lastDay: Day;
}

/** On a page of a past day: which day it is, and a link to the newest. */
export function HistoricNotice({ view, path, keep, lastDay }: HistoricProps) {
	if (!view.day || view.day === lastDay) return null;
	const t = translate(view.language);
	return (
		<p className="historic" role="note">
			{t("date.historic", { date: formatDay(view.day, view.language), days: daysBetween(view.day, lastDay) })}{" "}
			<a href={hrefOf({ ...view, day: null }, path, keep)}>
				{t("date.toLatest", { date: formatDay(lastDay, view.language) })}
			</a>
		</p>
	);
}

/** Before the first day is published: what to wait for, and what to do. */
export function EmptyNotice({ view }: { view: View }) {
	const t = translate(view.language);
	const command = (text: string) => () => <code>{text}</code>;
	return (
		<section className="empty">
			<h2>{t("empty.title")}</h2>
			<p>{t("empty.text")}</p>
			<p>
				{t.rich("empty.operator", {
					importing: command("npm run stats -- import <dir>"),
					publishing: command("npm run stats -- publish"),
					demo: command("npm run demo"),
				})}
			</p>
		</section>
	);
}

/** Says that the hosts are simulated. */
export function SimulationNotice({ language }: { language: Language }) {
	const t = translate(language);
	return (
		<aside className="simulation" aria-label={t("simulation.title")}>
			<strong>{t("simulation.title")}</strong> {t("simulation.text")}
		</aside>
	);
}
