/** What containers are doing. */
import { states } from "./names/states";
import { overWindow } from "./statistic";
import { countEach } from "./tally";

export default overWindow({
	slug: "container-state",
	section: "container-settings",
	unit: "containers",
	page: "containers",
	place: 2,
	title: { en: "States of containers", ru: "Состояния контейнеров" },
	about: {
		en: "Each container by its state when the report was made.",
		ru: "Распределение контейнеров по состоянию на момент составления отчёта.",
	},
	labels: states,
	tally: ({ containers }) => countEach(containers, ({ state }) => state),
});
