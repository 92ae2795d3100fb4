/** How good the data are. */
export const quality = {
	quality: {
		title: "How good the data are",
		lead: "How many hosts say what the statistics are made of, how much of it is recognised, whether reports come as usual, and what these numbers cannot tell.",
		say: {
			sections:
				"{known, plural, one {# of {all} sections of reports is} other {# of {all} sections of reports are}} known on at least {good} of the active hosts; the least known is “{section}”, on {least}.",
			allNamed: "All that is counted has a name, in every statistic.",
			named:
				"{many, plural, =0 {No statistic leaves} one {# of {all} statistics leaves} other {# of {all} statistics leave}} more than {bad} without a name; the most is in “{title}”: {most}.",
			reports:
				"{amount} came within {days, plural, one {# day} other {# days}} up to {date}, {before} within as many days before{count, plural, other {}}; ",
			firstReports:
				"{amount} came within {days, plural, one {# day} other {# days}} up to {date}{count, plural, other {}}; ",
			longest: "the longest time without any is {days, plural, one {# day} other {# days}}.",
			everyDay: "no day is without one.",
		},
		contents: "On this page",
		coverage: {
			title: "Which sections are known",
			about: {
				openvz7:
					"A report carries sections, and each statistic is made from one of them. A section is known on a host when a report with it came within {days} days; the share is of the {amount} that sent any report in that time. It is missing where a host does not collect it or cannot, or has joined so lately that its day of the week has not come yet.",
				legacy:
					"A report carries sections, and each statistic is made from one of them. A section is known on a host when a report with it came within {days} days; the share is of the {amount} that sent any report in that time. It is missing where the reporter is too old to send it, or the file in the report was empty.",
			},
			caption: "Known sections on {date}, the least known first",
			section: "Section",
			course: "Course",
			share: "Share of hosts",
			change: "Change",
			note: "Lines begin on {first} and run from 0 to 100%, gaps being days on which no host was active. n: number of hosts. Change: in percentage points since {before}.",
			noteOfOneDay: "This is the first published day: there is nothing to compare it with.",
			quoted: "“{title}”",
			unread:
				"No statistic reads {count, plural, one {the section} other {the sections}} {sections}, so what is published does not tell where {count, plural, one {it is} other {they are}} known.",
			none: "No host was active within {days} days up to {date}.",
		},
		recognition: {
			title: "How much has a name",
			about:
				"Nothing is guessed. What no rule recognises is “Other”, what a host calls unknown or leaves open is “Unknown” or “Not set”, and container templates with names of their own are “Custom template”. Where rare values are added up before publication they are in “Other” too, so that the share is an upper limit of what was not recognised.",
			caption: "Without a name on {date}, the largest part first",
			statistic: "Statistic",
			share: "Without a name",
			merged: ", {count, plural, one {# rare value} other {# rare values}} among them",
			overlaps: "hosts with at least one such value",
			allNamed: "All that is counted has a name in {count, plural, one {# statistic} other {# other statistics}}:",
		},
		reports: {
			title: "Whether reports come as usual",
			about:
				"Numbers are published for every day from {first} to {date}, without gaps. Each product keeps the schedule of its reporter: OpenVZ 7 sends its sections over a week, so a window of {openvz7} days holds each of them twice; OpenVZ 6 reports once a month, so its window of {legacy} days holds two reports. Hosts keep the days of their schedule: single days may differ much, windows can be compared.",
			caption: "Reports up to {date}",
			what: "What",
			first: "First report",
			onDay: "Reports on the day",
			hosts: "Hosts that sent them",
			usual: "Usual: median of {days, plural, one {# day} other {# days}} before",
			usualOfNone: "Usual",
			window: "Window",
			windowDays: "{days, plural, one {# day} other {# days}}",
			active: "Active hosts in the window",
			inWindow: "Reports in the window",
			before: "Reports in the window before it",
			perHost: "Reports of an active host, on average",
			without: "Days without any report",
			longest: "The longest time without any",
			longestDays: "{days, plural, one {# day} other {# days}}",
			until: "until {date}",
			never: "none yet",
		},
		changes: {
			title: "Changes of meaning",
			about: "When a rule was changed or a mistake mended, so that numbers before and after cannot be compared.",
			none: "None up to this day: every statistic means on each day what it means on the others.",
		},
		limits: {
			title: "What these numbers cannot tell",
			volunteers:
				"Who sends is who agreed. How hosts that take part differ from those that do not is not known: a share is one of hosts that report, and a number of hosts is the least there are.",
			trust:
				"Reports are not signed, and what they say is not checked. Whoever wants to can send made-up ones; a limit for each network makes it slow, and <newcomers>new hosts</newcomers> would show it.",
			country:
				"The country is that of the address that sent the report. A host behind a proxy counts where the proxy is, and registers of addresses are not always right.",
			clones:
				"A host is an identifier. Machines copied together with theirs are one host, and the latest report speaks for all of them; a machine that is installed anew is a new one.",
			small:
				"Values on few hosts are added up in Other, on past days too: what is not listed may exist. Each statistic says in the <methodology>methodology</methodology> how few these are.",
			legacy:
				"Hosts of OpenVZ 6 report once a month, so a change shows late there, and a host that was switched off counts for {legacy} days; with OpenVZ 7 for {openvz7}.",
			late: "A published day changes only when reports of it are taken in later, and then with all days that they reach.",
		},
	},
} as const;
