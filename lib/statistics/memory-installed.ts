/** How much memory a host has, and all hosts together. */
import { hostMemory } from "./scales";
import { overWindow } from "./statistic";

export default overWindow({
	slug: "memory-installed",
	section: "memory",
	unit: "GiB",
	page: "memory",
	place: 1,
	title: { en: "Installed memory", ru: "Установленная память" },
	about: {
		en: "Hosts are grouped by installed memory, which is what the kernel sees rounded up to a size that is sold; the total is the memory of the hosts of the group. The upper end of a range belongs to it.",
		ru: "Серверы сгруппированы по объёму установленной памяти: объём, видимый ядру, округляется вверх до реально выпускаемого. Итог — вся память серверов группы. Верхняя граница входит в диапазон.",
	},
	labels: hostMemory.labels,
	order: hostMemory.keys,
	tally: ({ installedMib }) =>
		installedMib === null ? [] : [{ bucket: hostMemory.bucketOf(installedMib), amount: installedMib }],
});
