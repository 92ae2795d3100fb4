/** What stands on a picture of a chart, around it. */
import type { Messages } from "./messages";

export const pictureRu: Messages["picture"] = {
	source: "Источник: {name}",
	sourceAt: "Источник: {name}, {host}",
	simulation: "Симуляция: серверы вымышлены",
};
