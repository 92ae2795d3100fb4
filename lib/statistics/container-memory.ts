/** How much memory containers may use. */
import { unlimited } from "./labels";
import { guestMemory } from "./scales";
import { overWindow } from "./statistic";
import { countEach, howMany } from "./tally";

export default overWindow({
	slug: "container-memory",
	section: "container-settings",
	unit: "containers",
	page: "containers",
	place: 3,
	products: ["openvz7"],
	title: { en: "Memory limits of containers", ru: "Лимиты памяти у контейнеров" },
	about: {
		en: "Each container by its memory limit; the upper end of a range belongs to it.",
		ru: "Распределение контейнеров по лимиту памяти; верхняя граница входит в диапазон.",
	},
	labels: { ...guestMemory.labels, unlimited },
	order: [...guestMemory.keys, "unlimited"],
	tally: ({ containers }) =>
		countEach(containers, ({ memoryMib: limit }) => (limit === "unlimited" ? limit : guestMemory.bucketOf(limit))),
	baseAmount: ({ containers }) => howMany(containers),
});
