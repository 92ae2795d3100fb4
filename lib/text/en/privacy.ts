/** What is collected and what is stored. */
export const privacy = {
	privacy: {
		title: "What is collected, and what is kept",
		lead: "Field by field: what a report contains, what is dropped on arrival, what is kept and for how long.",
		short: {
			title: "In short",
			part: "Participation is voluntary: a host <join>takes part</join> only if its administrator agrees. No personal data are collected: no logins, no passwords, no contents of containers or virtual machines.",
			allowed:
				"Only what is listed below can be stored; the program that reads reports drops everything else. A text is kept only if a rule recognises it or, for hardware and versions, if several hosts report the same.",
			published:
				"Only counts are published, never the report of a host. Hardware and versions on fewer than 5 hosts, and names that people choose on fewer than 10, are merged into Other. Values of closed lists, such as countries, are published however few hosts have them.",
			inspect: "You can <inspect>look into a report in your browser</inspect> before anything is sent.",
			observed:
				"Numbers that need no reporter are counted in files of the operator: logs of mirrors, archives of mailing lists, exports of the bug tracker and the forum. Only the counts are kept. No log is kept; addresses, programs, names and e-mail addresses exist while a file is read, as hashes under a key that is made for the run and never written.",
			visitors: "Visitors of this site are not tracked: it sets no cookies and loads nothing from other sites.",
		},
		crashes: {
			title: "Crash reports",
			text: "Hosts may also send reports of crashed programs and kernels, with a <package>separate package</package>. Of such a report only this is kept: the day, the kind of crash, the package if OpenVZ or Enterprise Linux ships it, its version, the release of the system, taint flags of the kernel, and, for OpenVZ’s own programs and the kernel, the function and the exception. Everything else is dropped before anything is stored: names of hosts, machine ids, paths, messages, source lines, the text of an oops, modules and addresses. No host or network is kept with it, so a single report cannot be found again and deleted; only counts of problems are stored, and a problem is published once at least 5 hosts have reported it. A problem that fewer hosts reported is deleted {days, plural, one {# day} other {# days}} after its last report, and only the numbers of its days stay.",
		},
		kept: "What is kept",
		keptLead: "Lists are kept without order: not which disk or container it was, only how many are identical.",
		file: "File of the report: {files}",
		dropped: "What is dropped on receipt",
		what: "What",
		becomes: "What becomes of it",
		collectedBy: "On the host it is collected by <script></script>, which begins with the list of all that it sends.",
		everyField: "Every field of a report: {product}",
		wholeFile: "the whole file",
		becoming: {
			kept: "Kept as described above",
			read: "Read, not kept",
			dropped: "Dropped",
		},
		howLong: "How long",
		time: "Kept for",
		asLong: "Until the host is deleted",
		records: {
			host: "A hash of the host’s identifier, its first day, the time of its last report",
			reports: "For each report: time of receipt, a checksum of its bytes, which sections it had",
			facts: "The fields above",
			unmatched:
				"Names of processors, disks, server makers, drivers, distributions and kernels that no rule recognises, once several hosts report the same, so that the operator can extend the rules; before that only a checksum; never published",
			network:
				"A keyed hash of the network (/24 or /48) from which the host’s first report came, so that many invented hosts of one network can be found; the key is deleted with the last hash that it made",
			limits:
				"How many requests came from a network within the hour, and how many new hosts on the day, also under a keyed hash; the address itself is never stored or logged",
			memberships: "The values in which the host counted, with first and last day",
			rows: "Published counts",
		},
		value: { none: "none", notSaid: "not reported" },
		factsDays: "{days, plural, one {# day} other {# days}} after the host last reported it",
		days: "{days, plural, one {# day} other {# days}}",
		forever: "Without limit: they do not identify a host",
		delete: "Leaving",
		switchOff:
			"Switching the reporter off on a host ends its reports; once the window is over, the host no longer counts.",
		deleteText:
			"Anyone who has the host’s UUID can <page>see everything that is kept about it, and delete it</page>. The operator of this server can do the same with <command></command>.",
	},
} as const;
