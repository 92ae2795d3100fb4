/** Invented uReports of each type, with everything in them that must not be kept: each of those texts says CANARY or is one of these. */
import type { JsonObject } from "#lib/readers/values";

/** Texts that are in the reports and must be found nowhere afterwards. */
export const canaries = [
	"CANARY",
	"canary.example.org",
	"8c9f1e2d3b4a59687766554433221100",
	"/home/alice",
	"1588000000",
	"053a3e76-fa58-4116-9567-97028be293c5",
	"PowerEdge 2950",
];

/** As a kernel of OpenVZ prints it, with the container, the process and the machine. */
export const rawOops = `BUG: unable to handle kernel NULL pointer dereference at 0000000000000010 CANARY
CPU: 5 PID: 627609 Comm: CANARYd ve: 053a3e76-fa58-4116-9567-97028be293c5  Kdump: loaded Not tainted 3.10.0-1160.53.1.vz7.185.3 #1 185.3
Hardware name: Dell Inc. PowerEdge 2950/0H268G, BIOS 2.7.0 10/30/2010
Call Trace:
 [<ffffffff8b7b9180>] dump_stack+0x19/0x1b
 [<ffffffff8b29d7b8>] __warn+0xd8/0x100
 [<ffffffff8b88ba2c>] ploop_canary_free+0xdc/0x120 [ploop]
 [<ffffffff8b88ba30>] ? vfs_read+0x9f/0x170
`;

const auth = { hostname: "canary.example.org", machineid: "8c9f1e2d3b4a59687766554433221100" };
const local = { user: { root: true, local: true } };
const installed = (name: string, version: string, release: string, role?: string) => ({
	...{ name, epoch: 0, version, release, architecture: "x86_64", install_time: 1588000000 },
	...(role ? { package_role: role } : {}),
});
const top = (problem: JsonObject, packages: readonly JsonObject[]) => ({
	ureport_version: 2,
	reason: "CANARY: Program /home/alice/bin/x was terminated",
	reporter: { name: "satyr", version: "0.13" },
	os: { name: "openvz", version: "7.0.17", architecture: "x86_64", cpe: "cpe:/o:CANARY", uptime: 1588000000 },
	problem,
	packages,
	auth,
});

const coreFrame = (function_name: string, file_name: string, more: JsonObject = {}) => ({
	...{ address: 18446744073709551615n, build_id: "aa1b5c4f9b8f22d9744693b0cdbf5b3e5edf937a", build_id_offset: 2362 },
	...{ function_name, file_name },
	...more,
});

export const core = top(
	{
		...{ type: "core", component: "prl-disp-service", ...local, serial: 1, signal: 6, only_crash_thread: true },
		executable: "/home/alice/bin/CANARY",
		stacktrace: [
			{ frames: [coreFrame("canary_other_thread", "/home/alice/lib/CANARY.so")] },
			{
				crash_thread: true,
				frames: [
					coreFrame("raise", "/lib64/libc.so.6"),
					coreFrame("abort", "/lib64/libc.so.6"),
					coreFrame("CANARY_plugin", "/home/alice/lib/CANARY.so"),
					coreFrame("Task_RegisterVm::run", "/usr/sbin/prl_disp_service"),
					coreFrame("main", "/usr/sbin/prl_disp_service"),
				],
			},
		],
	},
	[
		installed("glibc", "2.17", "326.el7"),
		installed("prl-disp-service", "7.0.1015", "1.vz7", "affected"),
		installed("CANARY-private", "1", "1"),
	],
);

export const kerneloops = top(
	{
		...{ type: "kerneloops", component: "kernel", version: "3.10.0-1160.53.1.vz7.185.3.x86_64", raw_oops: rawOops },
		...{ taint_flags: ["module_out_of_tree", "live_patched"], modules: ["ploop", "CANARY_vendor(OF)"] },
		frames: [
			["dump_stack", true],
			["warn_slowpath_common", true],
			["CANARY_guess", false],
			["ploop_pb_free", true, "ploop"],
			["vfs_read", true],
		].map(([function_name, reliable, module_name], at) => ({
			...{ address: 18446744071579483162n + BigInt(at), reliable, function_name },
			...{ function_offset: 9223372036854775807n, function_length: 192, from_function_offset: 0 },
			...(module_name ? { module_name } : {}),
		})),
	},
	[installed("vzkernel", "3.10.0", "1160.53.1.vz7.185.3", "affected")],
);

