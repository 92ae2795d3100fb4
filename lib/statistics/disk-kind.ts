/** What kinds of disks there are. */
import { overWindow } from "./statistic";
import { countEach } from "./tally";

export default overWindow({
	slug: "disk-kind",
	section: "disks",
	unit: "disks",
	page: "disks",
	place: 1,
	products: ["openvz7"],
	title: { en: "Kinds of disks", ru: "Типы дисков" },
	about: {
		en: "Each disk by its kind. A RAID controller hides the drives behind a volume, which is counted as such; removable drives are not counted.",
		ru: "Распределение дисков по типу. RAID-контроллер скрывает накопители за томом, и учитывается сам том; съёмные накопители не считаются.",
	},
	labels: {
		ssd: "SSD",
		hdd: "HDD",
		nvme: "NVMe",
		"raid-volume": { en: "RAID volume", ru: "Том RAID" },
		san: { en: "SAN volume", ru: "Том SAN" },
		virtual: { en: "Virtual disk", ru: "Виртуальный диск" },
	},
	tally: ({ disks }) => countEach(disks, ({ kind }) => kind),
});
