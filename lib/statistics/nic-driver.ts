/** Which network cards there are, by driver. */
import { nicDrivers } from "#lib/facts/network";
import { overWindow } from "./statistic";
import { hostInEach } from "./tally";

/** Keys have `-` for `_`, which the drivers themselves have. */
const byKey = new Map([...nicDrivers].map((name) => [name.replaceAll("_", "-"), name]));

export default overWindow({
	slug: "nic-driver",
	section: "network",
	unit: "hosts",
	page: "network",
	place: 5,
	products: ["openvz7"],
	threshold: 5,
	title: { en: "Network drivers", ru: "Драйверы сетевых карт" },
	about: {
		en: "Hosts by the drivers of their network cards. A host with several drivers counts once for each of them.",
		ru: "Распределение серверов по драйверам сетевых карт. Сервер с несколькими драйверами учитывается по одному разу для каждого.",
	},
	labels: (key) => byKey.get(key),
	tally: ({ nics }) => hostInEach(nics.flatMap(({ driver }) => driver ?? [])),
});
