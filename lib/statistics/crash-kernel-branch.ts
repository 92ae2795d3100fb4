/** On which branch of the kernel oopses happen. */
import kernelBranch from "./kernel-branch";
import { overObserved } from "./statistic";

export default overObserved({
	slug: "crash-kernel-branch",
	every: "day",
	unit: "crashes",
	page: "crashes",
	place: 3,
	threshold: 5,
	labels: kernelBranch.labels,
});
