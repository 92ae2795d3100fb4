/** What reports carry beside what is kept, and what becomes of it on receipt. None of it reaches the disk or the log. */
import type { Text } from "#lib/language";

export interface Dropped {
	what: Text;
	becomes: Text;
}

const dropped: Text = { en: "Dropped.", ru: "Отбрасывается." };
const counted: Text = { en: "Dropped; only counted.", ru: "Отбрасывается; остаётся только количество." };

export const droppedFields: readonly Dropped[] = [
	{
		what: { en: "Internet address of the sender", ru: "Сетевой адрес отправителя" },
		becomes: {
			en: "Looked up for its country and held against floods of reports, both in memory only; then dropped.",
			ru: "По нему определяется страна и ограничивается поток отчётов — только в памяти; затем отбрасывается.",
		},
	},
	{
		what: { en: "Identifier (UUID) of the host", ru: "Идентификатор (UUID) сервера" },
		becomes: {
			en: "Only a one-way hash of it is kept, to tell the host’s reports from those of others.",
			ru: "Хранится только его необратимый хеш, чтобы отличать отчёты сервера от чужих.",
		},
	},
	{
		what: { en: "Names of hosts and domains, DNS servers", ru: "Имена серверов и доменов, серверы DNS" },
		becomes: dropped,
	},
	{
		what: {
			en: "Network addresses, gateways, hardware addresses, device names",
			ru: "Сетевые адреса, шлюзы, аппаратные адреса, имена устройств",
		},
		becomes: dropped,
	},
	{
		what: {
			en: "Serial numbers, identifiers of disks and systems, asset tags",
			ru: "Серийные номера, идентификаторы дисков и систем, инвентарные метки",
		},
		becomes: dropped,
	},
	{
		what: {
			en: "Identifiers of containers and virtual machines",
			ru: "Идентификаторы контейнеров и виртуальных машин",
		},
		becomes: counted,
	},
	{
		what: {
			en: "Names, descriptions, owners and tags of containers and virtual machines",
			ru: "Имена, описания, владельцы и метки контейнеров и виртуальных машин",
		},
		becomes: dropped,
	},
	{
		what: {
			en: "Paths, mount points, images, servers of network storage",
			ru: "Пути, точки монтирования, образы, серверы сетевых хранилищ",
		},
		becomes: {
			en: "Dropped; of the storage under containers only the kind of file system is kept.",
			ru: "Отбрасываются; о хранилище под контейнерами остаётся только вид файловой системы.",
		},
	},
	{ what: { en: "Names of networks, bridges and VLANs", ru: "Имена сетей, мостов и VLAN" }, becomes: dropped },
	{
		what: {
			en: "Names of clusters, identifiers and addresses of their members",
			ru: "Имена кластеров, идентификаторы и адреса их узлов",
		},
		becomes: { en: "Dropped; only the kind of cluster is kept.", ru: "Отбрасываются; остаётся только вид кластера." },
	},
	{
		what: { en: "Licence: number, owner, organisation", ru: "Лицензия: номер, владелец, организация" },
		becomes: dropped,
	},
	{
		what: {
			en: "Remote displays, network disks, backup servers, targets of migration",
			ru: "Удалённые экраны, сетевые диски, серверы резервных копий, цели миграции",
		},
		becomes: dropped,
	},
	{ what: { en: "Configuration files", ru: "Файлы настроек" }, becomes: dropped },
	{
		what: {
			en: "Names of processes, services, packages and templates",
			ru: "Названия процессов, служб, пакетов и шаблонов",
		},
		becomes: {
			en: "Only well-known ones are kept, by lists in the program; the others are dropped or counted as Other.",
			ru: "Хранятся только общеизвестные — по спискам в программе; остальные отбрасываются или считаются как «Другие».",
		},
	},
	{
		what: {
			en: "Times of installation, uptime, exact space used, time zone",
			ru: "Время установки и работы, точное занятое место, часовой пояс",
		},
		becomes: dropped,
	},
	{
		what: { en: "Log of the reporter, with error texts", ru: "Журнал сборщика отчёта с текстами ошибок" },
		becomes: dropped,
	},
	{
		what: {
			en: "The archive itself, with the users, times and names of its files",
			ru: "Сам архив с владельцами, временем и именами файлов",
		},
		becomes: {
			en: "Unpacked in memory while it arrives, never written to disk.",
			ru: "Распаковывается в памяти по мере поступления и на диск не записывается.",
		},
	},
];
