/**
 * Events that explain bends in the curves: OpenVZ 7 updates by the dates of their branches (mid-month where only the month
 * is known), ends of life as the distributions announced them.
 */
import type { Day } from "#lib/day";
import type { Language } from "#lib/language";
import { translate } from "#lib/text/index";

export interface WorldEvent {
	day: Day;
	kind: "released" | "update" | "endOfLife" | "siteStart";
	/** Of what was released, or is no longer supported. */
	name: string;
	/** Slugs of the statistics that it explains. */
	statistics: readonly string[];
	/** If two labels would overlap, the heavier event keeps its label. */
	weight: 1 | 2;
	/** The page on which the day was announced. */
	source?: string;
}

/** Where releases of OpenVZ are seen. */
const versions = [
	...["openvz-version", "openvz-release", "kernel", "kernel-branch", "readykernel", "openvz-packages"],
	"host-distro",
];
/** Where the end of a distribution is seen. */
const systems = ["host-distro", "container-os", "container-os-family", "vm-guest-os"];
/** How many take part. */
const numbers = [
	...["hosts-active", "hosts-total", "hosts-with-containers", "hosts-with-running-containers", "hosts-new"],
	...["reports", "reports-total", "openvz-version"],
];

const release = (day: string, update: number): WorldEvent => ({
	day: day as Day,
	kind: "update",
	name: `${update}`,
	statistics: versions,
	weight: 1,
});

/** Where the ends of life are announced. Of OpenVZ 6 only the month is: its last day stands for it. */
const sources = {
	"CentOS Stream": "https://blog.centos.org/2023/04/end-dates-are-coming-for-centos-stream-8-and-centos-linux-7/",
	CentOS: "https://wiki.centos.org/About/Product",
	Debian: "https://wiki.debian.org/LTS",
	Ubuntu: "https://ubuntu.com/about/release-cycle",
	OpenVZ: "https://wiki.openvz.org/Releases",
};

const endOfLife = (day: string, name: string, statistics = systems): WorldEvent => ({
	day: day as Day,
	kind: "endOfLife",
	name,
	statistics,
	weight: 2,
	source: Object.entries(sources).find(([begin]) => name.startsWith(begin))?.[1],
});

const unsorted: readonly WorldEvent[] = [
	{
		day: "2016-07-25" as Day,
		kind: "released",
		name: "OpenVZ 7",
		statistics: [...versions, ...numbers],
		weight: 2,
	},
	release("2016-10-15", 1),
	release("2016-12-15", 2),
	release("2017-06-15", 4),
	release("2017-09-15", 5),
	release("2017-12-15", 6),
	release("2018-03-15", 7),
	release("2018-08-15", 8),
	release("2019-01-31", 9),
	release("2019-04-30", 10),
	release("2019-07-15", 11),
	release("2019-11-30", 12),
	release("2020-03-15", 13),
	release("2020-06-15", 14),
	release("2020-11-15", 15),
	release("2021-04-15", 16),
	release("2021-09-15", 17),
	release("2023-01-15", 19),
	release("2023-11-15", 20),
	endOfLife("2016-02-29", "Debian 6 (LTS)"),
	endOfLife("2017-03-31", "CentOS 5"),
	endOfLife("2017-04-28", "Ubuntu 12.04"),
	endOfLife("2018-05-31", "Debian 7 (LTS)"),
	endOfLife("2019-04-30", "Ubuntu 14.04"),
	endOfLife("2019-11-30", "OpenVZ 6", [...versions, ...numbers]),
	endOfLife("2020-06-30", "Debian 8 (LTS)"),
	endOfLife("2020-11-30", "CentOS 6"),
	endOfLife("2021-04-30", "Ubuntu 16.04"),
	endOfLife("2021-12-31", "CentOS 8"),
	endOfLife("2022-06-30", "Debian 9 (LTS)"),
	endOfLife("2023-05-31", "Ubuntu 18.04"),
	endOfLife("2024-05-31", "CentOS Stream 8"),
	endOfLife("2024-06-30", "CentOS 7"),
	endOfLife("2024-06-30", "Debian 10 (LTS)"),
	endOfLife("2025-05-31", "Ubuntu 20.04"),
	endOfLife("2026-08-31", "Debian 11 (LTS)"),
];

export const worldEvents: readonly WorldEvent[] = [...unsorted].sort((a, b) => a.day.localeCompare(b.day));

/** `Debian 10` of `Debian 10 (LTS)`. */
const withoutTerm = (name: string) => name.replace(/ \(LTS\)$/, "");

/** When support for what has this label ended, or ends, earliest first. CentOS 8 counts CentOS Stream 8, too, which ended later. */
export function endsOfLifeOf(label: string): WorldEvent[] {
	const isOfLabel = (name: string) => withoutTerm(name).replace("CentOS Stream", "CentOS") === label;
	return worldEvents.filter(({ kind, name }) => kind === "endOfLife" && isOfLabel(name));
}

/** The events that a chart of the statistic can show: those after the first published day, and that day. */
export function eventsBetween({ slug }: { slug: string }, firstDay: Day, to: Day): WorldEvent[] {
	return [siteStart(firstDay), ...worldEvents.filter(({ day }) => day > firstDay && day <= to)].filter(
		({ statistics }) => statistics.includes(slug),
	);
}

/** Whether any event explains the statistic. */
export function hasEvents({ slug }: { slug: string }): boolean {
	return [...numbers, ...worldEvents.flatMap(({ statistics }) => statistics)].includes(slug);
}

function siteStart(day: Day): WorldEvent {
	return { day, kind: "siteStart", name: "", statistics: [...numbers, ...versions], weight: 2 };
}

/** `End of life of CentOS 6`; `short`: a few words beside its line in a chart. */
export function eventText(
	{ kind, name }: Pick<WorldEvent, "kind" | "name">,
	language: Language,
	length: "long" | "short" = "long",
): string {
	return translate(language)(`event.${length}.${kind}`, { name: length === "short" ? withoutTerm(name) : name });
}
