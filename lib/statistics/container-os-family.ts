/** Which distributions run in containers. */
import { distributions, familyOf, templates } from "./names/distributions";
import { overWindow } from "./statistic";
import { countEach } from "./tally";

export default overWindow({
	slug: "container-os-family",
	section: "container-contents",
	unit: "containers",
	page: "guests",
	place: 1,
	title: { en: "Distribution families in containers", ru: "Семейства дистрибутивов в контейнерах" },
	about: {
		en: "Each container by the distribution of the template it was made from, all versions together.",
		ru: "Распределение контейнеров по дистрибутиву шаблона, из которого они созданы, без учёта версии.",
	},
	labels: { ...distributions, ...templates },
	tally: ({ containers }) => countEach(containers, ({ os }) => familyOf(os)),
});
