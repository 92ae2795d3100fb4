/** When the reporter works and when it does not, and what it sends where, with a server that only counts. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { unpacked } from "../fleet/unpacked";
import { emptyHost, type FakeHost } from "./fake-host";
import { foundPythons, newest, oldest, pythons } from "./pythons";
import { dispHelper } from "./run-reporter";
import { hasOpenssl, type Stub, selfSigned, startProxy, startStub } from "./stub-server";

const sections = ["hardware", "network", "memory", "disks", "libvirt_guests", "libvirt_stats", "ves_content", "ves"];
const others = ["services", "packages", "clusters", "cgroups", "simfs", "static"];
/** One section is enough here. */
const onlyCpu = { sections: Object.fromEntries([...sections, ...others].map((name) => [name, false])) };

let host: FakeHost;
let server: Stub;
const stubs: Stub[] = [];
async function started(stub: Promise<Stub>): Promise<Stub> {
	stubs.push(await stub);
	return stub;
}

beforeEach(async () => {
	host = await emptyHost();
	await host.tool("lscpu", { '""': "Vendor ID: GenuineIntel\nCPU(s): 8\n" });
	server = await started(startStub());
	await configure({ enabled: true });
});
afterEach(async () => {
	await Promise.all(stubs.splice(0).map((stub) => stub.stop()));
	await host.delete();
});

const configure = (config: Record<string, unknown>) =>
	host.configure({ ...onlyCpu, protocol: "HTTP", server: server.url, timeout: "5s", ...config });
const disp = (...args: string[]) => dispHelper(newest, host, args);
const run = () => disp("run");
const namesIn = (folder: string) => readdir(join(host.root, folder)).catch(() => []);
const spool = () => namesIn("var/spool/cep");
const collected = () => namesIn("vz/tmp/cep/output");
const state = async () => JSON.parse(await host.read("var/lib/cep/state.json"));
const lastReport = async () => unpacked(server.received.at(-1)?.body ?? Buffer.alloc(0));
const xml = (value: string) => `<a><EnableSendStatisticReport>${value}</EnableSendStatisticReport></a>`;

