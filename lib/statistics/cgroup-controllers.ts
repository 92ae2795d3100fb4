/** Which resource controllers are in use. */
import { cgroupControllers } from "#lib/facts/cgroups";
import { overWindow } from "./statistic";
import { hostInEach } from "./tally";

/** Keys have `-` where controllers have `_`. */
const byKey = new Map([...cgroupControllers].map((name) => [name.replaceAll("_", "-"), name]));

export default overWindow({
	slug: "cgroup-controllers",
	section: "cgroups",
	unit: "hosts",
	page: "software",
	place: 4,
	hasSeveral: true,
	isInLead: false,
	products: ["openvz7"],
	labels: (key) => byKey.get(key),
	tally: ({ controllers }) => hostInEach(controllers),
});
