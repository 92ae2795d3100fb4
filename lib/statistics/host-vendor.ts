/** Who made the hosts. */
import { overWindow } from "./statistic";
import { hostIn, named } from "./tally";

export default overWindow({
	slug: "host-vendor",
	section: "hardware",
	unit: "hosts",
	page: "hosts",
	place: 6,
	products: ["openvz7"],
	threshold: 5,
	title: { en: "Server makers", ru: "Производители серверов" },
	about: {
		en: "Hosts by the maker named in their firmware. A host whose firmware names none, or still holds what stood there before anybody filled it in, is unknown.",
		ru: "Распределение серверов по производителю, указанному в прошивке. Если там пусто или осталась заготовка, которую никто не заполнил, производитель неизвестен.",
	},
	tally: ({ vendor }) => (vendor === null ? hostIn("unknown") : named(vendor)),
});
