/** How many hosts hold virtual machines. */
import { yesNo } from "./labels";
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "hosts-with-vms",
	section: "static",
	unit: "hosts",
	page: "virtual-machines",
	place: 1,
	products: ["openvz7"],
	title: { en: "Hosts with virtual machines", ru: "Серверы с виртуальными машинами" },
	about: {
		en: "Hosts by whether they hold at least one virtual machine, running or not, by the host’s own counters. A host that sends no counters is in the base only.",
		ru: "Есть ли на сервере хотя бы одна виртуальная машина, в том числе остановленная, — по счётчикам самого сервера. Сервер, не приславший счётчиков, учитывается только в общем числе.",
	},
	labels: yesNo,
	tally: ({ counters }) => hostIn(counters && (counters.vms > 0 ? "yes" : "no")),
});
