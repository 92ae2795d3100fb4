/** The site's English. ICU messages; texts of the catalog stand in the catalog. */

import { dateEn } from "./date-en";
import { exportEn } from "./export-en";
import { inspectEn } from "./inspect-en";
import { leadEn } from "./lead-en";
import { loneEn } from "./lone-en";
import { methodologyEn } from "./methodology-en";
import { myHostEn } from "./my-host-en";
import { pictureEn } from "./picture-en";
import { privacyEn } from "./privacy-en";
import { programsEn } from "./programs-en";
import { qualityEn } from "./quality-en";
import { shareEn } from "./share-en";
import { stateEn } from "./state-en";

export const en = {
	site: {
		name: "OpenVZ statistics",
		tagline: "What OpenVZ hosts report about themselves, in numbers",
		description:
			"How many OpenVZ hosts there are, what hardware they run on and what they hold, from the anonymous reports of the Customer Experience Program.",
		skip: "Skip to content",
		menu: "Menu",
		overview: "Overview",
		pages: "Pages",
		otherLanguage: "Русский",
		product: "Product",
		view: "What is shown",
		methodology: "Methodology",
		quality: "Data quality",
		privacy: "Privacy",
		about: "About the numbers",
		footer:
			"Hosts take part in the Customer Experience Program of their own accord. Reports are anonymous: no names, addresses or contents are kept.",
		counted:
			"How the numbers are counted: a host counts while its latest report is in the window, 14 days for OpenVZ 7 and 60 days for OpenVZ 6 and older.",
	},
	product: { openvz7: "OpenVZ 7", legacy: "OpenVZ 6 and older", all: "All OpenVZ hosts" },
	simulation: {
		title: "Simulation.",
		text: "These numbers come from made-up hosts, to show how the site works. They say nothing about real ones.",
	},
	date: dateEn,
	overview: {
		lead: "Anonymous reports from hosts all over the world, counted day by day.",
		growth: "How we grow",
		growthActive: "Active hosts",
		growthEver: "Hosts ever seen",
		headline: {
			hosts: "Active hosts, {product}",
			containers: "Containers, {product}",
			vms: "Virtual machines, {product}",
		},
		headlines: "At a glance",
		explore: "Explore",
		change: "{change} in {days, plural, one {# day} other {# days}}",
		unchanged: "unchanged in {days, plural, one {# day} other {# days}}",
	},
	generalInfo: {
		title: "General info",
		hostsTotal: "Hosts total",
		hostsWithContainers: "Hosts with CTs",
		hostsWithRunningContainers: "Hosts with running CTs",
		hostsActive: {
			openvz7: "Hosts active during last two weeks",
			legacy: "Hosts active during last two months",
		},
		reports: "Number of reports",
		lastReport: "Last report, time ago",
		never: "never",
		growth: "See how we grow over time",
		live: "The last two lines of each are as of now, the others as of {date}.",
		livePast: "The last line of each is as of now, the others as of {date}.",
		liveOnly: "The last two lines of each are as of now; the others appear once the first day is published.",
	},
	statistic: {
		contents: "Statistics on this page",
		history: "Over time",
		onDate: "On {date}",
		ofDay: "Data of the day:",
		series: "History:",
		method: "How it is counted",
		eventsOn: "Show events",
		eventsOff: "Hide events",
		notes: "Changes of meaning",
		all: "All {count} rows",
		page: "More on this subject",
		notSent: "Not everything is reported by {product}.",
		noneSent: "Hosts with {product} do not report this.",
		toOther: "Show it for {other}",
		empty: "No host reported anything of this kind by {date}.",
	},
	table: {
		caption: "{title} on {date}",
		name: "Name",
		hosts: "Hosts",
		share: "Share",
		total: {
			hosts: "Hosts",
			reports: "Reports",
			containers: "Containers",
			VMs: "VMs",
			disks: "Disks",
			bonds: "Bonds",
			GiB: "GiB",
			TB: "TB",
		},
		merged: "{count, plural, one {# value} other {# values}} too rare to be shown",
		sum: "Base",
	},
	course: {
		day: "Day",
		since: "Since then",
		ago: "{days, plural, one {# day} other {# days}} earlier",
	},
	amount: {
		hosts: "{text} {count, plural, one {host} other {hosts}}",
		reports: "{text} {count, plural, one {report} other {reports}}",
		containers: "{text} {count, plural, one {container} other {containers}}",
		VMs: "{text} {count, plural, one {VM} other {VMs}}",
		disks: "{text} {count, plural, one {disk} other {disks}}",
		bonds: "{text} {count, plural, one {bond} other {bonds}}",
		GiB: "{text} GiB{count, plural, other {}}",
		TB: "{text} TB{count, plural, other {}}",
	},
	/** After "of". */
	ofAmount: {
		hosts: "{text} {count, plural, one {host} other {hosts}}",
		reports: "{text} {count, plural, one {report} other {reports}}",
		containers: "{text} {count, plural, one {container} other {containers}}",
		VMs: "{text} {count, plural, one {VM} other {VMs}}",
		disks: "{text} {count, plural, one {disk} other {disks}}",
		bonds: "{text} {count, plural, one {bond} other {bonds}}",
		GiB: "{text} GiB{count, plural, other {}}",
		TB: "{text} TB{count, plural, other {}}",
	},
	measure: {
		share: {
			hosts: "Share of hosts, %",
			reports: "Share of reports, %",
			containers: "Share of containers, %",
			VMs: "Share of virtual machines, %",
			disks: "Share of disks, %",
			bonds: "Share of bonds, %",
			GiB: "Share of installed memory, %",
			TB: "Share of installed storage, %",
		},
		total: {
			hosts: "Number of hosts",
			reports: "Number of reports",
			containers: "Number of containers",
			VMs: "Number of virtual machines",
			disks: "Number of disks",
			bonds: "Number of bonds",
			GiB: "Memory, GiB",
			TB: "Storage, TB",
		},
		daily: { hosts: "Hosts a day", reports: "Reports a day" },
	},
	chart: {
		counted: "Counted",
		left: "{count, plural, one {# more value is not drawn} other {# more values are not drawn}}",
		rest: "{count, plural, one {# other} other {# others}}",
		base: "n = {amount}",
		baseOnHosts: "n = {amount} on {hostsText} {hosts, plural, one {host} other {hosts}}",
		window: "reports of {days, plural, one {# day} other {# days}} up to {date}",
		twoWindows: "reports of {openvz7} days (OpenVZ 7) and {legacy} days (OpenVZ 6) up to {date}",
		allReports: "all reports up to {date}",
		onDay: "on {date}",
		baseMin: "days with fewer than {count, plural, one {# host} other {# hosts}} are not drawn",
		keys: "Arrow keys left and right show the values of each day.",
	},
	sentence: {
		nothing: "{title}: nothing was counted on {date}.",
		rare: "{title}: no value was frequent enough on {date} to be shown by itself.",
		oneNumber: "{title}: {value} on {date}{changed}{most}.",
		lines:
			"{title}: {labels} {count, plural, one {comes first with {value}} other {come first with {value} each}} on {date}{changed}{next}.",
		chosen:
			"{title}: of those chosen, {labels} {count, plural, one {comes first with {value}} other {come first with {value} each}} on {date}{changed}{next}.",
		share: "{title}: {value} of {base} on {date}.",
		day: "{title}: {labels} {count, plural, one {comes first with {value}} other {come first, each with {value}}} of {base} on {date}{next}.",
		next: "; then {label} with {value}",
		others: "others",
		peak: "; the highest was {value}, on {date}",
		points: "{text} percentage {count, plural, one {point} other {points}}",
		since:
			"{direction, select, more {, {by} more than on {date}} less {, {by} less than on {date}} times {, {by} {count, plural, one {time} other {times}} as many as on {date}} other {, the same as on {date}}}",
	},
	export: exportEn,
	inspect: inspectEn,
	lead: leadEn,
	lone: loneEn,
	map: {
		title: "On the map",
		none: "no reports",
		under: "under {percent}",
		between: "{from}–{to}",
		over: "{percent} and more",
		unseen: "Too small to be seen on the map: {countries}.",
	},
	methodology: methodologyEn,
	myHost: myHostEn,
	picture: pictureEn,
	privacy: privacyEn,
	programs: programsEn,
	quality: qualityEn,
	share: shareEn,
	state: stateEn,
	empty: {
		title: "Nothing is published yet",
		text: "Reports are being received, and each whole day is published after midnight UTC. This page fills by itself.",
		operator:
			"For the operator: point a host’s reporter at this server, or take in an archive with <importing></importing>, then <publishing></publishing>. To see the site with made-up data: <demo></demo>.",
	},
	wrong: {
		notFoundTitle: "There is nothing at this address",
		notFound: "It may be mistyped, or be a statistic or a day that does not exist.",
		range: "Days from {first} to {last} are published.",
		noDays: "No day is published yet.",
		home: "Go to the overview",
		badTitle: "This address cannot be read",
		badDate: "The date must be a calendar day written like 2026-11-21.",
		badProduct: "The product must be openvz7 or legacy.",
		errorTitle: "Something went wrong on our side",
		error: "The data cannot be read at the moment. Please try again in a minute.",
	},
} as const;
