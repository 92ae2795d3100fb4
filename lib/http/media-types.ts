/** The media types of answers. Handlers and the API description take them from here. */
export const mediaTypes = {
	json: "application/json",
	text: "text/plain; charset=utf-8",
	prometheus: "text/plain; version=0.0.4; charset=utf-8",
	html: "text/html; charset=utf-8",
	markdown: "text/markdown; charset=utf-8",
	csv: "text/csv; charset=utf-8; header=present",
	bibtex: "application/x-bibtex; charset=utf-8",
	xml: "application/xml; charset=utf-8",
	atom: "application/atom+xml; charset=utf-8",
	svg: "image/svg+xml",
	png: "image/png",
	xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	gzip: "application/gzip",
	problem: "application/problem+json",
} as const;
