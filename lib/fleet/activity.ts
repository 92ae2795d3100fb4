/**
 * What happens around a simulated fleet, as the files that an operator has: the log of a mirror, an archive of mailing lists,
 * exports of a bug tracker and of a forum, and cited figures. Each day depends on nothing but its date and the seed. Addresses and
 * names are those that are reserved for examples.
 */
import { type Day, daysThrough, plusDays } from "#lib/day";
import { between, type Random, random, weighted } from "./chance";
import { dayMs, instant } from "./time";

export interface ActivityFile {
	kind: "downloads" | "mail" | "bugs" | "forum" | "figures";
	name: string;
	source: string;
	text: string;
}

interface Range {
	from: Day;
	through: Day;
	seed: number;
}

/** The files begin a day before and end on the day after, so that they cover all days of the range. */
export function activityFiles({ from, through, seed }: Range): ActivityFile[] {
	const days = daysThrough(plusDays(from, -1), plusDays(through, 1));
	return [
		{
			kind: "downloads",
			name: "access.log",
			source: "simulated mirror",
			text: days.flatMap((day) => log(day, seed)).join("\n"),
		},
		{
			kind: "mail",
			name: "lists.mbox",
			source: "simulated lists",
			text: days.flatMap((day) => mail(day, seed)).join(""),
		},
		{ kind: "bugs", name: "issues.json", source: "simulated tracker", text: bugs(days, seed) },
		{
			kind: "forum",
			name: "posts.csv",
			source: "simulated forum",
			text: days.flatMap((day) => forum(day, seed)).join("\n"),
		},
		{ kind: "figures", name: "figures.csv", source: "", text: figures(days, seed) },
	];
}

const chanceOf = (day: Day, seed: number, what: string) => random("activity", seed, what, day);
/** Fewer on Saturdays and Sundays. */
const weekday = (day: Day) => ([0, 6].includes(new Date(instant(day)).getUTCDay()) ? 0.55 : 1);
const times = (count: number, make: (i: number) => string[]) => Array.from({ length: count }, (_, i) => make(i)).flat();
const about = (next: Random, mean: number) => Math.max(0, Math.round(between(next(), mean * 0.7, mean * 1.3)));
/** The first midnight, so that every day begins with an entry. */
const atOf = (day: Day, next: Random, i: number) => instant(day) + (i === 0 ? 0 : Math.floor(next() * dayMs));

const root = "/pub/openvz/virtuozzo/releases/7.0/x86_64";
const repositories = [
	[`${root}/os/repodata/repomd.xml`, 0.72],
	["/pub/openvz/virtuozzo/releases/9.0/x86_64/os/repodata/repomd.xml", 0.14],
	["/pub/openvz/kernel/branches/rhel6-2.6.32/current/repodata/repomd.xml", 0.09],
	["/pub/openvz/virtuozzo/factory/x86_64/os/repodata/repomd.xml", 0.05],
] as const;
const images = [
	["/pub/openvz/virtuozzo/releases/openvz-7.0.22-100/x86_64/iso/openvz-iso-7.0.22.iso", 0.6],
	["/pub/openvz/virtuozzo/releases/openvz-7.0.21-10/x86_64/iso/openvz-iso-7.0.21.iso", 0.25],
	["/pub/openvz/virtuozzo/factory/x86_64/iso/factory-DVD", 0.15],
] as const;
const packages = [
	[`${root}/os/Packages/p/prlctl-7.0.300-1.vz7.x86_64.rpm`, 0.4],
	[`${root}/os/Packages/v/vzkernel-3.10.0-1160.105.1.vz7.222.10.x86_64.rpm`, 0.3],
	[`${root}/os/Packages/a/almalinux-9-x86_64-ez-7.0.0-1.vz7.noarch.rpm`, 0.2],
	[`${root}/os/Packages/b/bash-4.2.46-35.vl7.x86_64.rpm`, 0.1],
] as const;
const templates = [
	["debian-12-x86_64", 0.35],
	["ubuntu-22.04-x86_64", 0.3],
	["almalinux-9-x86_64", 0.2],
	["centos-7-x86_64", 0.15],
] as const;
const yum = "urlgrabber/3.10 yum/3.4.3";
const isoBytes = 1_100_000_000;

