/** How many hosts ever held a container. */
import { everTrue } from "./statistic";

export default everTrue({
	slug: "hosts-with-containers",
	unit: "hosts",
	page: "hosts",
	place: 3,
	holds: {
		"container-settings": ({ containers }) => containers.length > 0,
		static: ({ counters }) => counters !== null && counters.containers > 0,
	},
});
