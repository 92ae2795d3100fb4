/** Resource controllers of the kernels that OpenVZ uses. */
export const cgroupControllers: ReadonlySet<string> = new Set(
	`cpu cpuacct cpuset net_cls net_prio memory devices blkio io freezer beancounter ve perf_event hugetlb pids rdma misc
	debug`.split(/\s+/),
);

/** Key of a controller, with `_` written as `-`; `other` for one that the list does not know. */
export function cgroupController(name: string): string {
	return cgroupControllers.has(name) ? name.replaceAll("_", "-") : "other";
}
