/** Which kernel the hosts run, to the last number. A kernel is always said, so one without a known version is `other`. */
import { overWindow } from "./statistic";
import { hostIn, named } from "./tally";

export default overWindow({
	slug: "kernel",
	section: "static",
	unit: "hosts",
	page: "versions",
	place: 5,
	threshold: 5,
	title: { en: "Kernels", ru: "Ядра" },
	about: {
		en: "Hosts by the full version of the running kernel. Only versions of the form OpenVZ, Virtuozzo, Proxmox VE and Debian give their kernels are named; all others are one bucket.",
		ru: "Распределение серверов по полной версии работающего ядра. Названы только версии вида, принятого в OpenVZ, Virtuozzo, Proxmox VE и Debian; остальные сведены в одну строку.",
	},
	tally: ({ kernel }) => (kernel === null ? hostIn("other") : named(kernel)),
});
