/** How many hosts aggregate their links. */
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "bonding",
	section: "network",
	unit: "hosts",
	page: "network",
	place: 2,
	products: ["openvz7"],
	title: { en: "Bonding and teaming", ru: "Объединение сетевых подключений" },
	about: {
		en: "Hosts by whether they aggregate network links with the bonding driver, with teamd, or with both.",
		ru: "Объединяет ли сервер сетевые подключения: драйвером bonding, службой teamd или и тем и другим.",
	},
	labels: {
		none: { en: "None", ru: "Нет" },
		bonding: "Bonding",
		teaming: "Teaming",
		both: { en: "Both", ru: "И то и другое" },
	},
	tally({ bonds, teams }) {
		if (bonds.length > 0) return hostIn(teams.length > 0 ? "both" : "bonding");
		return hostIn(teams.length > 0 ? "teaming" : "none");
	},
});
