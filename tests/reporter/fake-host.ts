/**
 * A folder that stands for a host: its files, and tools that print what the tools of a host would have printed when a
 * given report was made. Everywhere it has names, addresses and numbers that must never be sent.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { newest, pythons } from "./pythons";
import { run } from "./run-reporter";

/** They stand wherever a tool of a real host prints something of the kind. */
export const canaries = {
	hostname: "canaryhost.example.net",
	address: "192.0.2.177",
	address6: "2001:db8::177",
	mac: "00:00:5e:00:53:c7",
	device: "vme001c42cafe77",
	serial: "CANARYSERIAL77",
	wwn: "0x5000c500ca9a4277",
	guest: "canary-guest",
	description: "canary description",
	path: "/vz/private/canary-path",
	uuid: "ca9a4277-0000-4000-8000-00000000c0de",
	template: "canaryhosting",
	program: "canary-billingd",
	unit: "canary-agent",
	package: "canary-tools",
	cluster: "canarycluster",
};

type Json = Record<string, unknown>;
const objects = (value: unknown) => (Array.isArray(value) ? (value as Json[]) : []);
const object = (value: unknown) => (value ?? {}) as Json;
const lines = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join("");

export class FakeHost {
	constructor(readonly root: string) {}

	async write(path: string, text: string | Buffer, mode = 0o644): Promise<void> {
		await mkdir(dirname(join(this.root, path)), { recursive: true });
		await writeFile(join(this.root, path), text, { mode });
	}

	read(path: string): Promise<string> {
		return readFile(join(this.root, path), "utf8");
	}

	/** All files of the reporter's own folders, with their content. */
	async files(): Promise<string[]> {
		const folders = ["etc/vz", "vz", "var"].map((folder) => join(this.root, folder));
		const names = await Promise.all(
			folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])),
		);
		const paths = names.flat().filter((entry) => entry.isFile());
		const texts = paths.map(({ parentPath, name }) => readFile(join(parentPath, name), "latin1"));
		return (await Promise.all(texts)).map((text, i) => `${paths[i]?.parentPath}/${paths[i]?.name}: ${text}`).sort();
	}

	/** A tool as a shell script; `answers` are the cases of its arguments. */
	async tool(name: string, answers: Record<string, string>, fallback = "exit 1"): Promise<void> {
		const cases = await Promise.all(
			Object.entries(answers).map(async ([args, text], i) => {
				await this.write(`fake/${name}-${i}`, text);
				return `${args}) exec /bin/cat "$CEP_ROOT/fake/${name}-${i}";;\n`;
			}),
		);
		await this.write(
			`usr/bin/${name}`,
			`#!/bin/sh\ncase "$*" in\n${cases.join("")}esac\necho "${canaries.hostname}" >&2\n${fallback}\n`,
			0o755,
		);
	}

	/** What the reporter was told, in its configuration. */
	async configure(config: Json): Promise<void> {
		await this.write("etc/vz/disp_helper.json", JSON.stringify(config));
	}

	delete(): Promise<void> {
		return rm(this.root, { recursive: true, force: true });
	}
}

let installed: Promise<string> | undefined;

/**
 * The reporter as a package installs it, whatever the mask and the group of whoever runs the tests. Compiled once: otherwise
 * that is half of each run.
 */
async function installReporter(): Promise<string> {
	const folder = join(await mkdtemp(join(tmpdir(), "openvz-reporter-")), "disp-helper");
	await run("cp", "-R", "public/disp-helper", folder);
	if (pythons.length > 0 && newest.version !== "2.7") await run(newest.path, "-m", "compileall", "-q", folder);
	await run("chmod", "-R", "u=rwX,go=rX", folder);
	if (process.getuid?.() === 0) await run("chown", "-R", "0:0", folder);
	return folder;
}

/** A host with nothing on it but the reporter's files. */
export async function emptyHost(): Promise<FakeHost> {
	const host = new FakeHost(await mkdtemp(join(tmpdir(), "openvz-reporter-")));
	installed ??= installReporter();
	// With its times, by which Python knows what is compiled.
	await run("cp", "-a", await installed, host.root);
	await mkdir(join(host.root, "vz/tmp"), { recursive: true });
	await host.write("etc/machine-id", `${canaries.uuid.replaceAll("-", "")}\n`);
	await host.write("proc/vz/version", "");
	await host.write("proc/bc/resources", "");
	return host;
}

