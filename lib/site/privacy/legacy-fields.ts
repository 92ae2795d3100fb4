/** Every field of a report of vzstats, file by file. A test holds it to the sample and to the readers. */
import { dropped, kept, type ReportField, type ReportFields, read } from "./report-field";

const all = "*";

const vzctlIn = (): readonly ReportField[] => [
	kept("packages of OpenVZ: only the version of vzctl", "пакеты OpenVZ: только версия vzctl", all),
];

export const legacyFields: ReportFields = {
	cpuinfo: [
		kept(
			"maker and model of the processors",
			"производитель и модель процессоров",
			"vendor_id",
			"model name",
			"cpu implementer",
			"Processor",
			"cpu",
		),
		kept(
			"number of sockets, cores and threads",
			"число сокетов, ядер и потоков",
			"processor",
			"physical id",
			"core id",
		),
		dropped(
			"abilities, frequencies, caches, numbering and other details",
			"возможности, частоты, кеши, нумерация и другие подробности",
			...["cpu family", "model", "stepping", "cpu MHz", "cpu cores", "cpuid level", "cache size", "cache_alignment"],
			...["siblings", "apicid", "initial apicid", "fpu", "fpu_exception", "wp", "flags", "bogomips", "clflush size"],
			...["address sizes", "power management"],
		),
	],
	meminfo: [
		kept("memory and swap in all", "весь объём памяти и подкачки", "MemTotal", "SwapTotal"),
		dropped(
			"how memory is used at the moment",
			"текущее использование памяти",
			...["MemFree", "Buffers", "Cached", "SwapCached", "Active*", "Inactive*", "Unevictable", "Mlocked", "SwapFree"],
			...["Dirty", "Writeback*", "AnonPages", "Mapped", "Shmem", "Slab", "SReclaimable", "SUnreclaim"],
			...["KernelStack", "PageTables", "NFS_Unstable", "Bounce", "CommitLimit", "Committed_AS", "Vmalloc*"],
			...["HardwareCorrupted", "Huge*", "DirectMap*"],
		),
	],
	uname: [kept("version of the running kernel", "версия работающего ядра", all)],
	lsbrelease: [kept("distribution of the host", "дистрибутив сервера", all)],
	osrelease: [kept("distribution of the host", "дистрибутив сервера", all)],
	"vzversion-rpm": vzctlIn(),
	"vzversion-deb": vzctlIn(),
	"vzversion-gentoo": vzctlIn(),
	"vzversion-arch": vzctlIn(),
	vzlist: [
		kept("state, layout and VSwap of each container", "состояние, формат диска и VSwap каждого контейнера", all),
	],
	ostemplates: [
		kept(
			"template of each container: its distribution and version",
			"шаблон каждого контейнера: дистрибутив и версия",
			all,
		),
	],
	"top-ps": [
		kept(
			"busiest processes of each container: the well-known server programs among them",
			"самые активные процессы каждого контейнера: общеизвестные серверные программы среди них",
			all,
		),
	],
	fs: [kept("file system under the containers", "файловая система под контейнерами", all)],
	df: [
		read(
			"device, size and use of that file system: only looked at whether it is on a network",
			"устройство, объём и занятое место этой файловой системы: проверяется только, сетевая ли она",
			all,
		),
	],
	"collect.log": [dropped("log of the reporter", "журнал сборщика отчёта", all)],
};
