/**
 * Events that explain bends in the curves: OpenVZ 7 updates by the dates of their branches (mid-month where only the month
 * is known), ends of life as the distributions announced them.
 */
import type { Day } from "#lib/day";
import type { Language } from "#lib/language";
import { translate } from "#lib/text/index";

export interface WorldEvent {
	day: Day;
	/** A few letters beside its line in a chart. */
	short: string;
	kind: "released" | "update" | "endOfLife" | "siteStart";
	/** Of what was released, or is no longer supported. */
	name: string;
	/** If two labels would overlap, the heavier event keeps its label. */
	weight: 1 | 2;
}

const release = (day: string, update: string): WorldEvent => ({
	day: day as Day,
	short: update,
	kind: "update",
	name: `OpenVZ 7 ${update}`,
	weight: 1,
});

const endOfLife = (day: string, short: string, name: string): WorldEvent => ({
	day: day as Day,
	short: `${short} †`,
	kind: "endOfLife",
	name,
	weight: 2,
});

const unsorted: readonly WorldEvent[] = [
	{
		day: "2016-07-25" as Day,
		short: "OpenVZ 7",
		kind: "released",
		name: "OpenVZ 7.0",
		weight: 2,
	},
	release("2016-10-15", "U1"),
	release("2016-12-15", "U2"),
	release("2017-06-15", "U4"),
	release("2017-09-15", "U5"),
	release("2017-12-15", "U6"),
	release("2018-03-15", "U7"),
	release("2018-08-15", "U8"),
	release("2019-01-31", "U9"),
	release("2019-04-30", "U10"),
	release("2019-07-15", "U11"),
	release("2019-11-30", "U12"),
	release("2020-03-15", "U13"),
	release("2020-06-15", "U14"),
	release("2020-11-15", "U15"),
	release("2021-04-15", "U16"),
	release("2021-09-15", "U17"),
	release("2023-01-15", "U19"),
	release("2023-11-15", "U20"),
	endOfLife("2017-03-31", "CentOS 5", "CentOS 5"),
	endOfLife("2018-05-31", "Debian 7", "Debian 7 (LTS)"),
	endOfLife("2019-04-30", "Ubuntu 14", "Ubuntu 14.04"),
	endOfLife("2019-11-30", "OpenVZ 6", "OpenVZ 6"),
	endOfLife("2020-06-30", "Debian 8", "Debian 8 (LTS)"),
	endOfLife("2020-11-30", "CentOS 6", "CentOS 6"),
	endOfLife("2021-04-30", "Ubuntu 16", "Ubuntu 16.04"),
	endOfLife("2021-12-31", "CentOS 8", "CentOS 8"),
	endOfLife("2022-06-30", "Debian 9", "Debian 9 (LTS)"),
	endOfLife("2023-05-31", "Ubuntu 18", "Ubuntu 18.04"),
	endOfLife("2024-06-30", "CentOS 7", "CentOS 7"),
	endOfLife("2024-06-30", "Debian 10", "Debian 10 (LTS)"),
	endOfLife("2025-05-31", "Ubuntu 20", "Ubuntu 20.04"),
	endOfLife("2026-08-31", "Debian 11", "Debian 11 (LTS)"),
];

export const worldEvents: readonly WorldEvent[] = [...unsorted].sort((a, b) => (a.day < b.day ? -1 : 1));

/** The day on which support for what has this label ended, or ends; `null` if it is not known. */
export function endOfLifeOf(label: string): Day | null {
	const isOfLabel = ({ kind, name }: WorldEvent) => kind === "endOfLife" && name.replace(/ \(LTS\)$/, "") === label;
	return worldEvents.find(isOfLabel)?.day ?? null;
}

/** The events that a chart can show: the first published day, and what happened after it. */
export function eventsBetween(firstDay: Day, to: Day): WorldEvent[] {
	return [siteStart(firstDay), ...worldEvents.filter(({ day }) => day > firstDay && day <= to)];
}

function siteStart(day: Day): WorldEvent {
	return {
		day,
		short: "★",
		kind: "siteStart",
		name: "",
		weight: 2,
	};
}

/** `End of life of CentOS 6`. */
export function eventText({ kind, name }: Pick<WorldEvent, "kind" | "name">, language: Language): string {
	return translate(language)(`event.${kind}`, { name });
}
