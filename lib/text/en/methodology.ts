/** How the numbers are counted. */
export const methodology = {
	methodology: {
		title: "How the numbers are counted",
		lead: "For every statistic: what is counted, out of how many, over which days, and how to reproduce it.",
	},
};

export const method = {
	method: {
		ofPage: "{page}: how the numbers are counted",
		statistics: "Statistics",
		words: {
			title: "In general",
			day: "A day is a UTC day by the clock of this server. The numbers of a day are published after it has ended, and describe its end.",
			host: "A host is one server that reports. Each statistic is made from one section of the reports. A host counts in it on a day if a report with that section arrived within the window: {openvz7} days for OpenVZ 7, whose hosts spread their sections over a week, and {legacy} days for OpenVZ 6 and older, whose reporter runs once a month. The latest such report counts.",
			known:
				"What a host never reported is not guessed: the host is missing from the base. A value that no rule recognises is Other; a value that the host itself reports as unknown is Unknown.",
			plausible:
				"No real host has more than {containers} containers, {vms} virtual machines, {disks} disks, {storageTb} TB of storage or {memoryTib} TiB of memory. A section that says more is set aside as if it had not been sent, so that no host can move a total.",
			observed:
				"Downloads, mail, bugs and the forum are counted in files of the operator, on UTC days, weeks from Monday and calendar months. Only those that the files cover completely are published; others are gaps. No log is kept: clients and people are told apart by hashes under a key that exists only while the files are read. Robots, mirrors and the operator’s own networks are left out.",
			rounding:
				"Counts are exact. On pages and in pictures a share has as many digits as its base supports: whole percent below 1,000 hosts, one decimal below 10,000, then two. In data files it always has two decimals, rounded half up.",
			small:
				"Rare values could identify a single host. They are merged into Other before publication, on past days too, and the number of merged values is given.",
			crashes:
				"Crashes are not linked to hosts: nothing is kept of who sent a crash report. Reports with one hash, of the package and the innermost 16 functions, are one problem, as in abrt’s own server. The number of hosts is approximate: first occurrences where hosts number them, else the first report from each network.",
		},
		counted: "Counted",
		base: "Base",
		bases: {
			active: "Hosts with any report within the window.",
			section: "Hosts whose section “{section}” is known within the window.",
			amount:
				"Hosts whose section “{section}” is known within the window; shares are of the total on these hosts, in the unit of the statistic: {unit}.",
			ever: "All hosts that have ever reported.",
			report: "Reports accepted on the day.",
			"report-so-far": "Reports accepted on the day or before it.",
			"first-report": "Hosts whose first report came on the day.",
			observed: "Everything that was observed, in the unit of the statistic: {unit}. No hosts are counted.",
		},
		window: "Window",
		windows: {
			days: "{product}: {days, plural, one {# day} other {# days}}",
			none: "None: every report so far counts.",
			oneDay: "None: only the day itself.",
			observed: {
				day: "The day itself. A day that was not observed is a gap, not 0.",
				week: "The week from Monday to Sunday that ends on the day. Only weeks that were observed completely are counted.",
				month: "The calendar month that ends on the day. Only months that were observed completely are counted.",
			},
		},
		threshold: "Rare values",
		thresholds: {
			all: "Always published: the list of values is closed.",
			some: "Values on fewer than {count, plural, one {# host} other {# hosts}} are merged into Other.",
			someObserved:
				"Values with fewer than {count, plural, one {# client or person} other {# clients or people}} are merged into Other.",
			none: "None: the statistic is one number.",
		},
		formula: "Formula",
		formulas: {
			hosts: "share = hosts with the value ÷ hosts in the base × 100",
			amount: "share = amount with the value ÷ amount of the base × 100",
			one: "the number itself; no share",
		},
		example: "Example",
		examples: {
			share: "{where}, {label}: {part} ÷ {whole} × 100 = {percent}",
			one: "{where}: {amount}",
			none: "Nothing is published for {date}.",
		},
		again: "Reproduce it",
		rows: "From the published rows",
		raw: "From the tables of hosts, or of observed days",
		rawBase: "The base",
		notes: "Changes of meaning",
		verify: {
			title: "Verify it",
			log: "Every publication of a day has a record in the <log>log of published days</log>: a digest of the day’s rows, the number of reports, the rules by which they were counted and, for a day that was published again, why. The hash of each record covers the record before it. Whoever keeps the last hash can tell later whether anything before it was changed.",
			digest:
				"The digest is the SHA-256 of the day’s rows as sorted lines of product, statistic, value, hosts and total, separated by tabs. The README of this program has a script that verifies the records, and the rows of one day, from the data files.",
			operator:
				"The operator’s command <command>npm run stats -- verify</command> computes each day again from what is kept of the hosts, and compares it with what was published.",
		},
		events: "Events in charts",
		eventsLead: "They explain bends in the curves, and can be shown in the chart on each statistic’s own page.",
	},
} as const;
