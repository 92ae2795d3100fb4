/** Which network cards there are, by driver. */
import { nicDrivers } from "#lib/facts/network";
import { overWindow } from "./statistic";
import { hostInEach } from "./tally";

/** Keys have `-` where drivers have `_`. */
const byKey = new Map([...nicDrivers].map((name) => [name.replaceAll("_", "-"), name]));

export default overWindow({
	slug: "nic-driver",
	section: "network",
	unit: "hosts",
	page: "network",
	place: 5,
	hasSeveral: true,
	products: ["openvz7"],
	threshold: 5,
	labels: (key) => byKey.get(key),
	tally: ({ nics }) => hostInEach(nics.flatMap(({ driver }) => driver ?? [])),
});
