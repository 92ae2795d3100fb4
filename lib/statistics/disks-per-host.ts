/** How many disks a host has. */
import { perHost } from "./scales";
import { overWindow } from "./statistic";
import { howMany } from "./tally";

export default overWindow({
	slug: "disks-per-host",
	section: "disks",
	unit: "disks",
	page: "disks",
	place: 7,
	products: ["openvz7"],
	title: { en: "Disks per host", ru: "Дисков на сервере" },
	about: {
		en: "Hosts are grouped by how many disks they have; the total is the disks of the hosts of the group. Removable drives are not counted.",
		ru: "Серверы сгруппированы по числу дисков; итог — сколько дисков в серверах группы. Съёмные накопители не считаются.",
	},
	labels: perHost.labels,
	order: perHost.keys,
	tally({ disks }) {
		const amount = howMany(disks);
		return [{ bucket: perHost.bucketOf(amount), amount }];
	},
});
