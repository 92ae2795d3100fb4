/** How many containers have their disk traffic limited. */
import { overWindow } from "./statistic";
import { amounts } from "./tally";

export default overWindow({
	slug: "container-io-limits",
	section: "cgroups",
	unit: "containers",
	page: "containers",
	place: 9,
	products: ["openvz7"],
	title: { en: "Disk I/O limits of containers", ru: "Лимиты ввода-вывода у контейнеров" },
	about: {
		en: "Each container by whether its disk traffic is limited, in bytes or in operations per second.",
		ru: "Ограничена ли скорость обмена контейнера с диском — в байтах или в операциях в секунду.",
	},
	labels: { limited: { en: "Limited", ru: "С лимитом" }, unlimited: { en: "Not limited", ru: "Без лимита" } },
	tally: ({ ioLimited, ioUnlimited }) => amounts({ limited: ioLimited, unlimited: ioUnlimited }),
});
