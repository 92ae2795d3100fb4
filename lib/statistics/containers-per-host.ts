/** How many containers a host holds. */
import { perHost } from "./scales";
import { overWindow } from "./statistic";
import { howMany } from "./tally";

export default overWindow({
	slug: "containers-per-host",
	section: "container-settings",
	unit: "containers",
	page: "containers",
	place: 1,
	title: { en: "Containers per host", ru: "Контейнеров на сервере" },
	about: {
		en: "Hosts are grouped by how many containers they hold, running or not; the total is the containers on the hosts of the group. Templates are not counted.",
		ru: "Серверы сгруппированы по числу контейнеров, в том числе остановленных; итог — сколько контейнеров на серверах группы. Шаблоны не считаются.",
	},
	labels: perHost.labels,
	order: perHost.keys,
	tally({ containers }) {
		const amount = howMany(containers);
		return [{ bucket: perHost.bucketOf(amount), amount }];
	},
});
