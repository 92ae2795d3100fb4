/** The archive from which the reporter's package is built, and the package. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { extract, type Header } from "tar-stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reporterArchive, reporterFiles } from "#lib/reporter/package";
import { run } from "./run-reporter";

const folder = "public/disp-helper";
const text = (name: string) => readFileSync(join(folder, name), "utf8");
/** Bold text is printed as a letter, a backspace and the letter again. */
const overstruck = new RegExp(`.${String.fromCharCode(8)}`, "g");
const isInstalled = (program: string) => spawnSync(program, ["--version"]).error === undefined;

async function unpackedEntries(archive: Buffer): Promise<{ header: Header; content: string }[]> {
	const found: { header: Header; content: string }[] = [];
	const entries = extract();
	entries.end(gunzipSync(archive));
	for await (const entry of entries) {
		const chunks: Buffer[] = [];
		for await (const chunk of entry) chunks.push(chunk as Buffer);
		found.push({ header: entry.header, content: Buffer.concat(chunks).toString() });
	}
	return found;
}

describe("the archive", () => {
	test("is the folder, of nobody's account, and always the same", async () => {
		const archive = await reporterArchive();
		const all = await unpackedEntries(archive);
		const folders = all.filter(({ header }) => header.type === "directory").map(({ header }) => header);
		const entries = all.filter(({ header }) => header.type === "file");
		const files = await reporterFiles();
		expect(entries.map(({ header }) => header.name)).toEqual(
			files.map(({ path }) => `openvz-cep-reporter-1.0/${path}`),
		);
		expect(entries.map(({ content }) => content)).toEqual(files.map(({ path }) => text(path)));
		const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
		expect(files.length).toBe(names.length);
		const programs = entries.filter(({ header }) => header.mode === 0o755).map(({ header }) => header.name);
		expect(programs).toEqual(["openvz-cep-reporter-1.0/disp-helper"]);
		// Whatever the umask of whoever unpacks it: the reporter refuses a folder that others may change.
		expect(folders.map(({ name, mode }) => [name, mode])).toEqual([
			["openvz-cep-reporter-1.0/", 0o755],
			["openvz-cep-reporter-1.0/cep-scripts/", 0o755],
			["openvz-cep-reporter-1.0/crash/", 0o755],
		]);
		for (const { header } of all) expect(header).toMatchObject({ uid: 0, gid: 0, uname: "", gname: "" });
		expect((await reporterArchive()).equals(archive)).toBe(true);
	});

	test("says one version everywhere", () => {
		expect(text("disp-helper")).toContain('VERSION = "1.0"');
		expect(text("openvz-cep-reporter.spec")).toMatch(/^Version: +1\.0$/m);
		expect(text("disp-helper.8")).toContain('"openvz-cep-reporter 1.0"');
	});
});