describe.skipIf(pythons.length === 0)(`with Python ${foundPythons}`, () => {
	describe("off", () => {
		const switches: Record<string, () => Promise<Record<string, string> | undefined>> = {
			"by its own file": async () => void (await host.write("etc/vz/disp-helper-disable", "")),
			"by the file of vzstats": async () => void (await host.write("etc/vz/vzstats-disable", "")),
			"by DO_NOT_TRACK": async () => ({ DO_NOT_TRACK: "1" }),
			"by its configuration": async () => {
				await host.write("etc/vz/dispatcher.xml", xml("1"));
				await configure({ enabled: false });
				return undefined;
			},
			"by the dispatcher": async () => {
				await host.write("etc/vz/dispatcher.xml", xml("0"));
				await configure({ enabled: "auto" });
				return undefined;
			},
			"without a word of the dispatcher": async () => void (await configure({ enabled: "auto" })),
			"by default": async () => void (await rm(join(host.root, "etc/vz/disp_helper.json"))),
		};
		test.each(Object.keys(switches))("%s: nothing is collected and nothing is sent", async (name) => {
			const env = await switches[name]?.();
			expect(await dispHelper(newest, host, ["run"], env)).toEqual({ status: 0, out: "", errors: "" });
			const [sent, status] = [
				await dispHelper(newest, host, ["send"], env),
				await dispHelper(newest, host, ["status"], env),
			];
			expect(sent).toMatchObject({ status: 1, errors: expect.stringContaining("off: ") });
			expect(status.out).toMatch(/^on: False\ndecided by: .*(disable|DO_NOT_TRACK|disp_helper|dispatcher)/);
			expect(await dispHelper(newest, host, ["status", "--quiet"], env)).toEqual({ status: 1, out: "", errors: "" });
			expect(server.received).toEqual([]);
			expect([await spool(), await collected()]).toEqual([[], []]);
			const shown = await dispHelper(newest, host, ["show", "cpu"], env);
			expect(shown).toMatchObject({ status: 0, out: expect.stringContaining('"Vendor ID": "GenuineIntel"') });
		});

		test("what was collected before is deleted, and never sent after switching on again", async () => {
			server.answer = { status: 503 };
			expect((await run()).status).toBe(3);
			expect([await spool(), await collected()]).toEqual([[expect.any(String)], ["cpu.json"]]);
			const uuid = await host.read("var/lib/cep/uuid");
			expect((await disp("disable")).out).toContain(`${server.url}/my-host`);
			expect([await spool(), await collected()]).toEqual([[], []]);
			expect((await run()).status).toBe(0);
			server.answer = { status: 201 };
			await host.tool("lscpu", { '""': "Vendor ID: AuthenticAMD\nCPU(s): 8\n" });
			expect((await disp("enable")).status).toBe(0);
			expect((await run()).status).toBe(0);
			expect(server.received.length).toBe(2);
			expect((await lastReport()).get("cpu.json")).toContain("AuthenticAMD");
			expect(await host.read("var/lib/cep/uuid")).toBe(uuid);
		});

		test("what was spooled is not sent after the dispatcher switched it off and on", async () => {
			await host.write("etc/vz/dispatcher.xml", xml("1"));
			await configure({ enabled: "auto" });
			server.answer = { status: 503 };
			expect((await run()).status).toBe(3);
			await host.write("etc/vz/dispatcher.xml", xml("0"));
			expect((await run()).status).toBe(0);
			expect(await spool()).toEqual([]);
			await host.write("etc/vz/dispatcher.xml", xml("1"));
			server.answer = { status: 201 };
			expect((await run()).status).toBe(0);
			expect(server.received.length).toBe(2);
		});

		test("in a container", async () => {
			await rm(join(host.root, "proc/bc"), { recursive: true });
			for (const command of ["run", "send", "collect", "enable"])
				expect(await disp(command)).toMatchObject({ status: 1, errors: expect.stringContaining("container") });
			expect(server.received).toEqual([]);
		});

		test("a wrong configuration stops everything with one line", async () => {
			await configure({ enabled: true, sectoins: {} });
			for (const command of ["run", "send", "collect", "enable", "show", "status"])
				expect(await disp(command)).toMatchObject({ status: 1, errors: expect.stringMatching(/^.*unknown key.*\n$/) });
			expect(server.received).toEqual([]);
		});
	});

	test("wrong use ends with 1 and one line", async () => {
		for (const args of [[], ["sned"], ["show", "cpu", "--nwe"], ["show", "cups"]])
			expect(await disp(...args)).toMatchObject({
				status: 1,
				out: "",
				errors: expect.stringMatching(/^disp-helper: .+\n$/),
			});
		expect(await dispHelper(oldest, host, [])).toMatchObject({
			status: 1,
			errors: expect.stringMatching(/See --help\n$/),
		});
	});

	describe("on", () => {
		test("`enable` says yes for the host: the next run reports", async () => {
			await configure({ enabled: "auto" });
			expect(await disp("enable")).toMatchObject({ status: 0, out: expect.stringContaining(server.url) });
			expect(JSON.parse(await host.read("etc/vz/disp_helper.json"))).toMatchObject({ enabled: true, timeout: "5s" });
			expect(await disp("status", "--quiet")).toEqual({ status: 0, out: "", errors: "" });
			expect((await dispHelper(oldest, host, ["run"])).status).toBe(0);
			expect(server.received.map(({ method, url }) => `${method} ${url}`)).toEqual(["POST /api/v1/reports"]);
			const report = await lastReport();
			expect([...report.keys()]).toEqual(["cpu.json", "manifest.json"]);
			expect(JSON.parse(report.get("manifest.json") ?? "")).toMatchObject({
				host_uuid: (await host.read("var/lib/cep/uuid")).trim(),
				sections: ["cpu"],
				period: "1w",
			});
		});

		test("a report is sent once in a period, and the schedule says when a section is collected again", async () => {
			await run();
			expect(await run()).toEqual({ status: 0, out: "", errors: "" });
			expect(server.received.length).toBe(1);
			const before = await state();
			await host.write("var/lib/cep/state.json", JSON.stringify({ ...before, report: before.report - 8 * 86_400 }));
			await run();
			expect(server.received.length).toBe(2);
			const status = JSON.parse((await disp("status", "--json")).out);
			expect(status).toMatchObject({ on: true, last_answer: "201: accepted", waiting_reports: 0 });
			expect(Object.keys(status.next_slots)).toEqual(["cpu"]);
		});

		test("a section with new fields stays on the host until `enable` is repeated", async () => {
			await run();
			const script = "disp-helper/cep-scripts/cpu.py";
			await host.write(script, (await host.read(script)).replace('"lscpu/Vendor ID": 1', '"lscpu/Vendor ID": 2'));
			expect((await disp("status")).out).toContain("not sent before enable is repeated: cpu");
			const fresh = await disp("show", "--new");
			expect(fresh.out).toContain("GenuineIntel");
			expect(fresh.out).not.toContain("CPU(s)");
			expect((await disp("show")).errors).toContain("not sent before you repeat");
			await disp("collect");
			await disp("send");
			expect(server.received.length).toBe(1);
			expect((await disp("enable")).status).toBe(0);
			expect((await disp("show", "--new")).out).toBe("");
			await run();
			expect(server.received.length).toBe(2);
		});

		test("a file that was damaged while the host lost power is not sent, and stops nothing", async () => {
			await configure({ enabled: true, sections: { ...onlyCpu.sections, clusters: true } });
			await disp("collect");
			await host.write("vz/tmp/cep/output/cpu.json", '{"section": "cp', 0o600);
			await host.write("var/spool/cep/0000000001.tar.gz.77.tmp", "half a rep", 0o600);
			expect(await disp("send")).toEqual({ status: 0, out: "", errors: "" });
			expect(server.received.length).toBe(1);
			expect([...(await lastReport()).keys()]).toEqual(["clusters.json", "manifest.json"]);
			expect(await spool()).toEqual([]);
		});

		test("a copy of the host gets its own UUID, and does not send what the original collected", async () => {
			server.answer = { status: 503 };
			await run();
			const uuid = await host.read("var/lib/cep/uuid");
			await host.write("etc/machine-id", "0123456789abcdef0123456789abcdef\n");
			server.answer = { status: 201 };
			await disp("send");
			expect(await host.read("var/lib/cep/uuid")).not.toBe(uuid);
			const sent = server.received.slice(1);
			for (const { body } of sent) expect((await unpacked(body)).get("manifest.json")).not.toContain(uuid.trim());
		});

		test("`new-id` makes a new UUID and says how to delete what was sent under the old one", async () => {
			await run();
			const uuid = (await host.read("var/lib/cep/uuid")).trim();
			expect((await disp("new-id")).out).toMatch(new RegExp(`^New UUID: .*\n.*${uuid}.*${server.url}/my-host\n$`));
			expect(await host.read("var/lib/cep/uuid")).not.toContain(uuid);
		});

		test("a second one does nothing while the first is at work", async () => {
			await run();
			const hold =
				"import fcntl,sys; f=open(sys.argv[1],'w'); fcntl.flock(f,2); print('held'); sys.stdout.flush(); sys.stdin.read()";
			const holder = spawn(newest.path, ["-c", hold, join(host.root, "var/lib/cep/lock")]);
			try {
				await once(holder.stdout, "data");
				expect(await disp("send")).toMatchObject({ status: 0, errors: expect.stringContaining("at work") });
				expect(server.received.length).toBe(1);
			} finally {
				holder.kill();
			}
		});
	});

	describe("a host is not hurt", () => {
		/** A tool has less time than the script that runs it, as it has by default. */
		const quick = async () => {
			const limits = { "cep-scripts/ceplib.py": "TOOL_SECONDS = 1", "disp-helper": "SCRIPT_SECONDS = 6" };
			for (const [file, limit] of Object.entries(limits)) {
				const text = await host.read(`disp-helper/${file}`);
				const [name] = limit.split(" ");
				await host.write(`disp-helper/${file}`, text.replace(new RegExp(`^${name} = .*`, "m"), limit));
			}
		};

		test("a tool that hangs, prints too much or is rubbish costs its field", async () => {
			await quick();
			await configure({ enabled: true, sections: { ...onlyCpu.sections, memory: true, libvirt_guests: true } });
			await host.write("proc/meminfo", "MemTotal: 8000000 kB\n");
			await host.tool("prlsrvctl", {}, "/bin/sleep 600 & /bin/sleep 600");
			await host.tool("lscpu", {}, "exec /usr/bin/head -c 104857600 /dev/zero");
			await host.tool("prlctl", { '"list -a -i -j --vmtype vm"': '[{"State": "running", ' });
			expect((await run()).status).toBe(0);
			const report = await lastReport();
			expect([...report.keys()]).toEqual(["manifest.json", "memory.json"]);
			expect(JSON.parse(report.get("memory.json") ?? "").meminfo).toEqual({ MemTotal: 8000000 });
		});

		test("bytes that are no UTF-8 cost what they are in; no virtual machines are a fact", async () => {
			await configure({ enabled: true, sections: { ...onlyCpu.sections, libvirt_guests: true } });
			await host.write("fake/rubbish", Buffer.from("Vendor ID: Genu\xffine\x1b[31m\nCPU(s): 8\n", "latin1"));
			await host.tool("lscpu", {}, 'exec /bin/cat "$CEP_ROOT/fake/rubbish"');
			await host.tool("prlctl", { '"list -a -i -j --vmtype vm"': "[]" });
			expect((await run()).status).toBe(0);
			const report = await lastReport();
			expect(JSON.parse(report.get("cpu.json") ?? "").lscpu["CPU(s)"]).toBe("8");
			expect(JSON.parse(report.get("libvirt_guests.json") ?? "").prlctl_list_aij).toEqual([]);
		});

		test("a script that hangs, prints something else or is somebody else's costs its section", async () => {
			await quick();
			await configure({ enabled: true, sections: { ...onlyCpu.sections, static: true, simfs: true, clusters: true } });
			await host.write(
				"disp-helper/cep-scripts/static.py",
				"import time\nFIELDS = {'x': 1}\nif __name__ == '__main__': time.sleep(600)\n",
			);
			await host.write("disp-helper/cep-scripts/simfs.py", "FIELDS = {'x': 1}\nprint('[]')\n");
			const foreign = join(host.root, "disp-helper/cep-scripts/clusters.py");
			if (process.getuid?.() === 0) await chown(foreign, 65534, 65534);
			else await chmod(foreign, 0o666);
			const ended = await run();
			expect(ended.status).toBe(2);
			expect(ended.errors).toMatch(/clusters.*not run[\s\S]*simfs: printed no section[\s\S]*static: failed/);
			expect([...(await lastReport()).keys()]).toEqual(["cpu.json", "manifest.json"]);
			expect((await run()).status).toBe(0);
		});

		test("no library of somebody else's is run", async () => {
			await chmod(join(host.root, "disp-helper/cep-scripts/ceplib.py"), 0o666);
			expect(await run()).toMatchObject({ status: 1, errors: expect.stringContaining("not run") });
		});

		test("nothing is written under a /vz that is not mounted, or through links", async () => {
			await host.write("etc/fstab", "/dev/sdb1 /vz ext4 defaults 0 0\n");
			expect(await run()).toMatchObject({ status: 2, errors: expect.stringContaining("/vz is not mounted") });
			expect(await readdir(join(host.root, "vz/tmp"))).toEqual([]);
			await host.write("etc/fstab", "# /dev/sdb1 /vz ext4 defaults 0 0\n");
			await mkdir(join(host.root, "elsewhere"));
			await symlink(join(host.root, "elsewhere"), join(host.root, "vz/tmp/cep"));
			expect(await run()).toMatchObject({ status: 1, errors: expect.stringContaining("only its owner") });
			expect(await readdir(join(host.root, "elsewhere"))).toEqual([]);
			await rm(join(host.root, "vz/tmp/cep"));
			await writeFile(join(host.root, "vz/tmp/cep"), "");
			expect((await run()).status).toBe(1);
			expect(server.received).toEqual([]);
		});
	});

	describe("delivery", () => {
		test.each([
			[429, 3600],
			[503, 120],
			[408, 60],
		])("%i is kept and sent again when the server says", async (status, seconds) => {
			server.answer = { status, headers: { "Retry-After": `${seconds}` }, body: '{"detail":"not now"}' };
			expect(await run()).toMatchObject({ status: 3, errors: `report kept: ${status}: not now\n` });
			expect((await state()).retry).toMatchObject({ by_server: true, tries: 1 });
			server.answer = { status: 201 };
			expect((await disp("send")).status).toBe(3);
			expect(server.received.length).toBe(1);
			await host.write("var/lib/cep/state.json", JSON.stringify({ ...(await state()), retry: { at: 1, tries: 1 } }));
			expect((await run()).status).toBe(0);
			expect(server.received.length).toBeGreaterThan(1);
			expect(server.received[1]?.body).toEqual(server.received[0]?.body);
			expect(await spool()).toEqual([]);
		});

		test.each([400, 413, 404])("%i is dropped, and the journal has the reason", async (status) => {
			server.answer = { status, body: '{"detail":"this is\\nwrong"}' };
			expect(await run()).toMatchObject({ status: 3, errors: `report dropped: ${status}: this is wrong\n` });
			expect(await spool()).toEqual([]);
			expect((await run()).status).toBe(0);
			expect(server.received.length).toBe(1);
		});

		test("200 is a report that the server has already", async () => {
			server.answer = { status: 200, body: '{"status":"duplicate"}' };
			expect((await run()).status).toBe(0);
			expect(await spool()).toEqual([]);
		});

		test.each([301, 307, 308])("%i is not followed", async (status) => {
			const other = await started(startStub());
			server.answer = { status, headers: { Location: `${other.url}/api/v1/reports` } };
			expect(await run()).toMatchObject({ status: 3, errors: expect.stringContaining("correct `server`") });
			expect(other.received).toEqual([]);
			expect((await spool()).length).toBe(1);
		});

		test("without a server reports wait, at most four of them", async () => {
			await configure({ enabled: true, server: "http://127.0.0.1:1" });
			expect((await run()).status).toBe(3);
			for (let i = 1; i <= 6; i++) await host.write(`var/spool/cep/000000000${i}.tar.gz`, `report ${i}`);
			const ended = await disp("send");
			expect(ended).toMatchObject({ status: 3, errors: expect.stringContaining("0000000004.tar.gz: dropped") });
			const waiting = await spool();
			expect(waiting.length).toBe(4);
			expect(waiting.slice(0, 2)).toEqual(["0000000005.tar.gz", "0000000006.tar.gz"]);
			await configure({ enabled: true });
			expect((await disp("send")).status).toBe(0);
			expect(await spool()).toEqual([]);
		});

		test("by a proxy, whose password is not logged", async () => {
			const proxy = await started(startProxy());
			await configure({ enabled: true, proxy: proxy.url.replace("//", "//me:secret@") });
			const ended = await run();
			expect(ended).toEqual({ status: 0, out: "", errors: "" });
			expect(proxy.received.map(({ method, url }) => `${method} ${url}`)).toEqual([
				`POST ${server.url}/api/v1/reports`,
			]);
			expect(proxy.received[0]?.headers["proxy-authorization"]).toBe(`Basic ${btoa("me:secret")}`);
			expect(server.received.length).toBe(1);
			expect((await disp("status")).out).not.toContain("secret");
		});

		describe.skipIf(!hasOpenssl)("by HTTPS", () => {
			test.each([oldest, newest])(
				"a certificate that nobody vouches for is refused (Python $version)",
				async (python) => {
					const certificate = await selfSigned(host.root);
					const secure = await started(startStub(certificate));
					await configure({ enabled: true, protocol: "HTTPS", server: secure.url });
					const ended = await dispHelper(python, host, ["run"]);
					expect(ended).toMatchObject({ status: 3, errors: expect.stringMatching(/report kept: .*certificate/i) });
					expect(secure.received).toEqual([]);
					await configure({ enabled: true, protocol: "HTTPS", server: secure.url, ca_file: certificate.path });
					expect((await dispHelper(python, host, ["send"])).errors).toBe("");
					expect(secure.received.length).toBeGreaterThan(0);
				},
			);

			test("a proxy only connects", async () => {
				const certificate = await selfSigned(host.root);
				const secure = await started(startStub(certificate));
				const proxy = await started(startProxy());
				await configure({ enabled: true, protocol: "HTTPS", server: secure.url, ca_file: certificate.path });
				const ended = await dispHelper(newest, host, ["run"], { https_proxy: proxy.url });
				expect(ended.errors).toBe("");
				expect(proxy.received.map(({ method, url }) => `${method} ${url}`)).toEqual([`CONNECT ${secure.url.slice(8)}`]);
				expect(secure.received.length).toBe(1);
			});
		});
	});
});

