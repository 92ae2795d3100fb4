/** How many reports have come in so far. */
import { overEvents } from "./statistic";

export default overEvents({
	slug: "reports-total",
	unit: "reports",
	page: "reports",
	place: 2,
	title: { en: "Reports so far", ru: "Отчёты за всё время" },
	about: {
		en: "Reports accepted up to and including that day. The same bytes again from the same host within 24 hours are not counted.",
		ru: "Отчёты, принятые по этот день включительно. Точная копия отчёта, присланная тем же сервером в течение 24 часов, не считается.",
	},
	event: "report-so-far",
});
