/** Which distributions run in containers. */
import { sharedLabels } from "./labels";
import { distributions, familyOf } from "./names/distributions";
import { overWindow } from "./statistic";
import { countEach } from "./tally";

export default overWindow({
	slug: "container-os-family",
	section: "container-contents",
	unit: "containers",
	page: "guests",
	place: 1,
	labels: { ...distributions, ...sharedLabels("templates") },
	tally: ({ containers }) => countEach(containers, ({ os }) => familyOf(os)),
});
