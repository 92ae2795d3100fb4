/** How the numbers are counted. */
export const methodology = {
	methodology: {
		title: "How the numbers are counted",
		lead: "For every statistic: what is counted, of how many, over which days, and how to count it again.",
		words: {
			title: "In general",
			day: "A day is a day of UTC by the clock of this server. Numbers of a day are published after it ended, and say how things stood at its end.",
			host: "A host is one server that reports. It counts in a statistic on a day when a report with the section the statistic is made from came within the window: {openvz7} days for OpenVZ 7, whose hosts spread their sections over a week, and {legacy} days for OpenVZ 6 and older, whose reporter runs once a month. The latest such report is what counts.",
			known:
				"What a host never reported is not guessed: it is missing from the base. What it reported and no rule recognises is Other; what it reported as unknown is Unknown.",
			rounding: "Shares are rounded half up to two decimals. Counts are exact.",
			small:
				"Rare values could point at a single host. They are added up in Other before publication, on past days too, and the number of values merged is given.",
		},
		counted: "Counted",
		base: "Base",
		bases: {
			active: "Hosts with any report in the window.",
			section: "Hosts whose section “{section}” is known in the window.",
			amount:
				"Hosts whose section “{section}” is known in the window; shares are of the total on these hosts, in the unit of the statistic: {unit}.",
			ever: "All reports so far, of hosts seen at any time.",
			report: "Reports accepted on the day.",
			"report-so-far": "Reports accepted on the day and before it.",
			"first-report": "Hosts whose first report came on the day.",
		},
		window: "Window",
		windows: {
			days: "{product}: {days, plural, one {# day} other {# days}}",
			none: "None: every report so far counts.",
			oneDay: "None: the day alone.",
		},
		threshold: "Rare values",
		thresholds: {
			all: "Published whatever their number: the list of values is closed.",
			some: "Values on fewer than {count, plural, one {# host} other {# hosts}} are added up in Other.",
			none: "There are none: it is one number.",
		},
		formula: "Formula",
		formulas: {
			hosts: "share = hosts with the value ÷ hosts in the base × 100",
			amount: "share = amount with the value ÷ amount of the base × 100",
			one: "the number itself; no share",
		},
		example: "Example",
		examples: {
			share: "{product}, {date}, {label}: {part} ÷ {whole} × 100 = {percent}",
			one: "{product}, {date}: {amount}",
			none: "Nothing is published for {date}.",
		},
		again: "Count it again",
		rows: "From the published rows",
		raw: "From the tables of hosts",
		rawBase: "The base",
		notes: "Changes of meaning",
		events: "Events that charts can show",
		eventsLead: "They explain bends of the curves, and can be switched on at each chart of a statistic’s own page.",
	},
} as const;
