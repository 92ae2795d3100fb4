/** Who made the disks. */
import { diskMakers } from "./names/disk-makers";
import { overWindow } from "./statistic";
import { countEach, howMany } from "./tally";

export default overWindow({
	slug: "disk-vendor",
	section: "disks",
	unit: "disks",
	page: "disks",
	place: 5,
	products: ["openvz7"],
	title: { en: "Disk vendors", ru: "Производители дисков" },
	about: {
		en: "Each disk by its maker, recognised by the model. Disks that name neither a model nor a maker are in the base only.",
		ru: "Распределение дисков по производителю, определённому по модели. Диски, для которых не указаны ни модель, ни производитель, учитываются только в общем числе.",
	},
	labels: diskMakers,
	tally: ({ disks }) => countEach(disks, ({ vendor }) => vendor),
	baseAmount: ({ disks }) => howMany(disks),
});