describe("the source", () => {
	const folder = "public/disp-helper";
	const sources = async () => {
		const scripts = (await readdir(`${folder}/cep-scripts`)).filter((name) => name.endsWith(".py"));
		const paths = [`${folder}/disp-helper`, ...scripts.map((name) => `${folder}/cep-scripts/${name}`)];
		return Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, "utf8") })));
	};

	test("imports the standard library and its own files alone", async () => {
		const allowed = new Set(
			[
				"argparse collections email.utils errno fcntl gzip hashlib hmac io json os random re resource signal ssl",
				"subprocess sys tarfile tempfile threading time urllib urllib.error urllib.parse urllib2 urlparse uuid",
				"xml.etree ceplib cepconfig cepfiles cepsend",
			].flatMap((line) => line.split(" ")),
		);
		for (const { path, text } of await sources()) {
			const names = [...text.matchAll(/^\s*(?:import|from) ([\w.]+)/gm)].map(([, name = ""]) => name);
			expect(
				names.filter((name) => !allowed.has(name)),
				path,
			).toEqual([]);
		}
	});

	test("is plain text that Python 2.7 and 3.6 read, in lines of at most 120 characters", async () => {
		for (const { path, text } of await sources()) {
			expect(text, path).toMatch(/^[\n -~]*$/);
			expect(text, path).not.toMatch(/\bf["']|\) -> |:=|\bnonlocal\b|\basync\b|\bshell=|os\.system/);
			expect(
				text.split("\n").filter((line) => line.length > 120),
				path,
			).toEqual([]);
			expect(text.split("\n").length, path).toBeLessThanOrEqual(401);
		}
	});
});

describe.each(pythons)("Python $version", (python) => {
	test("compiles it without a warning and passes the tests of its parts", async () => {
		const tests = spawn(python.path, ["-W", "error", "-B", "tests/reporter/test_reporter.py"], {
			env: { PATH: process.env.PATH, NODE_ENV: "test" },
		});
		let printed = "";
		for (const stream of [tests.stdout, tests.stderr]) stream.on("data", (text) => (printed += text));
		const [status] = await once(tests, "exit");
		expect(status, printed).toBe(0);
		expect(printed).toMatch(/Ran (2[5-9]|[3-9]\d) tests/);
	});
});
