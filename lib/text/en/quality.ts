/** How good the data are. */
export const quality = {
	quality: {
		observed: {
			title: "Without any reporter",
			about:
				"Numbers from files of the operator cover other days than the reports. A day that the files do not cover completely is a gap.",
			statistic: "Statistic",
			first: "First day",
			last: "Last day",
		},
		title: "How good the data are",
		lead: "How many hosts report the data behind the statistics, how much of it is recognised, whether reports arrive as usual, and what these numbers cannot tell.",
		say: {
			sections:
				"{known, plural, one {# of {all} sections of reports is} other {# of {all} sections of reports are}} known on at least {good} of the active hosts; the least known is “{section}”, on {least}.",
			allNamed: "In every statistic, everything that is counted has a name.",
			named:
				"{many, plural, =0 {No statistic leaves} one {# of {all} statistics leaves} other {# of {all} statistics leave}} more than {bad} without a name; the largest part is in “{title}”: {most}.",
			reports:
				"{amount} arrived in the {days, plural, one {# day} other {# days}} up to {date}, {before} in as many days before{count, plural, other {}}; ",
			firstReports:
				"{amount} arrived in the {days, plural, one {# day} other {# days}} up to {date}{count, plural, other {}}; ",
			longest: "the longest gap is {days, plural, one {# day} other {# days}}.",
			everyDay: "there is no day without one.",
		},
		contents: "On this page",
		coverage: {
			title: "Which sections are known",
			about: {
				openvz7:
					"A report consists of sections, and each statistic is made from one of them. A section is known for a host if a report with it arrived within {days} days; the share is of the {amount} that sent any report in that time. A section is missing where a host does not or cannot collect it, or joined so recently that the section’s day of the week has not come yet.",
				legacy:
					"A report consists of sections, and each statistic is made from one of them. A section is known for a host if a report with it arrived within {days} days; the share is of the {amount} that sent any report in that time. A section is missing where the reporter is too old to send it, or the file in the report was empty.",
			},
			caption: "Known sections on {date}, least known first",
			section: "Section",
			course: "Trend",
			share: "Percent of hosts",
			change: "Change",
			note: "Lines begin on {first} and run from 0 to 100%; gaps are days without active hosts. n: number of hosts. Change: in percentage points since {before}.",
			noteOfOneDay: "This is the first published day: there is nothing to compare it with.",
			quoted: "“{title}”",
			unread:
				"No statistic reads {count, plural, one {the section} other {the sections}} {sections}, so the published numbers do not show where {count, plural, one {it is} other {they are}} known.",
			none: "No host was active within {days} days up to {date}.",
		},
		recognition: {
			title: "How much has a name",
			about:
				"Nothing is guessed. What no rule recognises is “Other”, what a host reports as unknown or leaves open is “Unknown” or “Not set”, and container templates with custom names are “Custom template”. Rare values that are merged before publication are in “Other” too, so the share is an upper limit of what was not recognised.",
			caption: "Without a name on {date}, largest share first",
			statistic: "Statistic",
			share: "Without a name",
			merged: ", {count, plural, one {# rare value} other {# rare values}} among them",
			overlaps: "hosts with at least one such value",
			allNamed:
				"Everything that is counted has a name in {count, plural, one {# statistic} other {# other statistics}}:",
		},
		weight: {
			title: "How much one host can weigh",
			about:
				"A statistic of containers, machines or disks adds up what hosts have, so a large host counts for many small ones. Here is what the largest has of each total. What no real host can have is not counted at all: the <methodology>methodology</methodology> gives the limits.",
			caption: "The largest host’s part of each total on {date}",
			statistic: "Total",
			share: "Percent on one host",
			base: "{amount}, on {hosts, plural, one {# host} other {# hosts}}",
			none: "No statistic of containers, machines or disks has anything to add up on {date}.",
		},
		reports: {
			title: "Whether reports arrive as usual",
			about:
				"Numbers are published for every day from {first} to {date}, without gaps. The window follows the schedule of the reporter: OpenVZ 7 sends its sections over a week, so a window of {openvz7} days contains each of them twice; OpenVZ 6 reports once a month, so a window of {legacy} days contains two reports. Every host keeps its own days, so single days can differ a lot, while windows are comparable.",
			caption: "Reports up to {date}",
			what: "What",
			first: "First report",
			onDay: "Reports on the day",
			hosts: "Hosts that sent them",
			usual: "Usual: median of the {days, plural, one {# day} other {# days}} before",
			usualOfNone: "Usual",
			window: "Window",
			windowDays: "{days, plural, one {# day} other {# days}}",
			active: "Active hosts in the window",
			inWindow: "Reports in the window",
			before: "Reports in the window before it",
			perHost: "Reports of an active host, on average",
			without: "Days without any report",
			longest: "Longest gap",
			longestDays: "{days, plural, one {# day} other {# days}}",
			until: "until {date}",
			never: "none yet",
		},
		newcomers: {
			title: "How many hosts are new",
			about:
				"Anyone can send invented reports, but hardly from many networks. So what one network (/24 or /48) can add on a day is limited, and it is shown how many new hosts came from one network. The operator can take invented hosts out of all numbers; the days are then published again.",
			caption: "New hosts on {date}",
			onDay: "New hosts on the day",
			usual: "Usual number: median of the {days, plural, one {# day} other {# days}} before",
			largest: "Of these, from one network at most",
			lately: "From one network on one day at most, in {days, plural, one {# day} other {# days}}",
			part: "{hosts} ({share})",
		},
		changes: {
			title: "Changes of meaning",
			about:
				"Days when a rule was changed or a mistake corrected, so that numbers before and after cannot be compared.",
			none: "None up to this day: every statistic means the same on all days.",
		},
		limits: {
			title: "What these numbers cannot tell",
			volunteers:
				"Only hosts whose administrators agreed send reports. How they differ from other hosts is not known: a share is of the hosts that report, and a number of hosts is a minimum.",
			trust:
				"Reports are not signed, and their contents are not verified. Anyone can send invented ones; a limit on new hosts of each network makes this slow, and <newcomers>new hosts</newcomers> would show it.",
			country:
				"The country is that of the address that sent the report. A host behind a proxy counts where the proxy is, and address registries are not always right.",
			clones:
				"A host is an identifier. Machines that were cloned with their identifier are one host, and the latest report stands for all of them; a reinstalled machine is a new host.",
			small:
				"Values on few hosts are merged into Other, on past days too: what is not listed may still exist. The <methodology>methodology</methodology> gives the threshold of each statistic.",
			legacy:
				"OpenVZ 6 hosts report once a month, so changes appear late there, and a host that was switched off still counts for {legacy} days; with OpenVZ 7, for {openvz7}.",
			late: "A published day changes when reports for it are imported later, or when invented hosts are taken out, together with all the days this affects.",
			crashes:
				"Crash reports are not signed either, and few come from kernels of OpenVZ 7: abrt of Enterprise Linux 7 refuses to report a tainted kernel. Their numbers show which problems are frequent, not how often hosts crash.",
		},
	},
} as const;
