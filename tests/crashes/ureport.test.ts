import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bthashOf, bthashPattern } from "#lib/crashes/bthash";
import { crashOf } from "#lib/crashes/facts";
import { componentOf } from "#lib/crashes/names";
import { readUreport, ureportBytesMax } from "#lib/crashes/ureport";
import { Refused } from "#lib/readers/refused";
import type { JsonObject } from "#lib/readers/values";
import { mutate, mutation } from "../mutation";
import { millisecondsToRead, quietCost } from "../readers/worst-archive";
import { rounds } from "../rounds";
import { asJson, canaries, core, everyType, java, javascript, kerneloops, python, ruby, version1 } from "./reports";

const read = (report: unknown) => readUreport(Buffer.from(asJson(report)));
const crash = (report: unknown) => crashOf(read(report));
const sha1 = (...lines: string[]) => createHash("sha1").update(lines.join("\n")).digest("hex");
type Report = typeof core;
const withProblem = (report: { problem: JsonObject }, more: JsonObject) => ({
	...report,
	problem: { ...report.problem, ...more },
});
const refusalOf = (report: unknown): string => {
	try {
		read(report);
	} catch (error) {
		if (error instanceof Refused && error.status === 400) return error.message;
		throw error;
	}
	return "";
};

describe("the hash is FAF's", () => {
	const coreOf = (frames: readonly (readonly [name: string, file: string])[]) =>
		withProblem(core, {
			component: "coreutils",
			stacktrace: [
				{
					crash_thread: true,
					frames: frames.map(([function_name, file_name]) => ({
						address: 0,
						build_id_offset: 0,
						function_name,
						file_name,
					})),
				},
			],
		});

	test("of a Python exception", () => {
		const lib = "/usr/lib64/python2.7/site-packages/sqlalchemy";
		const storage = "/usr/lib/python2.7/site-packages/pyfaf/storage/__init__.py";
		const report = withProblem(python, {
			component: "faf",
			stacktrace: [
				{ function_name: "dbapi", file_name: `${lib}/dialects/postgresql/psycopg2.py`, file_line: 312 },
				{ function_name: "create", file_name: `${lib}/engine/strategies.py`, file_line: 64 },
				{ function_name: "create_engine", file_name: `${lib}/engine/__init__.py`, file_line: 338 },
				{ function_name: "__init__", file_name: storage, file_line: 213 },
				{ function_name: "getDatabase", file_name: storage, file_line: 199 },
				{ function_name: "main", file_name: "/usr/bin/faf", file_line: 29 },
				{ special_function: "module", file_name: "/usr/bin/faf", file_line: 55 },
			],
		});
		expect(crash(report).bthash).toBe("2dd542ba1f1e074216196b6c0bd548609bf38ebc");
	});

	test("of a crashed program", () => {
		const [libc, sleep] = ["/lib64/libc.so.6", "/usr/bin/sleep"];
		const report = coreOf([
			...([
				["clock_nanosleep@@GLIBC_2.17", libc],
				["__nanosleep", libc],
			] as const),
			...([
				["rpl_nanosleep", sleep],
				["xnanosleep", sleep],
				["main", sleep],
			] as const),
		]);
		expect(crash(report).bthash).toBe("ae74a26cff6e6bb36b8997c0e4748cf4688dca2e");
	});

	test("of files whose names are not ASCII", () => {
		const report = coreOf([
			["clock_nanosleep@@GLIBC_2.17", "Č:¥Wíňďowš¥šýšťém32¥řéǧšvř32.dll"],
			["__nanosleep", "C:¥Windows¥system32¥user32.dll"],
			["main", "Ｃ：:¥Ｐｒｏｇｒａｍ Ｆｉｌｅｓ¥Ｈａｌｆ−Ｌｉｆｅ¥ｈｌ．ｅｘｅ"],
		]);
		expect(crash(report).bthash).toBe("e221c0322c5dfbf634d3609161f80efac97946bc");
	});

	test("of an oops: the flags as they were sent, and vmlinux where no module is named", () => {
		expect(crash(kerneloops).bthash).toBe(
			sha1(
				...["kernel", "module_out_of_tree", "live_patched", "dump_stack @ vmlinux", "warn_slowpath_common @ vmlinux"],
				...["CANARY_guess @ vmlinux", "ploop_pb_free @ ploop", "vfs_read @ vmlinux"],
			),
		);
		const nameless = withProblem(kerneloops, {
			taint_flags: [],
			frames: [{ reliable: false, function_offset: 0, function_length: 0 }],
		});
		expect(crash(nameless).bthash).toBe(sha1("kernel", "_unknown_ @ vmlinux"));
	});

	test("of Java and Ruby", () => {
		const java1 = "org.example.canary.Main.run @ file:/home/alice/CANARY.class";
		expect(crash(java).bthash).toBe(sha1("tomcat", "java.lang.OutOfMemoryError", java1));
		expect(crash(ruby).bthash).toBe(sha1("canary-tool-unpackaged", "save! @ /home/alice/tool.rb + 13"));
	});

	test("of version 1: frames in the order of their numbers", () => {
		expect(crash(version1).bthash).toBe(sha1("vzctl", "vps_start @ /usr/sbin/vzctl", "main @ /usr/sbin/vzctl"));
	});

	test("by fingerprints, then by offsets, where a name is missing", () => {
		const frame = (more: JsonObject) => ({
			address: 0,
			build_id_offset: 18446744073709551615n,
			file_name: "/a",
			...more,
		});
		const hashOf = (...frames: JsonObject[]) =>
			crash(withProblem(core, { component: "x", stacktrace: [{ crash_thread: true, frames }] })).bthash;
		const named = frame({ function_name: "f", fingerprint: "aa" });
		// FAF names the last frame, so the first one is that without a name.
		expect(hashOf(frame({ fingerprint: "bb" }), named)).toBe(sha1("x", "bb @ /a", "aa @ /a"));
		expect(hashOf(frame({}), named)).toBe(sha1("x", "18446744073709551615 @ /a", "18446744073709551615 @ /a"));
	});

	test("of frames that code compiled at run time left without a name", () => {
		const bare = { address: 0, build_id_offset: 1 };
		const frames = [{ ...bare, function_name: "js::jit::Cannon", file_name: "/usr/lib64/libxul.so" }, bare, bare];
		const report = withProblem(core, { component: "x", stacktrace: [{ crash_thread: true, frames }] });
		const caller = "/usr/lib64/libxul.so";
		const expected = ["js::jit::Cannon", "anonymous function", "anonymous function"].map(
			(name) => `${name} @ ${caller}`,
		);
		expect(crash(report).bthash).toBe(sha1("x", ...expected));
	});

	test("of the first sixteen frames", () => {
		const names = Array.from({ length: 20 }, (_, at) => [`f${at}`, "/a"] as const);
		expect(crash(coreOf(names)).bthash).toBe(crash(coreOf(names.slice(0, 16))).bthash);
		expect(crash(coreOf(names)).bthash).not.toBe(crash(coreOf(names.slice(0, 15))).bthash);
	});
});