const line = (function_name: string, file_name: string, file_line: number) => ({
	...{ function_name, file_name, file_line, line_contents: "password = 'CANARY'" },
});

export const python = top(
	{
		...{ type: "python", component: "vcmmd", ...local, exception_name: "KeyError" },
		stacktrace: [
			line("apply_policy", "/usr/lib/python2.7/site-packages/vcmmd/ldmgr.py", 77),
			line("canary_hook", "/home/alice/hook.py", 3),
			{ special_function: "module", file_name: "/usr/sbin/vcmmd", file_line: 9 },
		],
	},
	[installed("vcmmd", "8.0.1", "1.vz7", "affected")],
);

export const ruby = top(
	{
		...{ type: "ruby", component: "canary-tool-unpackaged", ...local, exception_name: "Canary::Error" },
		stacktrace: [{ ...line("save!", "/home/alice/tool.rb", 13), block_level: 2, rescue_level: 1 }],
	},
	[],
);

export const java = top(
	{
		...{ type: "java", component: "tomcat", ...local },
		threads: [
			{
				name: "CANARY thread",
				frames: [
					{ name: "java.lang.OutOfMemoryError", is_native: false, is_exception: true, message: "CANARY" },
					{
						...{ name: "org.example.canary.Main.run", is_native: false, is_exception: false, file_line: 4 },
						...{ file_name: "CANARY.java", class_path: "file:/home/alice/CANARY.class" },
					},
				],
			},
		],
	},
	[installed("tomcat", "7.0.76", "16.el7_9", "affected")],
);

export const javascript = top(
	{
		...{ type: "javascript", component: "nodejs", ...local, exception_name: "TypeError" },
		stacktrace: [{ file_name: "/srv/CANARY/server.js", file_line: 8, line_column: 2 }],
	},
	[],
);

export const version1 = {
	...{ ureport_version: 1, type: "USERSPACE", reason: "Process /home/alice/CANARY was killed by signal 11 (SIGSEGV)" },
	...{ component: "vzctl", executable: "/usr/sbin/vzctl", architecture: "x86_64", uptime: 1, crash_thread: 2 },
	os: { name: "CentOS", version: "6.10" },
	reporter: { name: "ABRT", version: "2.0.8-44.el6" },
	installed_package: installed("vzctl", "4.11.1", "1"),
	related_packages: [{ installed_package: installed("glibc", "2.12", "1.212.el6") }],
	core_backtrace: [
		{ thread: 2, frame: 2, buildid: "ab", offset: 7, path: "/usr/sbin/vzctl", funcname: "main", funchash: "aa" },
		{ thread: 2, frame: 1, buildid: "ab", offset: 4, path: "/usr/sbin/vzctl", funcname: "vps_start", funchash: "bb" },
		{ thread: 1, frame: 1, buildid: "ab", offset: 4, path: "/home/alice/CANARY", funcname: "canary" },
	],
	auth,
};

export const version1Oops = {
	...{ ureport_version: 1, type: "KERNELOOPS", reason: "BUG: CANARY", component: "kernel", architecture: "x86_64" },
	os: { name: "CentOS", version: "6.10" },
	...{ reporter: { name: "ABRT", version: "2.0.8" }, kernel_taint_state: "G    B      ", oops: rawOops },
};

export const everyType = { core, kerneloops, python, ruby, java, javascript, version1, version1Oops };

/** As a client writes it: numbers up to 2^64 - 1 as digits. */
export function asJson(report: unknown): string {
	return JSON.stringify(report, (_, value) => (typeof value === "bigint" ? `<${value}>` : value)).replace(
		/"<(\d+)>"/g,
		"$1",
	);
}

const boundary = "------------------------c0ffee5e1ec7ed00";
/** As libcurl writes it for libreport. */
export function asForm(report: string): { body: string; headers: Record<string, string> } {
	const head = `Content-Disposition: form-data; name="file"; filename="*buffer*"\r\nContent-Type: application/json`;
	return {
		body: `--${boundary}\r\n${head}\r\n\r\n${report}\r\n--${boundary}--\r\n`,
		headers: { "content-type": `multipart/form-data; boundary=${boundary}`, accept: "application/json" },
	};
}
