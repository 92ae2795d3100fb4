/** The reports of one simulated host of OpenVZ 6 or older, as vzstats sends them. */
import { freshMember, type Member, member, pack } from "../archive";
import { oneOf, random, uuid } from "../chance";
import { type Container, evolve, firstGuests } from "../guests";
import type { Life } from "../life";
import { buyMachine } from "../machine";
import type { Sent } from "../openvz7/reports";
import { kindOf, systemOn } from "./systems";
import { cpuinfo, df, fs, meminfo, ostemplates, topPs, vzlist } from "./texts";

/** Legacy servers were hardly bought any more after this year. */
const lastBought = 2016.5;

const scripts = [
	...["cpuinfo", "df", "fs", "lsbrelease", "meminfo", "osrelease", "ostemplates", "top-ps", "uname", "vzlist"],
	...["vzversion-arch", "vzversion-deb", "vzversion-gentoo", "vzversion-rpm"],
];

const lspci = "00:00.0 Host bridge: Intel Corporation 5520 I/O Hub to ESI Port (rev 13)\n";

function collectLog(client: string, names: readonly string[], texts: Readonly<Record<string, string>>): string {
	const folder = client === "0.5.3" ? "/usr/lib/vzstats" : "/usr/libexec/vzstats";
	const lines = names
		.toSorted()
		.flatMap((name) => [
			`== executing ${folder}/${name} ==`,
			...(name === "lsbrelease" && texts.lsbrelease === ""
				? [`${folder}/lsbrelease: line 1: lsb_release: command not found`]
				: []),
			...(name === "vzlist" && texts.vzlist === "" ? ["Container(s) not found"] : []),
		]);
	return `== vzstats ${client} ==\n${lines.join("\n")}\n`;
}

/** What a host holds: containers that run, only others, or none. */
export type Holds = "running" | "stopped" | "nothing";

function holdsOf(containers: readonly Container[]): Holds {
	if (containers.length === 0) return "nothing";
	return containers.some(({ state }) => state === "running") ? "running" : "stopped";
}

/** The identifier as the client saved it: a few have it in upper case or in braces. */
function identifier({ key, draw }: Life): string {
	const id = uuid(random(key, "uuid"));
	const u = draw("identifier");
	return u < 0.006 ? id.toUpperCase() : u < 0.01 ? `{${id}}` : id;
}

/** @param from reports before this instant are lived through, but not written */
export function* legacyReports(life: Life, times: readonly number[], from: number): Generator<Sent & { holds: Holds }> {
	const { draw, key, installed } = life;
	const [first = 0] = times;
	const next = random(key, "host");
	const kind = kindOf(life);
	const hostUuid = identifier(life);
	const node = `${oneOf(next(), ["node", "vz", "hn", "srv"])}${Math.floor(next() * 90) + 1}`;
	const client = oneOf(draw("client"), ["0.5.1", "0.5.1", "0.5.1", "0.5.2", "0.5.3", "0.4"]);
	const machines = Array.from({ length: draw("clones") < 0.006 ? 2 : 1 }, (_, i) => {
		const machine = buyMachine(i === 0 ? draw : (name) => random(key, "clone", name)(), installed, lastBought, next);
		// Some virtual hosts have no /proc/cpuinfo to speak of, and Xen says little.
		const isXen = kind === "centos-5" && draw("xen") < 0.3;
		const text = draw("no cpuinfo") < 0.003 ? "" : cpuinfo(machine, isXen);
		const vzKb = Math.round((machine.drives[0]?.gb ?? (machine.raid[0]?.bytes ?? 1e11) / 1e9) * 0.88e6);
		return { machine, vzKb, cpuinfo: member("cpuinfo", "", "", text) };
	});
	const guests = firstGuests(draw, "legacy", false, first, next);
	/** The members that each machine sent last, and the state of which they tell. */
	const sent = new Map<object, { state: string; members: readonly Member[] }>();
	/** By text: most texts come again. */
	const packed = new Map<string, Member>();
	const memberOf = (name: string, text: string) => {
		const key = `${name} ${text}`;
		// Short texts are not worth compressing.
		const made = packed.get(key) ?? (text.length < 300 ? freshMember(name, text) : member(name, "", "", text));
		packed.set(key, made);
		return made;
	};
	for (const at of times) {
		evolve(guests, "legacy", at, next);
		if (at < from) continue;
		const own = random(key, "report", at);
		const host = machines[Math.floor(own() * machines.length)];
		if (!host) continue;
		const { containers } = guests;
		const changed = guests.changed.containers;
		const system = systemOn(life, kind, at);
		const state = JSON.stringify([changed, system]);
		let { members } = sent.get(host)?.state === state ? (sent.get(host) ?? {}) : {};
		if (!members) {
			const chance = random(key, "state", changed);
			const texts: Readonly<Record<string, string>> = {
				df: df(draw, node, host.vzKb, chance),
				fs: fs(draw),
				lsbrelease: "",
				meminfo: meminfo(host.machine, draw, chance),
				uname: `${system.kernel} ${system.architecture}\n`,
				vzlist: vzlist(containers, system.vzctl),
				ostemplates: ostemplates(containers, kind === "proxmox"),
				"top-ps": topPs(containers, chance),
				// Up to 0.4 the client also sent the devices of the machine.
				...(client === "0.4" ? { lspci } : {}),
				...system.texts,
			};
			const names = client === "0.4" ? [...scripts, "lspci"] : scripts;
			const log = memberOf("collect.log", collectLog(client, names, texts));
			members = [log, ...names.map((name) => (name === "cpuinfo" ? host.cpuinfo : memberOf(name, texts[name] ?? "")))];
			sent.set(host, { state, members });
		}
		yield { at, uuid: hostUuid, archive: pack(members, at), holds: holdsOf(containers) };
	}
}
