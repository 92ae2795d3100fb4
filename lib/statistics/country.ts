/** Where the hosts report from. */
import { countryNames } from "./names/countries";
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "country",
	section: "activity",
	unit: "hosts",
	page: "countries",
	place: 1,
	title: { en: "Countries", ru: "Страны" },
	about: {
		en: "Active hosts by the country from which their latest report was sent. The sender’s address is looked up on receipt and not kept.",
		ru: "Распределение активных серверов по странам, откуда отправлен последний отчёт. Страна определяется по адресу отправителя при получении отчёта, сам адрес не сохраняется.",
	},
	labels: { ...countryNames, unknown: { en: "Unknown", ru: "Неизвестно" } },
	tally: ({ country }) => hostIn(country),
});
