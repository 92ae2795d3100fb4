/** How many hosts are in a cluster. */
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "cluster",
	section: "clusters",
	unit: "hosts",
	page: "software",
	place: 3,
	products: ["openvz7"],
	title: { en: "Clusters", ru: "Кластеры" },
	about: {
		en: "Hosts by the kind of cluster they belong to: Virtuozzo Storage, high availability (shaman), both, or another kind.",
		ru: "Распределение серверов по кластерам, в которые они входят: Virtuozzo Storage, кластер высокой доступности (shaman), оба или кластер другого вида.",
	},
	labels: {
		none: { en: "None", ru: "Нет" },
		vstorage: "Virtuozzo Storage",
		shaman: { en: "High availability (shaman)", ru: "Высокая доступность (shaman)" },
		both: { en: "Both", ru: "И то и другое" },
		other: { en: "Other kind", ru: "Другого вида" },
	},
	tally: ({ cluster }) => hostIn(cluster),
});
