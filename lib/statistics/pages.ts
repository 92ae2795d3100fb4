/** The pages of statistics, in the order of the navigation. Which statistics stand on a page is said by their `page`. */
import type { Text } from "#lib/language";
import type { PageSlug } from "./statistic";

export interface Page {
	slug: PageSlug;
	title: Text;
	/** One sentence under the title. */
	lead: Text;
}

export const pages: readonly Page[] = [
	{
		slug: "hosts",
		title: { en: "Hosts", ru: "Серверы" },
		lead: {
			en: "How many hosts report, how many of them hold containers, and how that changes.",
			ru: "Сколько серверов присылает отчёты, на скольких из них есть контейнеры и как это меняется.",
		},
	},
	{
		slug: "reports",
		title: { en: "Reports", ru: "Отчёты" },
		lead: {
			en: "How many reports come in each day, and how many have come in so far.",
			ru: "Сколько отчётов приходит за день и сколько их набралось за всё время.",
		},
	},
	{
		slug: "versions",
		title: { en: "Versions", ru: "Версии" },
		lead: {
			en: "Which OpenVZ releases, kernels and host distributions are in use.",
			ru: "Какие выпуски OpenVZ, ядра и дистрибутивы стоят на серверах.",
		},
	},
	{
		slug: "virtual-machines",
		title: { en: "Virtual machines", ru: "Виртуальные машины" },
		lead: {
			en: "How many hosts run virtual machines, and how large these are.",
			ru: "На скольких серверах есть виртуальные машины и какого они размера.",
		},
	},
	{
		slug: "guests",
		title: { en: "Guest systems", ru: "Гостевые системы" },
		lead: {
			en: "Which operating systems run inside containers and virtual machines.",
			ru: "Какие операционные системы работают внутри контейнеров и виртуальных машин.",
		},
	},
	{
		slug: "containers",
		title: { en: "Containers", ru: "Контейнеры" },
		lead: {
			en: "How many containers a host holds, their states, limits and disk layouts.",
			ru: "Сколько контейнеров на сервере, в каком они состоянии, какие у них лимиты и формат диска.",
		},
	},
	{
		slug: "countries",
		title: { en: "Countries", ru: "Страны" },
		lead: {
			en: "Where in the world the reports come from.",
			ru: "Из каких стран приходят отчёты.",
		},
	},
	{
		slug: "cpu",
		title: { en: "Processors", ru: "Процессоры" },
		lead: {
			en: "Which processors the hosts have, and how many cores.",
			ru: "Какие процессоры стоят в серверах и сколько в них ядер.",
		},
	},
	{
		slug: "memory",
		title: { en: "Memory", ru: "Память" },
		lead: {
			en: "How much memory and swap the hosts have, and how memory is managed.",
			ru: "Сколько в серверах памяти и подкачки и как память распределяется.",
		},
	},
	{
		slug: "disks",
		title: { en: "Disks", ru: "Диски" },
		lead: {
			en: "Which drives the hosts have, how large they are, and what is still on spinning disks.",
			ru: "Какие накопители стоят в серверах, какого они объёма и где ещё остались жёсткие диски.",
		},
	},
	{
		slug: "network",
		title: { en: "Network", ru: "Сеть" },
		lead: {
			en: "How fast the links are, which drivers serve them, and how links are aggregated.",
			ru: "Какова скорость сетевых подключений, какие драйверы их обслуживают и как их объединяют.",
		},
	},
	{
		slug: "software",
		title: { en: "Software", ru: "Программы" },
		lead: {
			en: "Which services, packages, clusters and resource controllers the hosts use.",
			ru: "Какие службы, пакеты, кластеры и контроллеры ресурсов используются на серверах.",
		},
	},
];

export function pageBySlug(slug: string): Page | undefined {
	return pages.find((page) => page.slug === slug);
}
