/** How the two generations share the fleet. The one statistic that counts both products together. */
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "openvz-version",
	section: "activity",
	acrossProducts: true,
	unit: "hosts",
	page: "versions",
	place: 1,
	title: { en: "OpenVZ 6 and OpenVZ 7", ru: "OpenVZ 6 и OpenVZ 7" },
	about: {
		en: "Active hosts of both generations, each in its own window: 14 days for OpenVZ 7, 60 days for OpenVZ 6 and older, whose reporter runs once a month.",
		ru: "Активные серверы обоих поколений, каждое в своём окне: 14 дней для OpenVZ 7 и 60 дней для OpenVZ 6 и более ранних версий, где отчёты отправляются раз в месяц.",
	},
	labels: { "openvz-6": "OpenVZ 6", "openvz-7": "OpenVZ 7" },
	tally: (_, product) => hostIn(product === "legacy" ? "openvz-6" : "openvz-7"),
});
