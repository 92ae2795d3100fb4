/** How many containers a host holds. */
import { perHost } from "./scale";
import { overWindow } from "./statistic";
import { howMany } from "./tally";

export default overWindow({
	slug: "containers-per-host",
	section: "container-settings",
	unit: "containers",
	page: "containers",
	place: 1,
	isPerHost: true,
	labels: perHost.labels,
	order: perHost.keys,
	tally({ containers }) {
		const amount = howMany(containers);
		return [{ bucket: perHost.bucketOf(amount), amount }];
	},
});
