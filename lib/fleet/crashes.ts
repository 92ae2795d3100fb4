/** Crash reports of the simulated fleet, as abrt would write them. They are invented: no such problem needs to exist. */
import { type Day, daysBetween } from "#lib/day";

interface Invented {
	type: "core" | "kerneloops" | "python";
	component: string;
	/** The innermost first. */
	functions: readonly string[];
	/** Reports in ten days. */
	often: number;
	/** Versions of the package or the kernel, each from so many days before the end. */
	versions: readonly (readonly [version: string, daysBefore: number])[];
	/** The first version without it. */
	fixedIn?: string;
}

const kernels = [
	["3.10.0-1160.53.1.vz7.185.3", 465],
	["3.10.0-1160.90.1.vz7.200.7", 240],
	["3.10.0-1160.105.1.vz7.214.3", 90],
] as const;

const invented: readonly Invented[] = [
	{
		...{
			type: "kerneloops",
			component: "kernel",
			often: 14,
			versions: kernels,
			fixedIn: "3.10.0-1160.105.1.vz7.214.3",
		},
		functions: ["dump_stack", "warn_slowpath_common", "ploop_entry_request", "ploop_thread", "kthread"],
	},
	{
		...{ type: "kerneloops", component: "kernel", often: 7, versions: kernels },
		functions: ["panic", "oops_end", "no_context", "tcache_detach_page", "shrink_page_list", "kswapd"],
	},
	{
		...{ type: "kerneloops", component: "vzkernel", often: 3, versions: kernels.slice(1) },
		functions: ["venet_xmit", "dev_hard_start_xmit", "__dev_queue_xmit"],
	},
	{
		...{ type: "core", component: "prl-disp-service", often: 9 },
		functions: ["raise", "abort", "Task_MigrateVm::run", "CDspTaskHelper::runTask", "start_thread"],
		versions: [
			["7.0.1015", 465],
			["7.0.1032", 150],
		],
	},
	{
		...{
			type: "core",
			component: "qemu-kvm-vz",
			often: 5,
			functions: ["bdrv_drain_all", "vm_stop", "qmp_stop", "main"],
		},
		versions: [["2.12.0-33.vz7.14.7", 465]],
	},
	{
		...{ type: "python", component: "vcmmd", often: 4, functions: ["apply_policy", "_update_ves", "run"] },
		versions: [["8.0.1", 465]],
	},
	{
		...{ type: "core", component: "vzctl", often: 0.3, functions: ["vps_stop_force", "main"] },
		versions: [["7.0.224", 465]],
	},
	{
		...{ type: "core", component: "alice-unpackaged", often: 1, functions: ["alice", "main"] },
		versions: [["1.0", 465]],
	},
];

/** From 0 to below 1, the same one for the same words. */
function chance(...words: readonly (string | number)[]): number {
	let hash = 2166136261;
	for (const char of words.join(" ")) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
	hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
	return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

/** The uReports of a day of a fleet that ends on `end`, each as the bytes that a client sends. */
export function crashReportsOn(day: Day, end: Day): Buffer[] {
	const before = daysBetween(day, end);
	return invented.flatMap((one, n) => {
		const versions = one.versions.filter(([, from]) => from >= before);
		const newest = versions.at(-1)?.[0];
		if (newest === undefined) return [];
		// Hosts are updated one after the other.
		const isFixed = newest === one.fixedIn;
		const expected = (one.often / 10) * (isFixed ? 0.2 : 1);
		const count = Math.floor(expected + chance(day, n, "count"));
		return Array.from({ length: count }, (_, place) => {
			const isOld = isFixed || (versions.length > 1 && chance(day, n, place, "old") < 0.3);
			const version = isOld ? (versions.at(-2)?.[0] ?? newest) : newest;
			const release = chance(day, n, place, "release") < 0.7 ? "7.0.17" : "7.0.16";
			return Buffer.from(JSON.stringify(ureport(one, version, release, chance(day, n, place, "serial") < 0.5 ? 1 : 2)));
		});
	});
}

function ureport(one: Invented, version: string, release: string, serial: number): unknown {
	const [upstream = "", build = "1.vz7"] = version.split(/-(.*)/);
	return {
		ureport_version: 2,
		reason: "Simulated",
		reporter: { name: "satyr", version: "0.13" },
		os: { name: "openvz", version: release, architecture: "x86_64" },
		problem: { type: one.type, component: one.component, serial, ...problemOf(one, version) },
		packages: [
			{
				...{ name: one.component, epoch: 0, version: upstream, release: build, architecture: "x86_64" },
				package_role: "affected",
			},
		],
	};
}

function problemOf({ type, component, functions }: Invented, version: string) {
	const user = { root: true, local: true };
	if (type === "kerneloops")
		return {
			version: `${version}.x86_64`,
			taint_flags: ["module_out_of_tree"],
			frames: functions.map((function_name) => ({
				...{ reliable: true, function_name, function_offset: 16, function_length: 64 },
			})),
		};
	if (type === "python")
		return {
			...{ user, exception_name: "KeyError" },
			stacktrace: functions.map((function_name, at) => ({
				...{ function_name, file_line: 10 + at, file_name: `/usr/lib/python2.7/site-packages/${component}/main.py` },
			})),
		};
	return {
		...{ user, signal: 6, executable: `/usr/sbin/${component}` },
		stacktrace: [
			{
				crash_thread: true,
				frames: functions.map((function_name) => ({
					...{ address: 0, build_id_offset: 0, function_name, file_name: `/usr/sbin/${component}` },
				})),
			},
		],
	};
}
