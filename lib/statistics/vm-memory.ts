/** How much memory virtual machines have. */
import { guestMemory } from "./scales";
import { overWindow } from "./statistic";
import { countEach, howMany } from "./tally";

export default overWindow({
	slug: "vm-memory",
	section: "vm-guests",
	unit: "VMs",
	page: "virtual-machines",
	place: 5,
	products: ["openvz7"],
	title: { en: "Memory of virtual machines", ru: "Память виртуальных машин" },
	about: {
		en: "Each virtual machine by the memory it was given; the upper end of a range belongs to it.",
		ru: "Распределение виртуальных машин по объёму выделенной памяти; верхняя граница входит в диапазон.",
	},
	labels: guestMemory.labels,
	order: guestMemory.keys,
	tally: ({ vms }) => countEach(vms, ({ memoryMib }) => guestMemory.bucketOf(memoryMib)),
	baseAmount: ({ vms }) => howMany(vms),
});