describe("the package", () => {
	let built: string;
	beforeAll(async () => {
		built = await mkdtemp(join(tmpdir(), "openvz-package-"));
		await writeFile(join(built, "disp-helper.tar.gz"), await reporterArchive());
	});
	afterAll(() => rm(built, { recursive: true, force: true }));

	test.skipIf(!isInstalled("rpmbuild"))("is built from the archive alone, and rpmlint has nothing to say", async () => {
		await run("rpmbuild", "--quiet", "-D", `_topdir ${built}`, "-tb", join(built, "disp-helper.tar.gz"));
		const rpm = join(built, "RPMS/noarch/openvz-cep-reporter-1.0-1.noarch.rpm");
		const listed = (await run("rpm", "-qplv", rpm)).split("\n").map((line) => line.split(/\s+/));
		const modes = Object.fromEntries(listed.map((columns) => [columns.at(-1), columns[0]]));
		expect(modes).toMatchObject({
			"/usr/sbin/disp-helper": "-rwxr-xr-x",
			"/etc/vz/disp_helper.json": "-rw-r--r--",
			"/usr/share/virtuozzo/cep-scripts/cpu.py": "-rw-r--r--",
			"/usr/share/virtuozzo/cep-scripts/known_names.json": "-rw-r--r--",
			"/usr/lib/systemd/system/disp-helper.timer": "-rw-r--r--",
			"/var/spool/cep": "drwx------",
			"/var/lib/cep": "drwx------",
		});
		expect(await run("rpm", "-qp", "--conflicts", rpm)).toBe("disp-helper\n");
		expect(await run("rpm", "-qpc", rpm)).toBe("/etc/vz/disp_helper.json\n");
		expect(await run("rpm", "-qp", "--scripts", rpm)).not.toMatch(/systemctl (enable|start|preset)/);
		const crash = join(built, "RPMS/noarch/openvz-cep-reporter-crash-1.0-1.noarch.rpm");
		expect((await run("rpm", "-qpc", crash)).split("\n").filter(Boolean)).toEqual([
			"/etc/libreport/events.d/openvz_crash_event.conf",
			"/etc/libreport/plugins/openvz_ureport.conf",
		]);
		expect(await run("rpm", "-qp", "--requires", crash)).toMatch(/^openvz-cep-reporter = 1\.0-1$/m);
		if (!isInstalled("rpmlint")) return;
		const lint = await run("rpmlint", "-r", join(folder, "openvz-cep-reporter.rpmlintrc"), rpm, crash);
		expect(lint).toContain("0 errors, 0 warnings");
	});

	test.skipIf(!isInstalled("systemd-analyze"))("has units that systemd understands", async () => {
		for (const unit of ["disp-helper.service", "disp-helper.timer"]) {
			// It looks whether the program is there.
			await writeFile(join(built, unit), text(unit).replace("/usr/sbin/disp-helper", "/bin/true"));
		}
		const units = ["disp-helper.service", "disp-helper.timer"].map((unit) => join(built, unit));
		const verified = spawnSync("systemd-analyze", ["verify", "--man=no", ...units], { encoding: "utf8" });
		expect(`${verified.stdout}${verified.stderr}`).toBe("");
		expect(verified.status).toBe(0);
	});

	test("has rules for crashes that never fail, ask the reporter's switches, and name nobody", () => {
		const lines = (name: string) =>
			text(`crash/${name}`)
				.split("\n")
				.filter((line) => line !== "" && !line.startsWith("#"));
		const rules = lines("openvz_crash_event.conf");
		const config = "/etc/libreport/plugins/openvz_ureport.conf";
		expect(rules.filter((_, at) => at % 2 === 0)).toEqual([
			...["prl_", "qemu-kvm", "qemu-system", "vz"].map((name) => `EVENT=notify executable~=.*/${name}[^/]*$`),
			"EVENT=notify type=Kerneloops",
		]);
		expect([...new Set(rules.filter((_, at) => at % 2 === 1))]).toEqual([
			`\tdisp-helper status --quiet && reporter-ureport -c ${config} || :`,
		]);
		expect(lines("ureport.conf.example")).toEqual([
			"URL = https://stats7-web.openvz.org/faf",
			"SSLVerify = yes",
			"IncludeAuthData = no",
			"ProcessUnpackaged = no",
		]);
	});

	test("has units of an hour and of the lowest priority", () => {
		for (const line of ["OnCalendar=hourly", "RandomizedDelaySec=15min", "Persistent=true"])
			expect(text("disp-helper.timer")).toContain(`${line}\n`);
		for (const line of ["Type=oneshot", "Nice=19", "IOSchedulingClass=idle", "TimeoutStartSec=30min", "PrivateTmp=yes"])
			expect(text("disp-helper.service")).toContain(`${line}\n`);
	});

	test.skipIf(!isInstalled("mandoc"))("has a man page without a mistake, which the site shows", async () => {
		await run("mandoc", "-T", "lint", "-W", "warning", join(folder, "disp-helper.8"));
		const words = (page: string) => page.replaceAll(overstruck, "").split(/\s+/).join(" ").trim();
		const printed = await run("mandoc", "-T", "ascii", "-O", "width=78", join(folder, "disp-helper.8"));
		expect(words(text("disp-helper.8.txt"))).toBe(words(printed));
	});
});
