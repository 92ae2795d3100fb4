import { formatDay } from "#lib/format";
import type { Language } from "#lib/language";
import { eventText, type WorldEvent } from "#lib/statistics/events";
import type { Note } from "#lib/statistics/labels";
import { translate } from "#lib/text/index";

/** What the lines in a chart stand for. */
export function EventList({ events, language }: { events: readonly WorldEvent[]; language: Language }) {
	return (
		<ul className="days">
			{events.map((event) => (
				<li key={`${event.day} ${event.short}`}>
					<time dateTime={event.day}>{formatDay(event.day, language)}</time> {eventText(event, language)} ({event.short}
					)
				</li>
			))}
		</ul>
	);
}

/** What changed the meaning of a statistic's numbers. */
export function NoteList({ notes, language }: { notes: readonly Note[]; language: Language }) {
	return (
		<>
			<h3>{translate(language)("statistic.notes")}</h3>
			<ul className="days">
				{notes.map(({ day, text }) => (
					<li key={day}>
						<time dateTime={day}>{formatDay(day, language)}</time> {text}
					</li>
				))}
			</ul>
		</>
	);
}
