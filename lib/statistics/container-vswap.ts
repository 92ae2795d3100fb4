/** How many containers use VSwap, which only the legacy reporter reports. */
import { sharedLabels } from "./labels";
import { overWindow } from "./statistic";
import { countEach, howMany } from "./tally";

export default overWindow({
	slug: "container-vswap",
	section: "container-settings",
	unit: "containers",
	page: "containers",
	place: 7,
	products: ["legacy"],
	labels: sharedLabels("yesNo"),
	tally: ({ containers }) => countEach(containers, ({ vswap }) => (vswap === null ? null : vswap ? "yes" : "no")),
	baseAmount: ({ containers }) => howMany(containers),
});
