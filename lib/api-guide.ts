/** What the page about the addresses for programs shows: plain texts, made from the OpenAPI document. */

export interface ApiGuide {
	groups: { name: string; title: string; operations: ApiOperation[] }[];
	schemas: ApiSchema[];
	/** Of the OpenAPI document. */
	document: string;
}

export interface ApiOperation {
	id: string;
	method: string;
	path: string;
	summary: string;
	parameters: { name: string; values: string[]; about: string; note: string }[];
	answers: { status: string; type: string; about: string; schema: string | null }[];
	examples: { title: string; code: string }[];
	/** What it answers at the moment, shortened; a picture by its address. */
	now: { text: string } | { picture: string } | null;
}

export interface ApiSchema {
	name: string;
	about: string;
	fields: { name: string; shape: string; about: string }[];
}
