/** What is stored about one host, and its deletion. */
export const myHost = {
	myHost: {
		short: "My host",
		title: "What is kept of your host",
		lead: "Whoever has the UUID of a host can see all that is kept of it here, and have it deleted.",
		form: {
			title: "Ask",
			uuid: "UUID of the host",
			hint: "Like {example}, in upper or lower case, with or without braces.",
			shape: "32 digits 0–9 and a–f in groups of 8, 4, 4, 4 and 12",
			show: "Show what is kept",
			file: "Download it as JSON",
			promise:
				"The UUID is not stored, not logged and never part of an address, and no answer contains it. The database knows a host only by a hash, from which nobody can tell the UUID.",
		},
		where: {
			title: "Where to find the UUID",
			openvz7:
				"It is <field></field> in the file <file></file> of each report. Where <config></config> says <setting></setting>, the host leaves its report in <archive></archive>:",
			legacy: "It stands in a file of the host:",
			shared:
				"Hosts made from one image may have the same UUID. They are one host here, and the answer is about all of them.",
		},
		off: {
			title: "Switching the reports off",
			lead: "Deleting does not stop the host from reporting. This does, as root on the host:",
		},
		answer: {
			asOf: "As it is at this moment: {date}, {time} UTC. This answer is made for you alone and kept nowhere.",
			parts: "On this page",
			another: "Ask for another host",
			about: "The host",
			sections: "What its reports said",
			sectionsLead:
				"A section is known for {days} days from each report that carried it, so its last day may lie ahead. Of each section the latest facts are shown; earlier ones are in the JSON file.",
			known: "Known: {spans}",
			since: "These facts hold since {date}.",
			gone: "Its facts have been deleted, because they were too old.",
			statistics: "Where it counts now",
			statisticsLead:
				"The host is one of many in these numbers. {count, plural, =0 {There are no earlier counts.} one {One earlier count is in the JSON file.} other {# earlier counts are in the JSON file.}}",
			nowhere: "The host counts in no statistic at the moment.",
			countsSince: "since {date}",
			unmatched: "What no rule knows",
			unmatchedLead:
				"Of hardware and versions that the rules do not recognise: a checksum, or the text where several hosts say the same. For the operator, never published.",
		},
		about: {
			first: "First report",
			last: "Last report",
			reports: "Reports",
			active: "Active",
			country: "Country",
			id: "Known here by the hash",
		},
		active: "Yes: the last report is within the window of {days} days",
		inactive: "No: the last report is older than the window of {days} days",
		rule: {
			"cpu-model": "Processor",
			"disk-vendor": "Maker of a disk",
			"disk-model": "Model of a disk",
			"system-vendor": "Maker of the server",
			"nic-driver": "Driver of a network card",
			"host-distro": "Distribution",
			kernel: "Kernel",
		},
		delete: {
			title: "Delete everything",
			lead: "Deletes all that is kept of this host, under both products, at once and for good.",
			again: "The UUID once more",
			confirm: "Yes, delete everything that is kept of this host",
			button: "Delete everything",
			done: "Everything kept of this host is deleted",
			doneText:
				"{count, plural, one {One report} other {{text} reports}} and all that was known from {count, plural, one {it} other {them}} are gone. Nobody can bring them back from the database.",
			nothing: "Nothing was kept of this host",
			nothingText: "There was nothing to delete: it has been deleted already, or never reported to this server.",
			remains: "What remains",
			rows: "Counts of days that are published already: the host was one of many in them, and nobody can be told from them. They stay until the operator publishes those days again.",
			copies: "Backups that the operator made before.",
			goesOn: "If the host goes on reporting, its next report begins a new history.",
		},
		wrong: {
			back: "Back to the form",
			notPosted: { title: "Ask with the form", detail: "This address answers only what the form sends (POST)." },
			elsewhere: {
				title: "This came from another site",
				detail: "The form was sent from another site, so nothing was done. Use the form of this site.",
			},
			tooMany: {
				title: "Too many questions",
				detail: "Your network has asked too often. Try again in {seconds, plural, one {# second} other {# seconds}}.",
			},
			notForm: {
				title: "Not a form",
				detail: "What was sent is no form of the type application/x-www-form-urlencoded. Use the form, or curl -d.",
			},
			tooLarge: { title: "Too large", detail: "The form is larger than 2 KiB. Send the UUID and nothing else." },
			field: {
				title: "A field is wrong",
				detail: "The field {field} is missing, given twice, or not what it can be. Send it once.",
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
				title: "Nothing is kept of this host",
				detail:
					"No report with this UUID is known here: the host never reported to this server, has been deleted, or its UUID is another. Check that you have all of it.",
			},
		},
	},
} as const;
