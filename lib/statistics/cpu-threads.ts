/** How many threads a host runs at a time. */
import { processors } from "./scales";
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "cpu-threads",
	section: "cpu",
	unit: "hosts",
	page: "cpu",
	place: 5,
	title: { en: "CPU threads per host", ru: "Процессорных потоков на сервере" },
	about: {
		en: "Hosts by the number of logical processors the system sees.",
		ru: "Распределение серверов по числу логических процессоров, которые видит система.",
	},
	labels: processors.labels,
	order: processors.keys,
	tally: ({ threads }) => hostIn(processors.bucketOf(threads)),
});
