/** Which processors the hosts have. */
import { overWindow } from "./statistic";
import { named } from "./tally";

export default overWindow({
	slug: "cpu-model",
	section: "cpu",
	unit: "hosts",
	page: "cpu",
	place: 3,
	threshold: 5,
	title: { en: "CPU models", ru: "Модели процессоров" },
	about: {
		en: "Hosts by the model of their processors, written as people write it, without clock rates and trade marks.",
		ru: "Распределение серверов по модели процессоров в привычной записи, без тактовой частоты и товарных знаков.",
	},
	labels: {
		"virtual-cpu": { en: "Virtual CPU", ru: "Виртуальный процессор" },
		"engineering-sample": { en: "Engineering sample", ru: "Инженерный образец" },
	},
	tally: ({ model }) => named(model),
});
