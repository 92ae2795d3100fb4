/** How many hosts ever ran a container. */
import { everTrue } from "./statistic";

export default everTrue({
	slug: "hosts-with-running-containers",
	unit: "hosts",
	page: "hosts",
	place: 4,
	holds: {
		"container-settings": ({ containers }) => containers.some(({ state }) => state === "running"),
		static: ({ counters }) => counters !== null && counters.runningContainers > 0,
	},
});
