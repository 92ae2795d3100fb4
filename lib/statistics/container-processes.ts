/** What containers are used for, as far as known server programs tell. */
import { serverPrograms } from "./names/server-programs";
import { overWindow } from "./statistic";
import { howMany, merged } from "./tally";

export default overWindow({
	slug: "container-processes",
	section: "container-contents",
	unit: "containers",
	page: "containers",
	place: 8,
	hasSeveral: true,
	threshold: 10,
	labels: serverPrograms,
	tally: ({ containers }) =>
		merged(
			containers.flatMap(({ processes, count }) =>
				[...new Set(processes)].map((bucket) => ({ bucket, amount: count })),
			),
		),
	baseAmount: ({ containers }) => howMany(containers),
});
