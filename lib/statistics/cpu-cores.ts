/** How many cores a host has. */
import { processors } from "./scales";
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "cpu-cores",
	section: "cpu",
	unit: "hosts",
	page: "cpu",
	place: 4,
	title: { en: "CPU cores per host", ru: "Процессорных ядер на сервере" },
	about: {
		en: "Hosts by the number of physical cores in all their sockets.",
		ru: "Распределение серверов по числу физических ядер во всех сокетах.",
	},
	labels: processors.labels,
	order: processors.keys,
	tally: ({ cores }) => hostIn(processors.bucketOf(cores)),
});
