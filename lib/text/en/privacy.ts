/** What is collected and what is stored. */
export const privacy = {
	privacy: {
		title: "What is collected, and what is kept",
		lead: "Field by field: what a report carries, what is dropped when it arrives, what is kept and for how long.",
		short: {
			title: "In short",
			part: "Hosts take part of their own accord. No personal data are collected: no logins, no passwords, no contents of containers or virtual machines.",
			allowed:
				"Only what is listed below can be stored: what has no place among them does not pass the program that reads reports. Texts pass only where a rule knows them, or, of hardware and versions, where several hosts say the same.",
			published:
				"Published are only counts over many hosts, never what a single host said. Rare values are added up in Other.",
			inspect:
				"What a report of yours holds can be <inspect>looked at in the browser</inspect>, before anything is sent.",
			visitors: "Visitors of this site are not followed: it sets no cookies and loads nothing from other sites.",
		},
		kept: "What is kept",
		keptLead: "Lists are kept without order: not which disk or container it was, only how many are alike.",
		file: "File of the report: {files}",
		dropped: "What is dropped on receipt",
		what: "What",
		becomes: "What becomes of it",
		everyField: "Every field of a report: {product}",
		wholeFile: "the whole file",
		becoming: {
			kept: "Kept as said above",
			read: "Looked at, not kept",
			dropped: "Dropped",
		},
		howLong: "How long",
		time: "Kept for",
		asLong: "Until the host is deleted",
		records: {
			host: "A hash of the host’s identifier, its first day, the time of its last report",
			reports: "Of each report: time of receipt, a checksum of its bytes, which sections it had",
			facts: "The fields above",
			unmatched:
				"Names of processors, disks, server makers, drivers, distributions and kernels that no rule knows, once several hosts say the same, for the operator to extend the rules; before that only a checksum; never published",
			memberships: "In which values the host counted, from which day until which",
			rows: "Published counts",
		},
		value: { none: "none", notSaid: "not said" },
		factsDays: "{days, plural, one {# day} other {# days}} after the host last said so",
		forever: "Without end: they name no host",
		delete: "Leaving",
		switchOff: "Switching the reporter off on a host ends its reports; after the window it counts no more.",
		deleteText:
			"Whoever has the host’s UUID can <page>see all that is kept of it, and delete it</page>. The operator of this server does the same with <command></command>.",
	},
} as const;
