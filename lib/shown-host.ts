/** What a person is shown of one host: everything in words already. */

export interface ShownHost {
	/** For addresses within the page. */
	id: string;
	product: string;
	/** For how long a report counts. */
	windowDays: number;
	/** About the host as such. */
	about: NamedValue[];
	sections: ShownSection[];
	/** By statistic: in what the host counts now. */
	statistics: ShownStatistic[];
	/** How many earlier counts are kept beside those. */
	earlierCounts: number;
	/** What no rule knows. */
	unmatched: NamedValue[];
}

export interface NamedValue {
	name: string;
	value: string;
}

export interface ShownSection {
	name: string;
	/** The days on which it is known. */
	known: string;
	/** Since when its facts hold; `null` where none are kept. */
	since: string | null;
	facts: ShownFacts;
}

/** Single values by name, and what comes several times as tables. */
export interface ShownFacts {
	values: NamedValue[];
	lists: FactTable[];
}

export interface FactTable {
	name: string;
	heads: string[];
	rows: string[][];
}

export interface ShownStatistic {
	title: string;
	href: string;
	counts: { label: string; since: string }[];
}
