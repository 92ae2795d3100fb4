/** The English of files and texts that are taken away. */
export const exportEn = {
	source: "Source: {site}",
	licence: "data under {licence}",
	range: "{from} to {to}",
	author: "OpenVZ project",
	simulation: "Simulated hosts",
	citation: "{author} ({year}). {title}, {product} [Data set]. {dates}; {note}. {site}. {address} (accessed {today}).",
	sheets: { about: "About" },
	columns: { bucket: "Key", merged: "Values merged" },
	about: {
		title: "Statistic",
		simulation: "Simulation",
		product: "Product",
		date: "Date",
		from: "From",
		to: "To",
		unit: "Unit",
		maybeSmall: "A zero may be such a value as well as nothing.",
		source: "Source",
		licence: "Licence of the data",
	},
} as const;
