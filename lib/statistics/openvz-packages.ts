/** Which versions of OpenVZ's own packages are installed. */
import { overWindow } from "./statistic";
import { named, once } from "./tally";

export default overWindow({
	slug: "openvz-packages",
	section: "software",
	unit: "hosts",
	page: "software",
	place: 1,
	hasSeveral: true,
	isInLead: false,
	products: ["openvz7"],
	threshold: 10,
	tally: ({ packages }) => once(packages.flatMap(({ name, version }) => named(`${name} ${version}`))),
});
