/** Where containers keep their files. */
import { overWindow } from "./statistic";
import { amounts } from "./tally";

export default overWindow({
	slug: "container-layout",
	section: "simfs",
	unit: "containers",
	page: "containers",
	place: 6,
	title: { en: "Disk layouts of containers", ru: "Форматы дисков контейнеров" },
	about: {
		en: "Each container by where its files are: in an image of its own (ploop) or in a directory of the host (simfs).",
		ru: "Где хранятся файлы контейнеров: в собственном образе диска (ploop) или в каталоге сервера (simfs).",
	},
	labels: { ploop: "ploop", simfs: "simfs", unknown: { en: "Not reported", ru: "Не сообщается" } },
	tally: ({ layouts }) => amounts(layouts),
});
