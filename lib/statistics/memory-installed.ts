/** How much memory a host has, and all hosts together. */
import { hostMemory } from "./scale";
import { overWindow } from "./statistic";

export default overWindow({
	slug: "memory-installed",
	section: "memory",
	unit: "GiB",
	page: "memory",
	place: 1,
	isPerHost: true,
	labels: hostMemory.labels,
	order: hostMemory.keys,
	tally: ({ installedMib }) =>
		installedMib === null ? [] : [{ bucket: hostMemory.bucketOf(installedMib), amount: installedMib }],
});
