/** Whether hosts hold containers, virtual machines or both. */
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "virtualization",
	section: "static",
	unit: "hosts",
	page: "virtual-machines",
	place: 2,
	products: ["openvz7"],
	title: { en: "Containers or virtual machines", ru: "Контейнеры или виртуальные машины" },
	about: {
		en: "Hosts by what they hold, running or not, by the host’s own counters. A host that sends no counters is in the base only.",
		ru: "Что размещено на сервере: контейнеры, виртуальные машины или и то и другое, в том числе остановленные, — по счётчикам самого сервера. Сервер, не приславший счётчиков, учитывается только в общем числе.",
	},
	labels: {
		containers: { en: "Containers only", ru: "Только контейнеры" },
		vms: { en: "Virtual machines only", ru: "Только виртуальные машины" },
		both: { en: "Both", ru: "И то и другое" },
		none: { en: "Neither", ru: "Ничего" },
	},
	tally({ counters }) {
		if (counters === null) return [];
		if (counters.containers > 0) return hostIn(counters.vms > 0 ? "both" : "containers");
		return hostIn(counters.vms > 0 ? "vms" : "none");
	},
});
