/** How many hosts report for the first time. */
import { overEvents } from "./statistic";

export default overEvents({
	slug: "hosts-new",
	unit: "hosts",
	page: "hosts",
	place: 5,
	title: { en: "New hosts per day", ru: "Новые серверы по дням" },
	about: {
		en: "Hosts whose first report came on that day.",
		ru: "Серверы, от которых в этот день пришёл первый отчёт.",
	},
	event: "first-report",
});
