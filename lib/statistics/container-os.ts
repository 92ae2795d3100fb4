/** Which distributions run in containers, by version. */
import { sharedLabel } from "./labels";
import { distributionLabel } from "./names/distributions";
import { overWindow } from "./statistic";
import { countEach } from "./tally";

export default overWindow({
	slug: "container-os",
	section: "container-contents",
	unit: "containers",
	page: "guests",
	place: 2,
	threshold: 5,
	labels: (bucket, language) => sharedLabel("templates", bucket, language) ?? distributionLabel(bucket),
	tally: ({ containers }) => countEach(containers, ({ os }) => os),
});
