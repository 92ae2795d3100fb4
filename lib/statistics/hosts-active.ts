/** How many hosts report at present. */
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "hosts-active",
	section: "activity",
	unit: "hosts",
	page: "hosts",
	place: 1,
	title: { en: "Active hosts", ru: "Активные серверы" },
	about: {
		en: "Hosts from which at least one report came in the window: 14 days for OpenVZ 7, 60 days for OpenVZ 6, whose reporter runs once a month.",
		ru: "Серверы, от которых пришёл хотя бы один отчёт за последние 14 дней (OpenVZ 7) или 60 дней (OpenVZ 6, где отчёты отправляются раз в месяц).",
	},
	tally: () => hostIn("all"),
});
