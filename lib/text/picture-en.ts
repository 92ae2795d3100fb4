/** What stands on a picture of a chart, around it. */
export const pictureEn = {
	source: "Source: {name}",
	sourceAt: "Source: {name}, {host}",
	simulation: "Simulation: made-up hosts, no real ones",
};
