/** The page that looks into a report. */
export const inspect = {
	inspect: {
		title: "Look into a report",
		lead: "What a report archive holds and what this site would keep of it. It is read in your browser: nothing is uploaded.",
		how: {
			title: "How it works",
			local:
				"The page unpacks and reads the file by the same program as the server: with the same limits, the same rules and the same refusals. No byte of it leaves your browser.",
			shown:
				"Of each section it shows the text as it would be sent, the facts that would be kept, the values in which the host would count, and the fields that are dropped. <privacy>Every field of a report</privacy> is listed on a page of its own.",
		},
		choose: {
			title: "Choose a report",
			file: "Choose a report archive",
			drop: "or drop it here: a gzipped tar of at most 2 MiB",
			samples: "No report at hand? Look into a made-up one:",
			sample: "the sample of {product}",
			noScript: "To read an archive here, your browser would have to run JavaScript, which it does not.",
		},
		byHand: {
			title: "Without this page",
			text: "<list></list> lists the files of an archive, and <unpack></unpack> unpacks them: they are plain text. <privacy>What is collected, and what is kept</privacy> says what becomes of every field.",
		},
		reading: "The report is being read…",
		notLoaded:
			"The program that reads reports could not be loaded. See that you are connected, and choose the file again.",
		unreadable: "{name}: the browser cannot read this file. Choose it again.",
		read: "{name} has been read: {carried} of {count, plural, one {# section} other {# sections}} can be kept.",
		refused: "{name}: the server would refuse this file, and say “{line}”.",
		report: {
			title: "Report of {product}",
			file: "Archive",
			host: "Identifier of the host (UUID)",
			hashed: "only a one-way hash of it is kept",
			beside: "not in the archive: it is sent beside it, and only a one-way hash of it is kept",
			content: "Content",
			files: "{count, plural, one {# file} other {# files}}, {size}",
			coming: "Its arrival",
			comingText: "makes the host active, and gives it the country of the sender’s address, which only the server sees",
			rare: "Values that few hosts report are never published by themselves, but as a part of Other.",
		},
		section: {
			file: "File {file}, {size}",
			facts: "What would be kept",
			counts: "Where the host would count",
			noCounts: "In no statistic.",
			text: "The file as it would be sent",
			shownText: "Text of the file {file}",
			cut: "The first {shown} of {all} are shown.",
			emptyText: "The file is empty.",
			fields: "What becomes of its fields",
		},
		notCarried: {
			missing: "Not in this report: the archive has no file {file}. What the host said before stays.",
			empty: "Not readable: the file is empty. What the host said before stays.",
			notJson: "Not readable: the file is not a JSON object. What the host said before stays.",
			unreadable:
				"Not readable: the file lacks the output of its tool, or has it in an unknown form. What the host said before stays.",
		},
		field: {
			name: "Field",
			kept: "Kept",
			read: "Looked at, not kept",
			dropped: "Dropped",
			unknown: "Fields that the program does not know",
			unknownFile: "A file that the program does not know",
			more: "{count, plural, one {and # more} other {and # more}}",
		},
		unmatched: {
			title: "Names that no rule knows",
			text: "Of these a checksum alone is kept, until several hosts have said the same: then the text, for the operator to extend the rules. They are never published.",
		},
		others: "Other files",
		bytes: { bytes: "{count, plural, one {# byte} other {# bytes}}", kib: "{number} KiB", mib: "{number} MiB" },
	},
} as const;
