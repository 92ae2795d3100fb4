/** Which disks the hosts have. */
import { overWindow } from "./statistic";
import { howMany, merged, named } from "./tally";

export default overWindow({
	slug: "disk-model",
	section: "disks",
	unit: "disks",
	page: "disks",
	place: 6,
	products: ["openvz7"],
	threshold: 5,
	title: { en: "Disk models", ru: "Модели дисков" },
	about: {
		en: "Each disk by its model, without the maker’s name. Disks that do not name a model are in the base only.",
		ru: "Распределение дисков по модели, без названия производителя. Диски, для которых модель не указана, учитываются только в общем числе.",
	},
	tally: ({ disks }) => merged(disks.flatMap(({ model, count }) => named(model, count))),
	baseAmount: ({ disks }) => howMany(disks),
});
