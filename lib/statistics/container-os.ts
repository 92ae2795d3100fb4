/** Which distributions run in containers, by version. */
import { distributionLabel, templates } from "./names/distributions";
import { overWindow } from "./statistic";
import { countEach } from "./tally";

export default overWindow({
	slug: "container-os",
	section: "container-contents",
	unit: "containers",
	page: "guests",
	place: 2,
	threshold: 5,
	title: { en: "Distributions in containers", ru: "Дистрибутивы в контейнерах" },
	about: {
		en: "Each container by the distribution and version of the template it was made from; later upgrades inside it are not seen. Names that hosters gave to templates of their own are never shown.",
		ru: "Распределение контейнеров по дистрибутиву и версии шаблона, из которого они созданы; обновления внутри контейнера не видны. Названия собственных шаблонов хостеров никогда не показываются.",
	},
	labels: (bucket, language) => templates[bucket]?.[language] ?? distributionLabel(bucket),
	tally: ({ containers }) => countEach(containers, ({ os }) => os),
});
