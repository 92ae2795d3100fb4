/** For programs: facts, the feed, plain text and the guide to the API. */
export const programs = {
	programs: {
		fact: {
			number: "{title}: {amount} {when}.",
			share: "{title}: {label} – {value} of {base} {when}.",
			when: { day: "on {date}", ofDay: "on {date}", week: "in the week up to {date}", month: "in {date}" },
			simulation: "simulation",
			notFound: "not found",
			badRequest: "bad address",
			failed: "not available now",
		},
		feed: {
			title: "OpenVZ statistics: monthly changes",
			link: "Monthly changes (Atom)",
			subtitle: "Each month, what changed most among the hosts that report.",
			entry: "{month}: {news}",
			product: "{product} on {date}",
			active:
				"{amount} active, {direction, select, more {{by} more than on {since}} less {{by} fewer than on {since}} alike {about as many as on {since}} other {as many as on {since}}}",
			newcomers:
				"{count, plural, =0 {No host was seen for the first time} one {# host was seen for the first time} other {# hosts were seen for the first time}}",
			moved: "{title}: {label} {direction, select, more {rose} other {fell}} by {by} to {value}",
			still: "No share changed by more than chance could explain",
			licence: "Data: {licence}",
		},
		dataset: { day: "On the day", series: "History" },
		terminal: {
			name: "Name",
			share: "Percent",
			history: "{from} to {to}",
			rest: "{count, plural, one {… and # more} other {… and # more}}",
			scale: "Each history line has its own scale, which begins at zero.",
			page: "Page:",
			data: "Data:",
		},
		api: {
			title: "For programs",
			lead: "Programs can read every number of this site: as data files, as single dated facts, and as a feed of changes.",
			rules:
				"Any site may read these addresses (CORS). No key is needed. Answers have an ETag and may be cached for a minute; published days hardly ever change. Days are UTC and written like 2026-11-21. An empty parameter counts as absent, a repeated one is an error, and an unknown one is ignored. Errors are application/problem+json.",
			inLanguage: "Addresses that begin with {prefix} answer in {language}.",
			terminal:
				"A statistic’s page answers with plain text and sparklines if the program accepts text but not HTML. A plain curl accepts anything and gets the HTML page.",
			spreadsheets:
				"A spreadsheet whose language writes 38,99 takes the 38.99 of a CSV file for text, and may turn a name such as 5-9 into a date. The workbooks (.xlsx) have neither problem: their numbers are numbers and their names text.",
			document: "The same as OpenAPI 3.1: <address></address>",
			licence: "Anyone may use the data for any purpose under <terms></terms>, naming the source.",
			contents: "Groups of addresses",
			group: {
				data: "Data",
				facts: "Facts, badges, embedding",
				news: "News and indexes",
				reports: "Sending reports",
				hosts: "One host",
				service: "The service",
			},
			parameters: "Parameters",
			answers: "Answers",
			answersLead: "The fields of every answer in JSON.",
			fields: "Fields of {name}",
			inAddress: "in the address",
			required: "required",
			absent: "{value} if absent",
			repeatable: "may be repeated",
			now: "The current answer, shortened:",
			shape: {
				date: "a day",
				number: "number",
				integer: "whole number",
				string: "text",
				boolean: "true or false",
				array: "list of {of}",
				object: "object",
				orNull: "{of} or null",
			},
		},
	},
} as const;
