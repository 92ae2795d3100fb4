import type { Day } from "#lib/day";
import { formatDay } from "#lib/format";
import type { Language, Text } from "#lib/language";
import { translate } from "#lib/text/index";

interface Dated {
	day: Day;
	text: Text;
}

/** What the lines in a chart stand for. */
export function EventList({
	events,
	language,
}: {
	events: readonly (Dated & { short: string })[];
	language: Language;
}) {
	return (
		<ul className="days">
			{events.map(({ day, short, text }) => (
				<li key={`${day} ${short}`}>
					<time dateTime={day}>{formatDay(day, language)}</time> {text[language]} ({short})
				</li>
			))}
		</ul>
	);
}

/** What changed the meaning of a statistic's numbers. */
export function NoteList({ notes, language }: { notes: readonly Dated[]; language: Language }) {
	return (
		<>
			<h3>{translate(language)("statistic.notes")}</h3>
			<ul className="days">
				{notes.map(({ day, text }) => (
					<li key={day}>
						<time dateTime={day}>{formatDay(day, language)}</time> {text[language]}
					</li>
				))}
			</ul>
		</>
	);
}
