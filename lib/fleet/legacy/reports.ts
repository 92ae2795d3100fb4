/** The reports of one simulated host of OpenVZ 6 or older, as vzstats sends them. */
import { adoptions, lagOf } from "../adoption";
import { evolve, firstGuests } from "../guests";
import { habitsOf } from "../habits";
import type { Life } from "../life";
import { buyMachine } from "../machine";
import type { Sent } from "../openvz7/reports";
import { oneOf, random, uuid } from "../random";
import type { Member } from "../tar";
import { kindOf } from "./kinds";
import { stableKernels } from "./releases";
import { type System, systemOn } from "./systems";
import { cpuinfo, df, fs, meminfo, ostemplates, topPs, vzlist } from "./texts";

/** Legacy servers were hardly bought any more after this year. */
const lastBought = 2016.5;

/** Instants at which the host takes a new kernel, each of which sends a report. */
export function kernelUpdates(life: Life): number[] {
	const kind = kindOf(life);
	const tracked = kind === "centos-6" || kind === "scientific-6" || kind === "rhel-6";
	return tracked ? adoptions(stableKernels, life.installed, lagOf(life.draw) * 1.5) : [];
}

const scripts = [
	"cpuinfo",
	"df",
	"fs",
	"lsbrelease",
	"meminfo",
	"osrelease",
	"ostemplates",
	"top-ps",
	"uname",
	"vzlist",
];
const versionScripts = ["vzversion-arch", "vzversion-deb", "vzversion-gentoo", "vzversion-rpm"];

function collectLog(client: string, members: readonly Member[], noLsb: boolean): string {
	const folder = client === "0.5.3" ? "/usr/lib/vzstats" : "/usr/libexec/vzstats";
	const lines = [...members.map(({ name }) => name)]
		.sort()
		.flatMap((name) => [
			`== executing ${folder}/${name} ==`,
			...(name === "lsbrelease" && noLsb ? [`${folder}/lsbrelease: line 1: lsb_release: command not found`] : []),
			...(name === "vzlist" && members.some((member) => member.name === name && member.content === "")
				? ["Container(s) not found"]
				: []),
		]);
	return `== vzstats ${client} ==\n${lines.join("\n")}\n`;
}

/** The identifier as the client saved it: a few have it in upper case or in braces. */
function identifier(life: Life): string {
	const id = uuid(random(life.key, "uuid"));
	const u = life.draw("identifier");
	return u < 0.006 ? id.toUpperCase() : u < 0.01 ? `{${id}}` : id;
}

export function* legacyReports(life: Life, times: readonly number[]): Generator<Sent> {
	const { draw, key, installed } = life;
	const [first = 0] = times;
	const next = random(key, "host");
	const kind = kindOf(life);
	const hostUuid = identifier(life);
	const node = `${oneOf(next(), ["node", "vz", "hn", "srv"])}${Math.floor(next() * 90) + 1}`;
	const machines = Array.from({ length: draw("clones") < 0.006 ? 2 : 1 }, (_, i) =>
		buyMachine(i === 0 ? draw : (name) => random(key, "clone", name)(), installed, lastBought, next),
	);
	const guests = firstGuests(draw, false, first, habitsOf("legacy", first), next);
	const client = oneOf(draw("client"), ["0.5.1", "0.5.1", "0.5.1", "0.5.2", "0.5.3", "0.4"]);
	// Some virtual hosts have no /proc/cpuinfo to speak of, and Xen says little.
	const cpuinfos = machines.map((machine) =>
		draw("no cpuinfo") < 0.003 ? "" : cpuinfo(machine, kind === "centos-5" && draw("xen") < 0.3),
	);
	const vzKb = machines.map((machine) =>
		Math.round((machine.drives[0]?.gb ?? (machine.raid[0]?.bytes ?? 1e11) / 1e9) * 0.88e6),
	);
	let system: System | undefined;
	let lists: { revision: number; vzlist: string; ostemplates: string } | undefined;
	for (const at of times) {
		evolve(guests, at, habitsOf("legacy", at), next);
		const before = system?.kernel;
		system = systemOn(life, kind, at);
		if (!lists || lists.revision !== guests.revision || before !== system.kernel) {
			const { containers, revision } = guests;
			lists = {
				revision,
				vzlist: vzlist(containers, system.vzctl),
				ostemplates: ostemplates(containers, kind === "proxmox"),
			};
		}
		const i = machines.length > 1 && at !== times.at(-1) ? Math.floor(next() * machines.length) : 0;
		const machine = machines[i];
		if (!machine) continue;
		const contents: Record<string, string> = {
			cpuinfo: cpuinfos[i] ?? "",
			df: df(draw, node, vzKb[i] ?? 1, next),
			fs: fs(draw),
			meminfo: meminfo(machine, draw, next),
			uname: `${system.kernel} ${system.architecture}\n`,
			vzlist: lists.vzlist,
			ostemplates: lists.ostemplates,
			"top-ps": topPs(guests.containers, next),
			...system.texts,
		};
		const members: Member[] = [...scripts, ...versionScripts].map((name) => ({ name, content: contents[name] ?? "" }));
		// Up to 0.4 the client also sent the devices of the machine.
		if (client === "0.4")
			members.push({
				name: "lspci",
				content: "00:00.0 Host bridge: Intel Corporation 5520 I/O Hub to ESI Port (rev 13)\n",
			});
		const log = collectLog(client, members, system.texts.lsbrelease === "");
		yield { at, uuid: hostUuid, members: [{ name: "collect.log", content: log }, ...members] };
	}
}
