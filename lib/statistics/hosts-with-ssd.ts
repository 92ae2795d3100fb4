/** How many hosts have flash drives. */
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "hosts-with-ssd",
	section: "disks",
	unit: "hosts",
	page: "disks",
	place: 2,
	products: ["openvz7"],
	labels: {
		yes: null,
		no: null,
		unknown: null,
	},
	tally({ disks }) {
		if (disks.some(({ kind }) => kind === "ssd" || kind === "nvme")) return hostIn("yes");
		return hostIn(disks.length > 0 && disks.every(({ kind }) => kind === "hdd") ? "no" : "unknown");
	},
});
