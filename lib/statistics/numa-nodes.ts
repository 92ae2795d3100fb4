/** How many NUMA nodes a host has. */
import { fewParts } from "./scales";
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "numa-nodes",
	section: "hardware",
	unit: "hosts",
	page: "cpu",
	place: 7,
	products: ["openvz7"],
	title: { en: "NUMA nodes per host", ru: "Узлов NUMA на сервере" },
	about: {
		en: "Hosts by the number of NUMA nodes, which are groups of processors with memory of their own.",
		ru: "Распределение серверов по числу узлов NUMA, то есть групп процессоров с собственной памятью.",
	},
	labels: fewParts.labels,
	order: fewParts.keys,
	tally: ({ numaNodes }) => hostIn(fewParts.bucketOf(numaNodes)),
});
