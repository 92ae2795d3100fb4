/** Which release of OpenVZ the hosts run. */
import { overWindow } from "./statistic";
import { bucketKey, named } from "./tally";

export default overWindow({
	slug: "openvz-release",
	section: "static",
	unit: "hosts",
	page: "versions",
	place: 2,
	threshold: 5,
	title: { en: "OpenVZ releases", ru: "Выпуски OpenVZ" },
	about: {
		en: "Hosts by the release of OpenVZ they run; OpenVZ 6 has no release number of its own, there the version of vzctl stands for it.",
		ru: "Распределение серверов по выпуску OpenVZ. У OpenVZ 6 собственного номера выпуска нет, его заменяет версия vzctl.",
	},
	tally({ release }, product) {
		if (release === null || product === "openvz7") return named(release);
		return [{ bucket: bucketKey(release), amount: 1, label: `vzctl ${release}` }];
	},
});
