/** What the memory manager aims at. */
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "memory-policy",
	section: "memory",
	unit: "hosts",
	page: "memory",
	place: 3,
	products: ["openvz7"],
	title: { en: "Memory policies", ru: "Политики распределения памяти" },
	about: {
		en: "Hosts by the policy of the memory manager VCMMD: performance, or as many guests as possible (density).",
		ru: "Распределение серверов по политике диспетчера памяти VCMMD: производительность (performance) или плотность размещения (density).",
	},
	labels: {
		performance: { en: "Performance", ru: "Производительность" },
		density: { en: "Density", ru: "Плотность" },
	},
	tally: ({ policy }) => hostIn(policy),
});
