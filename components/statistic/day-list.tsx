import { Static } from "#components/static";
import { hrefOf, statisticPath, type View } from "#lib/address/links";
import type { Day } from "#lib/day";
import { formatDay } from "#lib/format";
import type { Language } from "#lib/language";
import { eventText, type WorldEvent } from "#lib/statistics/events";
import { type Note, titleOf } from "#lib/statistics/labels";
import type { Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";

/** The events that are lines in a chart. */
export function EventList({ events, language }: { events: readonly WorldEvent[]; language: Language }) {
	return (
		<ul className="days">
			{events.map((event) => (
				<li key={`${event.day} ${event.name}`}>
					<time dateTime={event.day}>{formatDay(event.day, language)}</time>{" "}
					{event.source ? (
						<a href={event.source} rel="external">
							{eventText(event, language)}
						</a>
					) : (
						eventText(event, language)
					)}
				</li>
			))}
		</ul>
	);
}

/** What changed a statistic's numbers: their meaning, or that they were published again. */
export function NoteList({ notes, language }: { notes: readonly Note[]; language: Language }) {
	return (
		<>
			<h3>{translate(language)("statistic.notes")}</h3>
			<ul className="days">
				{notes.map(({ day, text }) => (
					<li key={`${day} ${text}`}>
						<time dateTime={day}>{formatDay(day, language)}</time> {text}
					</li>
				))}
			</ul>
		</>
	);
}

interface Change {
	statistic: Statistic;
	day: Day;
	text: string;
}

/** What changed the meaning of numbers, and where. */
export function ChangesOfMeaning({ view, changes }: { view: View; changes: readonly Change[] }) {
	const { language } = view;
	const t = translate(language);
	return (
		<Static as="section" aria-labelledby="changes">
			<h2 id="changes">{t("quality.changes.title")}</h2>
			<p className="about">{t(changes.length > 0 ? "quality.changes.about" : "quality.changes.none")}</p>
			{changes.length > 0 && (
				<ul className="days">
					{changes.map(({ statistic, day, text }) => (
						<li key={`${statistic.slug} ${day}`}>
							<time dateTime={day}>{formatDay(day, language)}</time>{" "}
							<a href={hrefOf(view, statisticPath(statistic))}>{titleOf(statistic, language)}</a>: {text}
						</li>
					))}
				</ul>
			)}
		</Static>
	);
}
