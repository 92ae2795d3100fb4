/** The Russian of files and texts that are taken away. */
import type { Messages } from "./messages";

export const exportRu: Messages["export"] = {
	source: "Источник: {site}",
	licence: "данные по лицензии {licence}",
	range: "{from} — {to}",
	author: "Проект OpenVZ",
	simulation: "Симуляция",
	citation:
		"{author} ({year}). {title}, {product} [Набор данных]. {dates}; {note}. {site}. {address} (дата обращения: {today}).",
	sheets: { about: "О данных" },
	columns: { bucket: "Ключ", merged: "Объединено значений" },
	about: {
		title: "Показатель",
		simulation: "Симуляция",
		product: "Продукт",
		date: "Дата",
		from: "Начало",
		to: "Конец",
		unit: "Единица",
		maybeSmall: "Ноль может означать и такое редкое значение, и его отсутствие.",
		source: "Источник",
		licence: "Лицензия на данные",
	},
};
