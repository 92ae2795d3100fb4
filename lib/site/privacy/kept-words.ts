/** Sections and kept fields in plain words. A test holds the names to the shapes of the facts. */
import type { SectionName } from "#lib/facts/sections";
import type { Text } from "#lib/language";

const text = (en: string, ru: string): Text => ({ en, ru });

export const sectionWords: Readonly<Record<SectionName, Text>> = {
	activity: text("That a report came", "Что отчёт пришёл"),
	static: text("The host itself", "Сам сервер"),
	cpu: text("Processors", "Процессоры"),
	memory: text("Memory", "Память"),
	disks: text("Disks", "Диски"),
	network: text("Network", "Сеть"),
	hardware: text("Hardware", "Оборудование"),
	"vm-guests": text("Virtual machines", "Виртуальные машины"),
	"vm-common": text("Software of virtual machines", "Программы виртуальных машин"),
	"container-settings": text("Settings of containers", "Настройки контейнеров"),
	"container-contents": text("Contents of containers", "Содержимое контейнеров"),
	simfs: text("Disk layouts of containers", "Форматы дисков контейнеров"),
	services: text("Services", "Службы"),
	software: text("Packages", "Пакеты"),
	clusters: text("Clusters", "Кластеры"),
	cgroups: text("Resource controllers", "Контроллеры ресурсов"),
};

/** Lists of things, of which a host may have none. */
export const listWords: Readonly<Record<string, Text>> = {
	"disks.disks": text("disks", "диски"),
	"network.nics": text("network cards", "сетевые карты"),
	"network.bonds": text("bonds of links", "объединения подключений (bond)"),
	"network.teams": text("teams of links", "группы подключений (team)"),
	"vm-guests.vms": text("virtual machines", "виртуальные машины"),
	"container-settings.containers": text("containers", "контейнеры"),
	"container-contents.containers": text("containers", "контейнеры"),
	"software.packages": text("OpenVZ’s own packages", "собственные пакеты OpenVZ"),
};

const alike = text("how many are alike", "сколько таких одинаковых");

export const fieldWords: Readonly<Record<string, Text>> = {
	"activity.country": text("country of the sender, or unknown", "страна отправителя или «неизвестно»"),
	"static.kernel": text(
		"version of the running kernel, if it is a known build",
		"версия работающего ядра, если это известная сборка",
	),
	"static.kernelBranch": text("branch of the kernel", "ветка ядра"),
	"static.release": text("OpenVZ release, or version of vzctl", "выпуск OpenVZ или версия vzctl"),
	"static.distro": text("distribution of the host and its major version", "дистрибутив сервера и его основная версия"),
	"static.readykernel": text(
		"whether live patches are installed or loaded",
		"установлены или загружены ли «живые» исправления ядра",
	),
	"static.counters.containers": text("number of containers", "число контейнеров"),
	"static.counters.runningContainers": text("number of running containers", "число работающих контейнеров"),
	"static.counters.vms": text("number of virtual machines", "число виртуальных машин"),
	"static.counters.runningVms": text("number of running virtual machines", "число работающих виртуальных машин"),
	"cpu.vendor": text("maker of the processors", "производитель процессоров"),
	"cpu.model": text("model of the processors", "модель процессоров"),
	"cpu.generation": text("generation of the processors", "поколение процессоров"),
	"cpu.sockets": text("number of sockets", "число сокетов"),
	"cpu.cores": text("number of cores", "число ядер"),
	"cpu.threads": text("number of threads", "число потоков"),
	"memory.installedMib": text(
		"memory, rounded up to an installed size",
		"объём памяти, округлённый до устанавливаемого",
	),
	"memory.swapMib": text("size of swap", "объём подкачки"),
	"memory.policy": text("policy of memory management", "политика управления памятью"),
	"disks.disks.kind": text("kind of disk, such as SSD", "вид диска, например SSD"),
	"disks.disks.vendor": text("maker", "производитель"),
	"disks.disks.model": text("model, if it is a known one", "модель, если она известна правилам"),
	"disks.disks.sizeGb": text("size, rounded to what is sold", "объём, округлённый до продаваемого"),
	"disks.disks.count": alike,
	"network.nics.driver": text("driver of the network card", "драйвер сетевой карты"),
	"network.nics.speedMbps": text("speed of the link", "скорость подключения"),
	"network.nics.count": alike,
	"network.bonds.mode": text("mode of a bond of links", "режим объединения подключений"),
	"network.bonds.count": alike,
	"network.teams.runner": text("runner of a team of links", "способ объединения подключений в группу (team)"),
	"network.teams.count": alike,
	"hardware.vendor": text("maker of the server", "производитель сервера"),
	"hardware.numaNodes": text("number of NUMA nodes", "число узлов NUMA"),
	"vm-guests.vms.state": text("state, such as running", "состояние, например «работает»"),
	"vm-guests.vms.os": text("guest system, from the list of the product", "гостевая система из списка продукта"),
	"vm-guests.vms.family": text("family of the guest system", "семейство гостевой системы"),
	"vm-guests.vms.memoryMib": text("memory", "память"),
	"vm-guests.vms.cpus": text("number of CPUs", "число процессоров"),
	"vm-guests.vms.count": alike,
	"vm-common.libvirt": text("version of libvirt", "версия libvirt"),
	"vm-common.qemu": text("version of QEMU", "версия QEMU"),
	"container-settings.containers.state": text("state, such as running", "состояние, например «работает»"),
	"container-settings.containers.memoryMib": text("limit of memory", "лимит памяти"),
	"container-settings.containers.cpus": text("limit of CPUs", "лимит процессоров"),
	"container-settings.containers.diskMib": text("limit of disk space", "лимит места на диске"),
	"container-settings.containers.vswap": text(
		"whether memory is managed by VSwap",
		"управляется ли память через VSwap",
	),
	"container-settings.containers.count": alike,
	"container-contents.containers.os": text(
		"distribution and version of the template, if it is a known one",
		"дистрибутив и версия шаблона, если он известен правилам",
	),
	"container-contents.containers.processes": text(
		"which of the well-known server programs run",
		"какие из общеизвестных серверных программ работают",
	),
	"container-contents.containers.count": alike,
	"simfs.layouts.ploop": text("number of containers on ploop", "число контейнеров на ploop"),
	"simfs.layouts.simfs": text("number of containers on simfs", "число контейнеров на simfs"),
	"simfs.layouts.other": text("number of containers on another layout", "число контейнеров в другом формате"),
	"simfs.layouts.unknown": text(
		"number of containers whose layout is not said",
		"число контейнеров, формат которых не сообщён",
	),
	"simfs.filesystem": text("file system under the containers", "файловая система под контейнерами"),
	"services.enabled": text("which of the known services are enabled", "какие из известных служб включены"),
	"services.others": text("number of other services", "число остальных служб"),
	"software.packages.name": text("OpenVZ’s own packages", "собственные пакеты OpenVZ"),
	"software.packages.version": text("their versions", "их версии"),
	"software.total": text("number of all packages", "число всех пакетов"),
	"clusters.cluster": text(
		"whether the host is in a cluster, and of which kind",
		"входит ли сервер в кластер и какого вида",
	),
	"cgroups.controllers": text("which resource controllers are in use", "какие контроллеры ресурсов используются"),
	"cgroups.ioLimited": text("number of containers with an I/O limit", "число контейнеров с лимитом ввода-вывода"),
	"cgroups.ioUnlimited": text("number of containers without one", "число контейнеров без него"),
};
