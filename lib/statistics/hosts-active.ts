/** How many hosts report at present. */
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "hosts-active",
	section: "activity",
	unit: "hosts",
	page: "hosts",
	place: 1,
	tally: () => hostIn("all"),
});