describe("what is kept", () => {
	test("of a program of OpenVZ", () => {
		expect(crash(core)).toEqual({
			...{ bthash: expect.stringMatching(bthashPattern), type: "core", component: "prl-disp-service" },
			...{ function: "Task_RegisterVm::run", osRelease: "7.0.17", kernelBranch: null, version: "7.0.1015" },
			...{ signal: 6, taintFlags: [], exception: null, serial: 1 },
		});
		expect(crash(python)).toMatchObject({ component: "vcmmd", function: "apply_policy", exception: "KeyError" });
	});

	test("of the kernel: the first reliable function that says where", () => {
		expect(crash(kerneloops)).toMatchObject({
			...{ type: "kerneloops", component: "kernel", function: "ploop_pb_free", kernelBranch: "vz7" },
			...{ version: "3.10.0-1160.53.1.vz7.185.3", taintFlags: ["live_patch", "module_out_of_tree"], signal: null },
		});
	});

	test("of other programs: no function and no exception", () => {
		expect(crash(java)).toMatchObject({ component: "tomcat", function: null, exception: null, version: null });
		expect(crash(ruby)).toMatchObject({ component: "other", function: null, exception: null });
		expect(crash(javascript)).toMatchObject({ component: "nodejs", function: null, exception: null });
	});

	test("of version 1", () => {
		expect(crash(version1)).toMatchObject({
			...{
				type: "core",
				component: "vzctl",
				function: "vps_start",
				osRelease: "centos-6",
				version: "4.11.1",
				signal: 11,
			},
		});
	});

	test.each(Object.entries(everyType))("%s: nothing private", (_, report) => {
		const kept = JSON.stringify(crash(report));
		for (const canary of canaries) expect(kept).not.toContain(canary);
	});

	test.each([
		["openvz", "7.0.11", "7.0.11"],
		["virtuozzo", "7.0.11", "7.0.11"],
		["OpenVZ", "7", "openvz-7"],
		["virtuozzo linux", "8", "vzlinux-8"],
		["CentOS", "7.9", "centos-7"],
		["rhel", "8.10", "rhel-8"],
		["canaryos", "1", "other"],
		["constructor", "1", "other"],
	])("the release of %s %s", (name, version, expected) => {
		expect(crash({ ...core, os: { ...core.os, name, version } }).osRelease).toBe(expected);
	});

	test.each([
		["vzkernel", "kernel", true],
		["kernel-unpackaged", "kernel", true],
		["ploop", "ploop", true],
		["systemd", "systemd", false],
		["alice-unpackaged", "other", false],
		["__proto__", "other", false],
	])("the component %s", (sent, name, isOwn) => {
		expect(componentOf(sent)).toEqual({ name, isOwn });
	});
});

