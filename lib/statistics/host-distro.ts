/** Which distribution the hosts run. */
import { distributionLabel } from "./names/distributions";
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "host-distro",
	section: "static",
	unit: "hosts",
	page: "versions",
	place: 3,
	isInLead: false,
	threshold: 5,
	labels: distributionLabel,
	tally: ({ distro }) => hostIn(distro),
});
