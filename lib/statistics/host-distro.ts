/** Which distribution the hosts run. */
import { distributionLabel } from "./names/distributions";
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "host-distro",
	section: "static",
	unit: "hosts",
	page: "versions",
	place: 3,
	threshold: 5,
	title: { en: "Host distributions", ru: "Дистрибутивы на серверах" },
	about: {
		en: "Hosts by the distribution they run, with its major version.",
		ru: "Распределение серверов по установленному дистрибутиву и его основной версии.",
	},
	labels: distributionLabel,
	tally: ({ distro }) => hostIn(distro),
});