/** A host whose tools print what the given report says; sections that it lacks are of tools that are not installed. */
export async function hostOf(report: ReadonlyMap<string, string>): Promise<FakeHost> {
	const host = await emptyHost();
	const members = new Map([...report].map(([name, text]) => [name.replace(/^\.\//, ""), object(JSON.parse(text))]));
	const has = (name: string) => members.has(`${name}.json`);
	const of = (name: string) => object(members.get(`${name}.json`));
	if (has("hardware")) await hardware(host, of("hardware"));
	if (has("network")) await network(host, of("network"));
	if (has("memory")) await memory(host, of("memory"));
	if (has("cpu")) await host.tool("lscpu", { '""': keyed(object(of("cpu").lscpu)) });
	if (has("disks")) await host.tool("lsblk", { '"-P -b -d -n -o "*': lines(topDevices(of("disks"))) });
	await guests(host, of("libvirt_guests"), of("ves"), has);
	await containers(host, of("ves_content"), of("ves"), of("simfs"));
	if (has("services")) await services(host, of("services"));
	await packages(host, of("packages"), of("libvirt_stats"), of("static"));
	await clusters(host, of("clusters"), of("disks"));
	if (has("cgroups")) await cgroups(host, of("cgroups"));
	if (has("static")) await releases(host, of("static"));
	return host;
}

const keyed = (values: Json) =>
	lines([...Object.entries(values).map(([name, value]) => `${`${name}:`.padEnd(24)}${value}`), "Private: x"]);

async function hardware(host: FakeHost, { system, numa_nodes }: Json): Promise<void> {
	await host.write("sys/class/dmi/id/sys_vendor", `${object(system).vendor}\n`);
	await host.write("sys/class/dmi/id/product_serial", canaries.serial);
	await host.write("sys/class/dmi/id/product_uuid", canaries.uuid);
	for (let i = 0; i < Number(numa_nodes); i++) await host.write(`sys/devices/system/node/node${i}/cpulist`, "0\n");
}

async function network(host: FakeHost, { nics, bonds, teams }: Json): Promise<void> {
	for (const { name, driver, speed, mac } of objects(nics)) {
		const folder = `sys/class/net/${name}`;
		await host.write(`${folder}/speed`, `${speed ?? -1}\n`);
		await host.write(`${folder}/address`, `${mac}\n`);
		await mkdir(join(host.root, folder, "device"));
		await symlink(`../../../bus/pci/drivers/${driver}`, join(host.root, folder, "device/driver"));
	}
	await host.write(`sys/class/net/${canaries.device}/address`, `${canaries.mac}\n`);
	const proc = `\nSlave Interface: ${canaries.device}\nPermanent HW addr: ${canaries.mac}\n`;
	for (const bond of objects(bonds)) await host.write(`proc/net/bonding/${bond.name}`, `${bond.proc}${proc}`);
	for (const [i, { state }] of objects(teams).entries()) {
		await host.write(`run/teamd/team${i}.pid`, "1\n");
		await host.tool("teamdctl", { [`"team${i} state dump"`]: JSON.stringify({ ...object(state), x: canaries.mac }) });
	}
}

async function memory(host: FakeHost, { meminfo, vcmmd_policy }: Json): Promise<void> {
	const sizes = Object.entries(object(meminfo)).map(([name, value]) => `${name}: ${value} kB`);
	await host.write("proc/meminfo", lines(sizes));
	const info = { ID: canaries.uuid, Hostname: canaries.hostname, "VM home": canaries.path };
	await host.tool("prlsrvctl", { '"info -j"': JSON.stringify({ ...info, "Vcmmd policy": vcmmd_policy }) });
}

/** What `lsblk -d` prints: without partitions and volumes. */
function topDevices({ lsblk_P_b, lsblk_J }: Json): string[] {
	const tree = objects(object(lsblk_J).blockdevices).map((device) =>
		Object.entries(device).flatMap(([name, value]) =>
			name === "children"
				? []
				: `${name.toUpperCase()}="${typeof value === "boolean" ? Number(value) : (value ?? "")}"`,
		),
	);
	const printed = lsblk_J ? tree.map((cells) => cells.join(" ")) : ((lsblk_P_b ?? []) as string[]);
	return printed
		.filter((line) => line.includes('PKNAME=""'))
		.map((line) => `${line} WWN="${canaries.wwn}${/NAME="(\w+)"/.exec(line)?.[1]}" LABEL="${canaries.hostname}"`);
}

/** With whatever prlctl says of a guest beside what is asked. */
const named = (listed: unknown) =>
	JSON.stringify(
		objects(listed).map((guest) => ({
			...guest,
			...{ ID: canaries.uuid, Name: canaries.guest, Description: canaries.description, Home: canaries.path },
			...{ Hostname: canaries.hostname, "DNS Servers": canaries.address },
			Hardware: {
				...object(guest.Hardware),
				net0: { dev: canaries.device, mac: canaries.mac, ips: `${canaries.address} ${canaries.address6}` },
			},
		})),
	);

async function guests(host: FakeHost, vms: Json, ves: Json, has: (name: string) => boolean): Promise<void> {
	await host.tool("prlctl", {
		...(has("libvirt_guests") ? { '"list -a -i -j --vmtype vm"': named(vms.prlctl_list_aij) } : {}),
		...(has("ves") ? { '"list -a -i -j --vmtype ct"': named(ves.prlctl_list_aij) } : {}),
	});
}

async function containers(host: FakeHost, content: Json, ves: Json, simfs: Json): Promise<void> {
	const listed = objects(content.containers);
	const columns: Record<string, string[] | null> = {
		"ctid,ostemplate": content.containers ? listed.map(({ ctid, ostemplate }) => `${ctid} ${ostemplate || "-"}`) : null,
		status: ves.prlctl_list_aij ? objects(ves.prlctl_list_aij).map(({ State }) => String(State)) : null,
		layout: simfs.layouts
			? Object.entries(object(simfs.layouts)).flatMap(([layout, many]) => Array<string>(Number(many)).fill(layout))
			: null,
	};
	const answers = Object.entries(columns).flatMap(([names, found]) =>
		found ? [[`"-a -H -o ${names}"`, lines(found)]] : [],
	);
	await host.tool("vzlist", Object.fromEntries(answers));
	// There are containers, so a vzlist that fails does not say that there are none.
	await host.write(`etc/vz/conf/${canaries.uuid}.conf`, `HOSTNAME="${canaries.hostname}"\n`);
	let pid = 100;
	for (const { ctid, top } of listed)
		for (const [seconds, name] of (top ?? []) as [number, string][]) {
			const numbers = `1 ${"0 ".repeat(9)}${seconds} 0 0 0`;
			await host.write(`proc/${++pid}/stat`, `${pid} (${name}) S ${numbers}`);
			await host.write(`proc/${pid}/cgroup`, `12:ve:/${ctid}\n4:cpu,cpuacct:/machine.slice/${ctid}\n`);
		}
	await host.write("proc/99/stat", `99 (${canaries.program}) S 1 ${"0 ".repeat(9)}5 0 0 0`);
	await host.write("proc/99/cgroup", "12:ve:/\n");
}

async function services(host: FakeHost, { enabled }: Json): Promise<void> {
	const names = (enabled as string[]).map((name) => `${name.replace("@.", `@${canaries.guest}.`)} enabled`);
	const listed = [...names, `${canaries.unit}.socket disabled`, "basic.target static"];
	await host.tool("systemctl", { "list-unit-files*": lines(listed) }, "exit 0");
}

async function packages(host: FakeHost, installed: Json, libvirt: Json, { readykernel }: Json): Promise<void> {
	const rpms = (installed.rpm_qa ?? []) as string[];
	const own = rpms.filter((line) => !line.startsWith("gpg-pubkey-"));
	const others = Array.from({ length: Number(installed.total ?? 0) - own.length }, (_, i) => `filler-${i}-1-1.noarch`);
	const patch = object(readykernel).installed;
	const version = (value: unknown) => String(value).split("-")[0];
	const asked = (name: string, value: unknown) =>
		value ? { [`"-q --qf %{VERSION}\\\\n ${name}"`]: `${version(value)}\n` } : {};
	await host.tool("rpm", {
		...(installed.rpm_qa ? { '"-qa"': lines([...rpms, ...others]) } : {}),
		'"-qa readykernel-patch-*"': patch ? `${patch}\n` : "",
		...asked("libvirt-daemon", libvirt.libvirt),
		...asked("qemu-kvm-vz", libvirt.qemu),
	});
}

async function clusters(host: FakeHost, { shaman, vstorage, other }: Json, { vz }: Json): Promise<void> {
	const stat = `Cluster '${canaries.cluster}'\nNodes: 3\n  M ${canaries.address} Active 0 CT\n`;
	if (object(shaman).configured) await host.tool("shaman", { '"stat"': stat });
	const isMounted = object(vstorage).mounted || ((object(vstorage).clusters as []) ?? []).length > 0;
	await host.write(
		"proc/mounts",
		lines([
			"/dev/sda1 / ext4 rw 0 0",
			`/dev/mapper/${canaries.cluster} /vz ${object(vz).fstype ?? "ext4"} rw 0 0`,
			`${canaries.path} /vz/root/${canaries.uuid} simfs rw 0 0`,
			...(isMounted ? [`vstorage://${canaries.cluster} /mnt fuse.vstorage rw 0 0`] : []),
		]),
	);
	const files: Record<string, string> = {
		corosync: "etc/corosync/corosync.conf",
		pacemaker: "var/lib/pacemaker/cib/cib.xml",
		drbd: "proc/drbd",
		ceph: "etc/ceph/ceph.conf",
	};
	for (const [name, path] of Object.entries(files)) if (object(other)[name]) await host.write(path, canaries.cluster);
}

async function cgroups(host: FakeHost, { proc_cgroups, containers }: Json): Promise<void> {
	await host.write("proc/cgroups", String(proc_cgroups));
	await mkdir(join(host.root, "sys/fs/cgroup/beancounter/machine.slice"), { recursive: true });
	for (const container of objects(containers))
		for (const [file, value] of Object.entries(container))
			if (file.includes(".")) await host.write(`sys/fs/cgroup/beancounter/${container.ctid}/${file}`, `${value}\n`);
}

async function releases(host: FakeHost, { uname_rm, releases, readykernel }: Json): Promise<void> {
	await host.tool("uname", { '"-rm"': `${uname_rm}\n` });
	for (const [name, text] of Object.entries(object(releases))) await host.write(`etc/${name}`, `${text}\n`);
	if (object(readykernel).loaded) await host.write("sys/module/kpatch_cumulative/refcnt", "1");
}
