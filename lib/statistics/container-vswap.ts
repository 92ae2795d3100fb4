/** How many containers use VSwap, which only the legacy reporter tells. */
import { yesNo } from "./labels";
import { overWindow } from "./statistic";
import { countEach, howMany } from "./tally";

export default overWindow({
	slug: "container-vswap",
	section: "container-settings",
	unit: "containers",
	page: "containers",
	place: 7,
	products: ["legacy"],
	title: { en: "Containers that use VSwap", ru: "Контейнеры с VSwap" },
	about: {
		en: "Each container by whether its memory is limited the VSwap way. Containers of hosts whose vzctl is too old to say so are in the base only.",
		ru: "Ограничена ли память контейнера через VSwap. Если vzctl на сервере слишком старый и не сообщает об этом, контейнеры учитываются только в общем числе.",
	},
	labels: yesNo,
	tally: ({ containers }) => countEach(containers, ({ vswap }) => (vswap === null ? null : vswap ? "yes" : "no")),
	baseAmount: ({ containers }) => howMany(containers),
});
