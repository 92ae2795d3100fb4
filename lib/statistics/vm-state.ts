/** What virtual machines are doing. */
import { states } from "./names/states";
import { overWindow } from "./statistic";
import { countEach } from "./tally";

export default overWindow({
	slug: "vm-state",
	section: "vm-guests",
	unit: "VMs",
	page: "virtual-machines",
	place: 4,
	products: ["openvz7"],
	title: { en: "States of virtual machines", ru: "Состояния виртуальных машин" },
	about: {
		en: "Each virtual machine by its state when the report was made.",
		ru: "Распределение виртуальных машин по состоянию на момент составления отчёта.",
	},
	labels: states,
	tally: ({ vms }) => countEach(vms, ({ state }) => state),
});
