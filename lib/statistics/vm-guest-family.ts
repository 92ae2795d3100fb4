/** Whether Windows or Linux runs in virtual machines. */
import { overWindow } from "./statistic";
import { countEach } from "./tally";

export default overWindow({
	slug: "vm-guest-family",
	section: "vm-guests",
	unit: "VMs",
	page: "guests",
	place: 3,
	products: ["openvz7"],
	title: { en: "Windows or Linux in virtual machines", ru: "Windows или Linux в виртуальных машинах" },
	about: {
		en: "Each virtual machine by the family of the guest system it was set up for.",
		ru: "Распределение виртуальных машин по семейству гостевой системы, указанной в настройках.",
	},
	labels: {
		windows: "Windows",
		linux: "Linux",
		freebsd: "FreeBSD",
		unknown: { en: "Not set", ru: "Не указано" },
	},
	tally: ({ vms }) => countEach(vms, ({ family }) => family),
});
