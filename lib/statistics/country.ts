/** Where the hosts report from. */
import { sharedLabels } from "./labels";
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "country",
	section: "activity",
	unit: "hosts",
	page: "countries",
	place: 1,
	labels: { ...sharedLabels("countries"), unknown: null },
	tally: ({ country }) => hostIn(country),
});
