/** How many processors containers may use. */
import { unlimited } from "./labels";
import { processors } from "./scales";
import { overWindow } from "./statistic";
import { countEach, howMany } from "./tally";

export default overWindow({
	slug: "container-cpus",
	section: "container-settings",
	unit: "containers",
	page: "containers",
	place: 4,
	products: ["openvz7"],
	title: { en: "Processor limits of containers", ru: "Лимиты процессоров у контейнеров" },
	about: {
		en: "Each container by the number of the host’s processors it may use at a time.",
		ru: "Распределение контейнеров по числу процессоров сервера, которые можно занимать одновременно.",
	},
	labels: { ...processors.labels, unlimited },
	order: [...processors.keys, "unlimited"],
	// In the settings of a container 0 processors stands for no limit.
	tally: ({ containers }) =>
		countEach(containers, ({ cpus }) => (cpus === "unlimited" || cpus === 0 ? "unlimited" : processors.bucketOf(cpus))),
	baseAmount: ({ containers }) => howMany(containers),
});
