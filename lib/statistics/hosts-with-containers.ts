/** How many hosts ever held a container. */
import { everTrue } from "./statistic";

export default everTrue({
	slug: "hosts-with-containers",
	unit: "hosts",
	page: "hosts",
	place: 3,
	title: { en: "Hosts that ever had containers", ru: "Серверы, где были контейнеры" },
	about: {
		en: "Hosts that reported at least one container in any report so far, by the list of containers or by the host’s own counters.",
		ru: "Серверы, которые хотя бы раз за всё время сообщили хотя бы об одном контейнере: в списке контейнеров или в счётчиках самого сервера.",
	},
	holds: {
		"container-settings": ({ containers }) => containers.length > 0,
		static: ({ counters }) => counters !== null && counters.containers > 0,
	},
});
