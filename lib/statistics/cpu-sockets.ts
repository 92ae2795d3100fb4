/** How many processors a host has. */
import { fewParts } from "./scales";
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "cpu-sockets",
	section: "cpu",
	unit: "hosts",
	page: "cpu",
	place: 6,
	title: { en: "CPU sockets per host", ru: "Процессорных сокетов на сервере" },
	about: {
		en: "Hosts by the number of sockets with a processor in them.",
		ru: "Распределение серверов по числу занятых процессорных сокетов.",
	},
	labels: fewParts.labels,
	order: fewParts.keys,
	tally: ({ sockets }) => hostIn(fewParts.bucketOf(sockets)),
});
