/** How many containers have their disk traffic limited. */
import { overWindow } from "./statistic";
import { amounts } from "./tally";

export default overWindow({
	slug: "container-io-limits",
	section: "cgroups",
	unit: "containers",
	page: "containers",
	place: 9,
	products: ["openvz7"],
	labels: { limited: null, unlimited: null },
	tally: ({ ioLimited, ioUnlimited }) => amounts({ limited: ioLimited, unlimited: ioUnlimited }),
});
