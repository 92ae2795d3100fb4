/** Charts that stand alone: in frames of other sites and on slides. */
export const loneEn = {
	simulation: "Simulation",
	source: "Source: <site></site>",
	nothing: "No host has reported anything of this kind.",
	unknown: "There is no such statistic.",
	notSent: "Hosts of this product do not report this.",
	parameter: "The parameter {name} cannot be read.",
	parameters: "The parameters of this address cannot be read.",
	toSite: "Go to the statistics",
	toPage: "This view on the site",
	slides: "Slides",
	previous: "Slide before",
	next: "Next slide",
	fullscreen: "Full screen",
	close: "Close",
} as const;
