/** How many hosts run each generation: the only statistic that counts both products together. */
import { productTable } from "#lib/product";
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "openvz-version",
	section: "activity",
	acrossProducts: true,
	unit: "hosts",
	page: "versions",
	place: 1,
	labels: { "openvz-6": "OpenVZ 6", "openvz-7": "OpenVZ 7" },
	tally: (_, product) => hostIn(productTable[product].versionBucket),
});
