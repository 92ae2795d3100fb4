/** Where containers keep their files. */
import { overWindow } from "./statistic";
import { amounts } from "./tally";

export default overWindow({
	slug: "container-layout",
	section: "simfs",
	unit: "containers",
	page: "containers",
	place: 6,
	labels: { ploop: "ploop", simfs: "simfs", unknown: null },
	tally: ({ layouts }) => amounts(layouts),
});
