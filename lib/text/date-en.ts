/** The day that is looked at. */
export const dateEn = {
	asOf: "As of",
	show: "Show",
	previousWeek: "Week before",
	nextWeek: "Week after",
	latest: "Latest",
	calendar: "Calendar",
	months: "Months of the year",
	years: "Years",
	published: "Published: {first} to {last}",
	historic: "This is how things stood on {date}, {days, plural, one {# day} other {# days}} before the latest.",
	toLatest: "Go to the latest day, {date}",
} as const;
