/** How many hosts have ever reported. */
import { everTrue } from "./statistic";

export default everTrue({
	slug: "hosts-total",
	unit: "hosts",
	page: "hosts",
	place: 2,
	title: { en: "Hosts seen so far", ru: "Серверы за всё время" },
	about: {
		en: "Every host from which a report has ever come, up to and including that day. A host that is installed anew comes back as another one, so this number never falls.",
		ru: "Все серверы, от которых по этот день включительно пришёл хотя бы один отчёт. После переустановки сервер считается новым, поэтому число никогда не уменьшается.",
	},
	holds: { activity: () => true },
});
