/** What containers are used for, as far as known server programs show it. */
import { serverPrograms } from "./names/server-programs";
import { overWindow } from "./statistic";
import { howMany, merged } from "./tally";

export default overWindow({
	slug: "container-processes",
	section: "container-contents",
	unit: "containers",
	page: "containers",
	place: 8,
	threshold: 10,
	title: { en: "Server programs in containers", ru: "Серверные программы в контейнерах" },
	about: {
		en: "Containers in which a known server program was among the processes that used the most processor time. One container may count for several programs; other programs are not looked at.",
		ru: "Контейнеры, где известная серверная программа оказалась среди процессов, занявших больше всего процессорного времени. Один контейнер может учитываться для нескольких программ; остальные программы не рассматриваются.",
	},
	labels: serverPrograms,
	tally: ({ containers }) =>
		merged(
			containers.flatMap(({ processes, count }) =>
				[...new Set(processes)].map((bucket) => ({ bucket, amount: count })),
			),
		),
	baseAmount: ({ containers }) => howMany(containers),
});
