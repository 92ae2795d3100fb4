/** Every field of a report of vzstats, file by file. A test compares the list with the sample and the readers. */
import { dropped, kept, type ReportField, type ReportFields, read } from "./report-field";

const all = "*";

const vzctlIn = (): readonly ReportField[] => [kept("vzctlVersion", all)];

export const legacyFields: ReportFields = {
	cpuinfo: [
		kept("cpuModel", "vendor_id", "vendor", "model name", "cpu implementer", "Processor", "cpu", "arch", "family"),
		kept("cpuCounts", "processor", "physical id", "core id", "cpu cores"),
		dropped(
			"cpuDetailsLegacy",
			...["cpu family", "model", "stepping", "cpu MHz", "cpuid level", "cache size", "cache_alignment"],
			...["siblings", "apicid", "initial apicid", "fpu", "fpu_exception", "wp", "flags", "bogomips", "clflush size"],
			...["address sizes", "power management"],
		),
	],
	meminfo: [
		kept("memoryTotals", "MemTotal", "SwapTotal"),
		dropped(
			"memoryUse",
			...["MemFree", "Buffers", "Cached", "SwapCached", "Active*", "Inactive*", "Unevictable", "Mlocked", "SwapFree"],
			...["Dirty", "Writeback*", "AnonPages", "Mapped", "Shmem", "Slab", "SReclaimable", "SUnreclaim"],
			...["KernelStack", "PageTables", "NFS_Unstable", "Bounce", "CommitLimit", "Committed_AS", "Vmalloc*"],
			...["HardwareCorrupted", "Huge*", "DirectMap*"],
		),
	],
	uname: [kept("kernel", all)],
	lsbrelease: [kept("distribution", all)],
	osrelease: [kept("distribution", all)],
	"vzversion-rpm": vzctlIn(),
	"vzversion-deb": vzctlIn(),
	"vzversion-gentoo": vzctlIn(),
	"vzversion-arch": vzctlIn(),
	vzlist: [kept("containerStateAndLayout", all)],
	ostemplates: [kept("containerTemplate", all)],
	"top-ps": [kept("busiestProcesses", all)],
	fs: [kept("containerFilesystem", all)],
	df: [read("filesystemUse", all)],
	"collect.log": [dropped("reporterLog", all)],
};