describe("what is refused", () => {
	const crashFrames = () => [{ address: 0, build_id_offset: 0, function_name: "f", file_name: "/a" }];
	const twoCrashThreads = () => [1, 2].map(() => ({ crash_thread: true, frames: crashFrames() }));

	test.each<[string, unknown, string]>([
		["another version", { ...core, ureport_version: 3 }, "ureport_version: must be 2 or 1"],
		["another type", withProblem(core, { type: "gdb" }), "problem.type: must be one of core"],
		["no packages", { ...core, packages: undefined }, "packages: "],
		["a component with a blank", withProblem(core, { component: "a b" }), "problem.component: has characters"],
		["two crash threads", withProblem(core, { stacktrace: twoCrashThreads() }), "exactly one"],
		["no crash thread", withProblem(core, { stacktrace: [{ frames: crashFrames() }] }), "exactly one"],
		["no frames", withProblem(kerneloops, { frames: [] }), "problem.frames: "],
		["a taint flag", withProblem(kerneloops, { taint_flags: ["CANARY"] }), "problem.taint_flags[0]: "],
		["a long reason", { ...core, reason: "x".repeat(513) }, "reason: "],
		[
			"nothing known",
			withProblem(core, { stacktrace: [{ crash_thread: true, frames: [{ address: 1, build_id_offset: 2 }] }] }),
			"must name a function",
		],
		["a list", [], "not a JSON object"],
		["a text", "CANARY", "not a JSON object"],
	])("%s", (_, report, reason) => {
		expect(refusalOf(report)).toContain(reason);
		for (const canary of canaries) expect(refusalOf(report)).not.toContain(canary);
	});

	test("more frames, threads or depth than a uReport may have", () => {
		const threads = (count: number, frames: number) =>
			withProblem(core, {
				stacktrace: Array.from({ length: count }, (_, at) => ({
					crash_thread: at === 0,
					frames: Array.from({ length: frames }, () => crashFrames()[0]),
				})),
			});
		expect(refusalOf(threads(1, 1024))).toBe("");
		expect(refusalOf(threads(1, 1025))).not.toBe("");
		expect(refusalOf(threads(1024, 1))).toBe("");
		expect(refusalOf(threads(1025, 1))).not.toBe("");
		const nested = (depth: number): JsonObject => (depth === 0 ? {} : { name: nested(depth - 1) });
		expect(refusalOf({ ...core, deep: nested(10) })).toBe("");
		expect(refusalOf({ ...core, deep: nested(20) })).toContain("nested deeper than 16");
	});

	test("more than 1 MiB", () => {
		const padded = (bytes: number) => Buffer.from(asJson(core).padEnd(bytes, " "));
		expect(bthashOf(readUreport(padded(ureportBytesMax)).problem)).toBe(crash(core).bthash);
		expect(() => readUreport(padded(ureportBytesMax + 1))).toThrow(expect.objectContaining({ status: 413 }));
	});
});

