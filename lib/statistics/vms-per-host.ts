/** How many virtual machines a host holds. */
import { perHost } from "./scales";
import { overWindow } from "./statistic";
import { howMany } from "./tally";

export default overWindow({
	slug: "vms-per-host",
	section: "vm-guests",
	unit: "VMs",
	page: "virtual-machines",
	place: 3,
	products: ["openvz7"],
	title: { en: "Virtual machines per host", ru: "Виртуальных машин на сервере" },
	about: {
		en: "Hosts are grouped by how many virtual machines they hold; the total is the machines on the hosts of the group. Templates are not counted.",
		ru: "Серверы сгруппированы по числу виртуальных машин; итог — сколько машин на серверах группы. Шаблоны не считаются.",
	},
	labels: perHost.labels,
	order: perHost.keys,
	tally({ vms }) {
		const amount = howMany(vms);
		return [{ bucket: perHost.bucketOf(amount), amount }];
	},
});
