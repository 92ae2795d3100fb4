/** Which versions of OpenVZ's own packages are installed. */
import { overWindow } from "./statistic";
import { named, once } from "./tally";

export default overWindow({
	slug: "openvz-packages",
	section: "software",
	unit: "hosts",
	page: "software",
	place: 1,
	products: ["openvz7"],
	threshold: 10,
	title: { en: "Versions of OpenVZ packages", ru: "Версии пакетов OpenVZ" },
	about: {
		en: "Hosts by the versions of OpenVZ’s own packages installed on them; a host counts once for each version of each package.",
		ru: "Версии пакетов самого OpenVZ, установленных на серверах; сервер учитывается по одному разу для каждой версии каждого пакета.",
	},
	tally: ({ packages }) => once(packages.flatMap(({ name, version }) => named(`${name} ${version}`))),
});
