/** How many reports come in on a day. */
import { overEvents } from "./statistic";

export default overEvents({
	slug: "reports",
	unit: "reports",
	page: "reports",
	place: 1,
	title: { en: "Reports per day", ru: "Отчёты по дням" },
	about: {
		en: "Reports accepted on that day. The same bytes again from the same host within 24 hours are not counted.",
		ru: "Отчёты, принятые в этот день. Точная копия отчёта, присланная тем же сервером в течение 24 часов, не считается.",
	},
	event: "report",
});