function log(day: Day, seed: number): string[] {
	const next = chanceOf(day, seed, "log");
	const busy = weekday(day);
	const line = (i: number, client: string, target: string, bytes: number, agent: string, status = 200) => [
		`${client} - - [${logTime(atOf(day, next, i))}] "GET ${target} HTTP/1.1" ${status} ${bytes} "-" "${agent}"`,
	];
	const anybody = () => `198.51.100.${Math.floor(next() * 250)}`;
	return [
		// The same machines ask again and again.
		...times(about(next, 110), (i) => {
			const machine = Math.floor(next() * 420);
			const target = weighted(random("machine", seed, machine)(), repositories);
			return line(i, `192.0.2.${machine % 250}`, target, 3100, `${yum} (${machine})`);
		}),
		...times(about(next, 9 * busy), () => line(1, anybody(), weighted(next(), images), isoBytes, "Wget/1.21.3")),
		...times(about(next, 30 * busy), () => line(1, anybody(), weighted(next(), packages), 90_000, yum)),
		...times(about(next, 12 * busy), () =>
			line(
				1,
				anybody(),
				`/pub/openvz/template/precreated/${weighted(next(), templates)}.tar.gz`,
				90_000_000,
				"Wget/1.21.3",
			),
		),
		...times(about(next, 3 * busy), () =>
			line(1, anybody(), `${root}/os/.treeinfo`, 900, "CentOS (anaconda)/7 yum/3.4.3"),
		),
		...times(about(next, 5), () => line(1, "203.0.113.9", weighted(next(), images), isoBytes, "ExampleBot/1.0")),
	];
}

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `10/Oct/2026:13:55:36 +0000`. */
function logTime(at: number): string {
	const [date = "", time = ""] = new Date(at).toISOString().split("T");
	const [year, month, day] = date.split("-");
	return `${day}/${monthNames[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`;
}

const lists = [
	["users", 0.4],
	["devel", 0.5],
	["criu", 0.08],
	["announce", 0.02],
] as const;

function mail(day: Day, seed: number): string[] {
	const next = chanceOf(day, seed, "mail");
	return times(1 + about(next, 9 * weekday(day)), (i) => {
		const at = new Date(atOf(day, next, i)).toUTCString();
		const who = `person${Math.floor(next() ** 2 * 90)}@example.org`;
		return [
			`From ${who} Thu Jan  1 00:00:00 1970\nFrom: ${who}\nDate: ${at}\nSubject: simulated\n`,
			`Message-ID: <${day}.${i}@example.org>\nList-Id: <${weighted(next(), lists)}.openvz.org>\n\nSimulated.\n\n`,
		];
	});
}

const types = [
	["Bug", 0.7],
	["Improvement", 0.15],
	["New Feature", 0.05],
	["Task", 0.1],
] as const;

function bugs(days: readonly Day[], seed: number): string {
	const last = instant(days.at(-1) ?? "");
	const time = (at: number) => new Date(at).toISOString().replace("Z", "+0000");
	const issues = days.flatMap((day) => {
		const next = chanceOf(day, seed, "bugs");
		return Array.from({ length: about(next, 1.6 * weekday(day)) }, (_, i) => {
			const created = atOf(day, next, i);
			const resolved = created + next() ** 2 * 200 * dayMs;
			const isResolved = next() < 0.85 && resolved < last;
			const resolutiondate = isResolved ? time(resolved) : null;
			const name = weighted(next(), types);
			return {
				key: `SIM-${day}-${i}`,
				fields: { created: time(created), updated: time(created), resolutiondate, issuetype: { name } },
			};
		});
	});
	// Somebody touched the first issue today: the export reaches until now.
	const edge = { created: time(last), updated: time(last), resolutiondate: null, issuetype: { name: "Task" } };
	return JSON.stringify({
		startAt: 0,
		maxResults: issues.length,
		issues: [...issues, { key: "SIM-LAST", fields: edge }],
	});
}

function forum(day: Day, seed: number): string[] {
	const next = chanceOf(day, seed, "forum");
	const topicOfDay = Math.floor(instant(day) / dayMs);
	return times(1 + about(next, 4 * weekday(day)), (i) => {
		const topic = Math.max(0, topicOfDay - Math.floor(next() ** 3 * 20));
		return [`${Math.floor(atOf(day, next, i) / 1000)},${topic},${1 + Math.floor(next() ** 2 * 60)},0`];
	});
}

function figures(days: readonly Day[], seed: number): string {
	const rows = days
		.filter((day) => day.endsWith("-15"))
		.flatMap((day) => {
			const next = chanceOf(day, seed, "figures");
			return [
				`${day},distrowatch-hits,virtuozzo-linux,${about(next, 80)},https://distrowatch.example/virtuozzo`,
				`${day},hosters-with-openvz,openvz,${about(next, 120)},https://hosters.example/openvz`,
			];
		});
	return ["day,statistic,bucket,total,source_url", ...rows].join("\n");
}
