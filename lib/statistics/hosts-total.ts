/** How many hosts have ever reported. */
import { everTrue } from "./statistic";

export default everTrue({
	slug: "hosts-total",
	unit: "hosts",
	page: "hosts",
	place: 2,
	holds: { activity: () => true },
});
