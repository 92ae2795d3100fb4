/** Who made the hosts. */
import { overWindow } from "./statistic";
import { hostIn, named } from "./tally";

export default overWindow({
	slug: "host-vendor",
	section: "hardware",
	unit: "hosts",
	page: "hosts",
	place: 6,
	products: ["openvz7"],
	threshold: 5,
	tally: ({ vendor }) => (vendor === null ? hostIn("unknown") : named(vendor)),
});
