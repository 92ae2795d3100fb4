/** How much disk space a host has, and all hosts together. */
import { gbScale } from "./scale";
import { overWindow } from "./statistic";

const sizes = gbScale([500, 1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000]);

export default overWindow({
	slug: "storage-installed",
	section: "disks",
	unit: "TB",
	page: "disks",
	place: 4,
	products: ["openvz7"],
	title: { en: "Installed storage", ru: "Объём хранилища" },
	about: {
		en: "Hosts are grouped by the sum of the sizes of their disks, in decimal units; the total is the storage of the hosts of the group. A host with a disk of unknown size is in the base only. The upper end of a range belongs to it.",
		ru: "Серверы сгруппированы по суммарному объёму дисков в десятичных единицах; итог — весь объём серверов группы. Сервер с диском неизвестного объёма учитывается только в общем числе. Верхняя граница входит в диапазон.",
	},
	labels: { none: { en: "No disks", ru: "Нет дисков" }, ...sizes.labels },
	order: ["none", ...sizes.keys],
	tally({ disks }) {
		if (disks.length === 0) return [{ bucket: "none", amount: 0 }];
		if (disks.some(({ sizeGb }) => sizeGb === null)) return [];
		const amount = disks.reduce((sum, { sizeGb, count }) => sum + (sizeGb ?? 0) * count, 0);
		return [{ bucket: sizes.bucketOf(amount), amount }];
	},
});
