/** What is stored about one host, and its deletion. */
export const myHost = {
	myHost: {
		short: "My host",
		title: "What is kept about your host",
		lead: "Anyone who has the UUID of a host can see here everything that is kept about it, and delete it.",
		form: {
			title: "Ask",
			uuid: "UUID of the host",
			hint: "Like {example}, in upper or lower case, with or without braces.",
			shape: "32 digits 0–9 and a–f in groups of 8, 4, 4, 4 and 12",
			show: "Show what is kept",
			file: "Download it as JSON",
			promise:
				"The UUID is never stored, logged, or put into an address, and no answer contains it. The database knows a host only by a hash, from which the UUID cannot be recovered.",
		},
		where: {
			title: "Where to find the UUID",
			openvz7:
				"The reporter says it on the host. It is also <field></field> in the file <file></file> of each report, which the host leaves in <archive></archive> where <config></config> says <setting></setting>.",
			legacy: "It is in a file on the host:",
			shared:
				"Hosts deployed from one image may have the same UUID. They are one host here, and the answer is about all of them.",
		},
		join: {
			title: "Joining",
			text: "A host joins with one small package. It collects and sends nothing before its administrator has seen what would be sent and has agreed. <join>How to take part</join> has the commands.",
		},
		off: {
			title: "Switching reports off",
			lead: "Deleting does not stop the host from reporting. This command does, run as root on the host:",
			dispatcher:
				"A host with Virtuozzo’s own reporter, or one that follows the choice of the dispatcher, is switched off by <command></command>.",
		},
		answer: {
			asOf: "As of now: {date}, {time} UTC. This answer is made for you alone and is not stored.",
			parts: "On this page",
			another: "Look up another host",
			sections: "What its reports contained",
			sectionsLead:
				"A section is known for {days} days after each report that carried it, so its last day may lie in the future. The latest facts of each section are shown; earlier ones are in the JSON file.",
			known: "Known: {spans}",
			since: "These facts hold since {date}.",
			gone: "Its facts have been deleted because they were too old.",
			statistics: "Where it counts now",
			statisticsLead:
				"The host is one of many in these numbers. {count, plural, =0 {There are no earlier counts.} one {One earlier count is in the JSON file.} other {# earlier counts are in the JSON file.}}",
			nowhere: "At the moment the host does not count in any statistic.",
			countsSince: "since {date}",
			unmatched: "What no rule recognises",
			unmatchedLead:
				"For hardware and versions that no rule recognises, a checksum is kept, or the text itself where several hosts report the same. It is for the operator and never published.",
		},
		about: {
			first: "First report",
			last: "Last report",
			reports: "Reports",
			active: "Active",
			counted: "Counted",
			country: "Country",
			network: "Network of the first report, as a keyed hash; deleted after 60 days",
			id: "Known here by this hash",
		},
		active: "Yes: the last report is within the window of {days} days",
		inactive: "No: the last report is older than the window of {days} days",
		notCounted: "No: the operator has taken it out of all numbers, as one of many hosts that look invented",
		rule: {
			"cpu-model": "Processor",
			"disk-vendor": "Disk maker",
			"disk-model": "Disk model",
			"system-vendor": "Server maker",
			"nic-driver": "Network card driver",
			"host-distro": "Distribution",
			kernel: "Kernel",
		},
		delete: {
			title: "Delete everything",
			lead: "Deletes everything that is kept about this host, for both products, immediately and permanently.",
			again: "The UUID again",
			confirm: "Yes, delete everything that is kept about this host",
			button: "Delete everything",
			done: "Everything kept about this host is deleted",
			doneText:
				"{count, plural, one {One report} other {{text} reports}} and everything known from {count, plural, one {it} other {them}} are gone. Nobody can restore them from the database.",
			nothing: "Nothing was kept about this host",
			nothingText: "There was nothing to delete: the host has already been deleted, or never reported to this server.",
			remains: "What remains",
			rows: "Counts of days that are already published: the host was one of many in them and cannot be recognised. They stay until the operator publishes those days again.",
			copies: "Backups that the operator made earlier.",
			goesOn: "If the host continues to report, its next report begins a new history.",
		},
		wrong: {
			back: "Back to the form",
			notPosted: { title: "Ask with the form", detail: "This address only answers the form (POST)." },
			elsewhere: {
				title: "This came from another site",
				detail: "The form was sent from another site, so nothing was done. Use the form of this site.",
			},
			tooMany: {
				title: "Too many requests",
				detail:
					"Too many requests from your network. Try again in {seconds, plural, one {# second} other {# seconds}}.",
			},
			notForm: {
				title: "Not a form",
				detail: "The request is not a form of the type application/x-www-form-urlencoded. Use the form, or curl -d.",
			},
			tooLarge: { title: "Too large", detail: "The form is larger than 2 KiB. Send the UUID and nothing else." },
			late: { title: "Too slow", detail: "The form did not arrive in time. Send it again." },
			field: {
				title: "A field is wrong",
				detail: "The field {field} is missing, given twice, or has a wrong value. Send it once.",
			},
			uuid: {
				title: "This is not a UUID",
				detail: "A UUID has 32 digits 0–9 and a–f in groups of 8, 4, 4, 4 and 12, with dashes between them.",
			},
			notConfirmed: {
				title: "Nothing was deleted",
				detail: "The deletion was not confirmed. Tick the box beside it (confirm=yes).",
			},
			unknown: {
				title: "Nothing is kept about this host",
				detail:
					"No report with this UUID is known here: the host never reported to this server, has been deleted, or has another UUID. Check that the UUID is complete.",
			},
		},
	},
} as const;
