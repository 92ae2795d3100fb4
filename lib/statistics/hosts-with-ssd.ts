/** How many hosts have flash drives. */
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "hosts-with-ssd",
	section: "disks",
	unit: "hosts",
	page: "disks",
	place: 2,
	products: ["openvz7"],
	title: { en: "Hosts with SSD", ru: "Серверы с SSD" },
	about: {
		en: "Hosts by whether they have at least one SSD or NVMe drive. “HDD only” means that there are drives and all are HDD; where RAID, SAN or virtual volumes hide what is behind them, or there are no drives, it is unknown.",
		ru: "Есть ли в сервере хотя бы один накопитель SSD или NVMe. «Только HDD» — все накопители являются жёсткими дисками; если они скрыты за томами RAID, SAN или виртуальными дисками либо их нет вовсе, ответ неизвестен.",
	},
	labels: {
		yes: { en: "With SSD or NVMe", ru: "С SSD или NVMe" },
		no: { en: "HDD only", ru: "Только HDD" },
		unknown: { en: "Unknown", ru: "Неизвестно" },
	},
	tally({ disks }) {
		if (disks.some(({ kind }) => kind === "ssd" || kind === "nvme")) return hostIn("yes");
		return hostIn(disks.length > 0 && disks.every(({ kind }) => kind === "hdd") ? "no" : "unknown");
	},
});
