/** Which resource controllers are in use. */
import { cgroupControllers } from "#lib/facts/cgroups";
import { overWindow } from "./statistic";
import { hostInEach } from "./tally";

/** Keys have `-` for `_`, which the controllers themselves have. */
const byKey = new Map([...cgroupControllers].map((name) => [name.replaceAll("_", "-"), name]));

export default overWindow({
	slug: "cgroup-controllers",
	section: "cgroups",
	unit: "hosts",
	page: "software",
	place: 4,
	products: ["openvz7"],
	title: { en: "Resource controllers (cgroups)", ru: "Контроллеры ресурсов (cgroups)" },
	about: {
		en: "Hosts by the kernel’s resource controllers in use on them; a host counts once for each.",
		ru: "Контроллеры ресурсов ядра, используемые на серверах; сервер учитывается по одному разу для каждого.",
	},
	labels: (key) => byKey.get(key),
	tally: ({ controllers }) => hostInEach(controllers),
});
