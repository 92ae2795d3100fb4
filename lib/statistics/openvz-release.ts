/** Which release of OpenVZ the hosts run. */
import { overWindow } from "./statistic";
import { bucketKey, named } from "./tally";

export default overWindow({
	slug: "openvz-release",
	section: "static",
	unit: "hosts",
	page: "versions",
	place: 2,
	threshold: 5,
	tally({ release }, product) {
		if (release === null || product === "openvz7") return named(release);
		return [{ bucket: bucketKey(release), amount: 1, label: `vzctl ${release}` }];
	},
});