/** As large as they can be, or with as many things as there is room for. */
describe("what is costly", () => {
	const times = <T>(count: number, of: (n: number) => T) => Array.from({ length: count }, (_, n) => of(n));
	const coreOf = (threads: number, frames: number, frame: (n: number) => JsonObject) =>
		withProblem(core, {
			stacktrace: times(threads, (n) => ({ crash_thread: n === 0, frames: times(frames, frame) })),
		});
	const named = (n: number) => ({ address: 0, build_id_offset: n, file_name: "/a", function_name: "jit" });
	const frame1 = (n: number) => ({ thread: n % 1024, frame: 5000 - n, offset: 1, path: "/a", funcname: "f" });
	const oops = " [<ffffffff8b88ba2c>] ? S+0xdc/0x120 [m]\n".repeat(1500);

	const costly: [string, unknown, string][] = [
		["small frames", coreOf(950, 12, () => ({ address: 0, build_id_offset: 0, file_name: "" })), ""],
		["named frames", coreOf(9, 1000, named), ""],
		["frames of nothing", coreOf(45, 1000, () => ({})), "problem.stacktrace[0].frames[0].address: "],
		["wrong frames", coreOf(15, 1000, () => ({ address: -1, build_id_offset: -1 })), "address: must be 0 or more"],
		["wrong threads", withProblem(java, { threads: times(5000, () => ({ name: 1 })) }), "problem.threads: "],
		[
			"wrong frames of Java",
			withProblem(java, { threads: times(45, () => ({ frames: times(1000, () => 1) })) }),
			"name: ",
		],
		["wrong packages", { ...core, packages: times(5000, () => ({})) }, "packages[0].name: "],
		["version 1", { ...version1, core_backtrace: times(5000, frame1) }, ""],
		["an oops", { ...version1, type: "KERNELOOPS", oops, component: "kernel" }, ""],
	];
	test.each(costly)("%s: read, or refused for the first thing that is wrong", (_, report, reason) => {
		expect(Buffer.byteLength(asJson(report))).toBeLessThanOrEqual(ureportBytesMax);
		if (reason === "") expect(refusalOf(report)).toBe("");
		else expect(refusalOf(report)).toContain(reason);
	});
	test.runIf(rounds(0, 1) > 0).each(costly)("%s takes at most 50 ms", (name, report) => {
		const bytes = Buffer.from(asJson(report));
		const milliseconds = quietCost(() => millisecondsToRead(() => crashOf(readUreport(bytes))), 9);
		console.log(`${milliseconds.toFixed(1)} ms: a uReport with ${name}`);
		expect(milliseconds).toBeLessThan(50);
	});
});

test("anything in the fields: a crash that is kept as it should be, or a refusal", () => {
	const reports = Object.values(everyType) as unknown as Report[];
	const pattern = /^[\w.:<>~ -]{1,128}$/;
	fc.assert(
		fc.property(fc.nat(reports.length - 1), fc.array(mutation, { maxLength: 5 }), (at, mutations) => {
			const plain: unknown = JSON.parse(asJson(reports[at]));
			const text = JSON.stringify(mutations.reduce(mutate, plain)) ?? "";
			try {
				const kept = crashOf(readUreport(Buffer.from(text)));
				expect(kept.bthash).toMatch(bthashPattern);
				for (const one of [kept.component, kept.function, kept.osRelease, kept.version, kept.exception])
					if (one !== null) expect(one).toMatch(pattern);
			} catch (error) {
				expect(error).toBeInstanceOf(Refused);
			}
		}),
		{ numRuns: rounds(300, 20_000) },
	);
});
