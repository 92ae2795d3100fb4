import { HiddenInputs } from "#components/controls/hidden-inputs";
import { Step } from "#components/controls/step";
import { Static } from "#components/static";
import { view as fields } from "#lib/address/addresses";
import { hrefOf, type View } from "#lib/address/links";
import type { QueryParts } from "#lib/address/query";
import { calendarOf } from "#lib/calendar";
import { type Day, earlier, later, plusDays } from "#lib/day";
import { formatDay } from "#lib/format";
import { defaultProduct } from "#lib/product";
import { translate } from "#lib/text/index";

interface Props {
	view: View;
	path: string;
	/** Parameters that stay. */
	keep?: QueryParts;
	published: { firstDay: Day; lastDay: Day };
}

/** Shows the site as of any published day. A plain form: it needs no JavaScript, and its addresses can be bookmarked. */
export function DateFilter({ view, path, keep = [], published: { firstDay, lastDay } }: Props) {
	const t = translate(view.language);
	const day = view.day ?? lastDay;
	const to = (wanted: Day) => {
		const inside = earlier(later(wanted, firstDay), lastDay);
		return inside === day ? null : hrefOf({ ...view, day: inside === lastDay ? null : inside }, path, keep);
	};
	return (
		<form className="dates" action={hrefOf({ ...view, product: defaultProduct, day: null }, path)}>
			<HiddenInputs view={{ ...view, day: null }} parameters={keep} />
			<Step to={to(plusDays(day, -7))} rel="prev" label={t("date.previousWeek")} sign="←" />
			<label>
				<span>{t("date.asOf")}</span>
				<input type="date" name={fields.date.name} defaultValue={day} min={firstDay} max={lastDay} required />
			</label>
			<button type="submit">{t("date.show")}</button>
			<Step to={to(plusDays(day, 7))} rel="next" label={t("date.nextWeek")} sign="→" />
			<Calendar {...{ view, path, keep, day }} published={{ firstDay, lastDay }} />
			{view.day && <a href={hrefOf({ ...view, day: null }, path, keep)}>{t("date.latest")}</a>}
		</form>
	);
}

interface CalendarProps {
	view: View;
	path: string;
	/** Parameters that stay. */
	keep: QueryParts;
	/** The one that is shown. */
	day: Day;
	published: { firstDay: Day; lastDay: Day };
}

/** The id of the month. Links to another month name it, so that the next page shows its calendar open. */
const place = "calendar";

/** The month of the shown day with a link for each published day, and links to every other month. */
function Calendar({ view, path, keep, day, published }: CalendarProps) {
	const { language } = view;
	const t = translate(language);
	const { month, weeks, before, after, months, years } = calendarOf(day, published);
	const to = (wanted: Day, stay = false) =>
		hrefOf({ ...view, day: wanted === published.lastDay ? null : wanted }, stay ? `${path}#${place}` : path, keep);
	const isPublished = (one: Day) => one >= published.firstDay && one <= published.lastDay;
	const step = (wanted: Day | null, sign: string, rel: "prev" | "next") => (
		<Step
			to={wanted && to(wanted, true)}
			rel={rel}
			label={wanted ? formatDay(wanted, language, "wholeMonth") : ""}
			sign={sign}
		/>
	);
	return (
		<Static as="details" className="calendar">
			<summary aria-label={t("date.calendar")} title={t("date.calendar")}>
				<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" fill="none" stroke="currentColor">
					<rect x="2.5" y="4" width="15" height="13" rx="2" strokeWidth="1.5" />
					<path d="M2.5 8.5h15M6.5 2v4M13.5 2v4" strokeWidth="1.5" />
				</svg>
			</summary>
			<div className="panel" id={place}>
				<div className="month">
					{step(before, "‹", "prev")}
					<strong>{formatDay(month, language, "wholeMonth")}</strong>
					{step(after, "›", "next")}
				</div>
				<table>
					<thead>
						<tr>
							{(weeks[1] ?? []).map((one) =>
								one ? (
									<th key={one} scope="col">
										{formatDay(one, language, "weekday")}
									</th>
								) : null,
							)}
						</tr>
					</thead>
					<tbody>
						{weeks.map((week) => (
							<tr key={week.find((one) => one)}>
								{week.map((one, j) => (
									<td key={one ?? j}>
										{one && isPublished(one) ? (
											<a
												href={to(one)}
												aria-label={formatDay(one, language)}
												aria-current={one === day ? "date" : undefined}
											>
												{Number(one.slice(8))}
											</a>
										) : (
											one && <span>{Number(one.slice(8))}</span>
										)}
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
				<Jump
					label={t("date.months")}
					links={months.map((one) => ({
						text: formatDay(one, language, "month"),
						href: to(one, true),
						isCurrent: one.slice(0, 7) === day.slice(0, 7),
					}))}
				/>
				{years.length > 1 && (
					<Jump
						label={t("date.years")}
						links={years.map((one) => ({
							text: formatDay(one, language, "year"),
							href: to(one, true),
							isCurrent: one.slice(0, 4) === day.slice(0, 4),
						}))}
					/>
				)}
				<p>
					{t("date.published", {
						first: formatDay(published.firstDay, language, "short"),
						last: formatDay(published.lastDay, language, "short"),
					})}
				</p>
			</div>
		</Static>
	);
}

function Jump({ label, links }: { label: string; links: { text: string; href: string; isCurrent: boolean }[] }) {
	return (
		<ul className="jump" aria-label={label}>
			{links.map(({ text, href, isCurrent }) => (
				<li key={text}>
					<a href={href} aria-current={isCurrent ? "true" : undefined}>
						{text}
					</a>
				</li>
			))}
		</ul>
	);
}
