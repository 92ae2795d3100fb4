/** Which systems run in virtual machines. */
import { guestSystems } from "./names/guest-systems";
import { overWindow } from "./statistic";
import { countEach } from "./tally";

export default overWindow({
	slug: "vm-guest-os",
	section: "vm-guests",
	unit: "VMs",
	page: "guests",
	place: 4,
	products: ["openvz7"],
	title: { en: "Guest systems of virtual machines", ru: "Гостевые системы виртуальных машин" },
	about: {
		en: "Each virtual machine by the guest system it was set up for. Debian and Ubuntu carry no version there.",
		ru: "Распределение виртуальных машин по гостевой системе, указанной в настройках. Для Debian и Ubuntu версия там не указывается.",
	},
	labels: { ...guestSystems, unknown: { en: "Not set", ru: "Не указана" } },
	tally: ({ vms }) => countEach(vms, ({ os }) => os),
});
