/** How many messages the mailing lists carry. */
import { overObserved } from "./statistic";

export default overObserved({
	slug: "list-messages",
	every: "day",
	unit: "messages",
	page: "activity",
	place: 6,
	labels: { announce: "announce@", users: "users@", devel: "devel@", criu: "criu@" },
});
