/** Which kernel the hosts run, to the last number. Every host reports one, so a version that no rule knows is `other`. */
import { overWindow } from "./statistic";
import { hostIn, named } from "./tally";

export default overWindow({
	slug: "kernel",
	section: "static",
	unit: "hosts",
	page: "versions",
	place: 5,
	isInLead: false,
	threshold: 5,
	tally: ({ kernel }) => (kernel === null ? hostIn("other") : named(kernel)),
});
