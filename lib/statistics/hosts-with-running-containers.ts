/** How many hosts ever ran a container. */
import { everTrue } from "./statistic";

export default everTrue({
	slug: "hosts-with-running-containers",
	unit: "hosts",
	page: "hosts",
	place: 4,
	title: { en: "Hosts that ever had running containers", ru: "Серверы, где работали контейнеры" },
	about: {
		en: "Hosts that reported at least one running container in any report so far, by the list of containers or by the host’s own counters.",
		ru: "Серверы, которые хотя бы раз за всё время сообщили о работающем контейнере: в списке контейнеров или в счётчиках самого сервера.",
	},
	holds: {
		"container-settings": ({ containers }) => containers.some(({ state }) => state === "running"),
		static: ({ counters }) => counters !== null && counters.runningContainers > 0,
	},
});
