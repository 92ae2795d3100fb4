/** The states of containers. */
import { sharedLabels } from "./labels";
import { overWindow } from "./statistic";
import { countEach } from "./tally";

export default overWindow({
	slug: "container-state",
	section: "container-settings",
	unit: "containers",
	page: "containers",
	place: 2,
	labels: sharedLabels("states"),
	tally: ({ containers }) => countEach(containers, ({ state }) => state),
});
