/** How many hosts patch their kernel without a reboot. */
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "readykernel",
	section: "static",
	unit: "hosts",
	page: "versions",
	place: 6,
	products: ["openvz7"],
	title: { en: "ReadyKernel patches", ru: "Патчи ReadyKernel" },
	about: {
		en: "Hosts by whether a ReadyKernel live patch made for the running kernel is installed, and whether it is loaded.",
		ru: "Распределение серверов по тому, установлен ли для работающего ядра патч ReadyKernel (он применяется без перезагрузки) и загружен ли он.",
	},
	labels: {
		loaded: { en: "Loaded", ru: "Загружен" },
		installed: { en: "Installed, not loaded", ru: "Установлен, но не загружен" },
		none: { en: "None", ru: "Нет" },
	},
	tally: ({ readykernel }) => hostIn(readykernel),
});
