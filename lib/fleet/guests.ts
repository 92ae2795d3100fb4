/**
 * The containers and virtual machines of a host, and how they change: once in eight weeks a few are made, removed,
 * started and stopped; most stay as they are.
 */
import type { Product } from "#lib/product";
import { along, between, type Draw, exponential, hex, logNormal, oneOf, pick, type Random, uuid } from "./chance";
import { systemMade, templateMade } from "./templates";
import { dayMs, yearMs, yearOf } from "./time";

export interface Container {
	id: string;
	name: string;
	/** Without the leading dot of EZ templates. */
	template: string;
	state: "running" | "stopped" | "mounted" | "suspended";
	layout: "ploop" | "simfs";
	memoryMb: number;
	/** 0: unlimited. */
	cpus: number;
	diskMb: number;
	/** Bytes per second, 0: no limit. */
	ioLimit: number;
	vswap: boolean;
	started: number;
	/** Names of its busiest processes. */
	processes: readonly string[];
}

export interface VirtualMachine {
	id: string;
	envId: string;
	name: string;
	/** As prlctl names it; empty when unknown. */
	os: string;
	state: "running" | "stopped" | "suspended" | "paused";
	memoryMb: number;
	cpus: number;
	diskMb: number;
	mac: string;
	efi: boolean;
	tools: "installed" | "not_installed" | "outdated" | "possibly_installed";
	template: boolean;
	started: number;
}

export interface Guests {
	containers: Container[];
	vms: VirtualMachine[];
	/** When each kind changed last, and when they were last looked at. */
	changed: { containers: number; vms: number };
	asOf: number;
}

const containerShares = {
	state: { running: 84, stopped: 14, mounted: 0.5, suspended: 1.5 },
	memoryMb: { 256: 6, 512: 18, 1024: 26, 2048: 22, 4096: 14, 8192: 8, 16384: 4, 32768: 1.5, 65536: 0.5 },
	cpus: { 1: 34, 2: 26, 4: 18, 8: 7, 0: 10, 3: 2.5, 6: 2.5 },
	diskGb: { 5: 5, 10: 22, 20: 21, 30: 10, 50: 18, 100: 13, 200: 7, 500: 3, 1000: 1 },
};
/** What runs in a container, as Red Hat's and as Debian's families call the programs. */
const roles = {
	"httpd mysqld php-fpm crond rsyslogd | apache2 mysqld php-fpm7.4 cron rsyslogd": 34,
	"nginx php-fpm mariadbd crond | nginx php-fpm8.2 mariadbd cron": 22,
	"postgres crond | postgres cron": 7,
	"java sshd systemd | java sshd systemd": 8,
	"dovecot master amavisd | dovecot exim4 spamd": 6,
	"named crond | named cron": 3,
	"redis-server node systemd | redis-server node systemd": 6,
	"memcached sshd | memcached sshd": 2,
	"openvpn sshd | openvpn sshd": 3,
	"acme-billingd httpd | acme-billingd apache2": 2,
	"crond sshd init | cron sshd init": 12,
};
const vmShares = {
	state: { running: 82, stopped: 15, suspended: 2, paused: 1 },
	memoryMb: { 1024: 8, 2048: 22, 4096: 30, 8192: 24, 16384: 11, 32768: 5 },
	cpus: { 1: 14, 2: 36, 4: 32, 8: 14, 16: 4 },
	diskGb: { 32: 20, 64: 38, 100: 22, 250: 14, 1000: 6 },
	tools: { installed: 70, outdated: 14, not_installed: 14, possibly_installed: 2 },
};
/** What people call their guests; a number follows. */
const names = "web db mail shop dev test ns vpn crm proxy cache backup app wiki git".split(" ");
const windowsNames = ["win-ad", "rds", "mssql", "1c-srv"];

/** How the containers of a product are made and kept (assumptions). */
interface Habits {
	/** Share of ploop among new containers. */
	ploop: number;
	vswap: number;
	/** Share of hosts without containers, and the median number of the others. */
	empty: number;
	median: number;
}

const legacyPloop = [
	[2013, 0.08],
	[2014.2, 0.25],
	[2019, 0.55],
] as const;
const legacyVswap = [
	[2013.5, 0.55],
	[2019, 0.85],
] as const;

function habitsOf(product: Product, at: number): Habits {
	if (product === "openvz7") return { ploop: 0.93, vswap: 1, empty: 0.18, median: 9 };
	const year = yearOf(at);
	return { ploop: along(legacyPloop, year), vswap: along(legacyVswap, year), empty: 0.38, median: 7 };
}

function makeContainer(at: number, habits: Habits, next: Random): Container {
	const template = templateMade(next(), next(), yearOf(at));
	const [red = "", blue = ""] = pick(next(), roles).split(" | ");
	return {
		id: uuid(next),
		name: `${oneOf(next(), names)}${between(next(), 1, 99)}`,
		template,
		state: pick(next(), containerShares.state),
		layout: next() < habits.ploop ? "ploop" : "simfs",
		memoryMb: Number(pick(next(), containerShares.memoryMb)),
		cpus: Number(pick(next(), containerShares.cpus)),
		diskMb: Number(pick(next(), containerShares.diskGb)) * 1024,
		ioLimit: next() < 0.15 ? oneOf(next(), [10, 20, 50]) * 1_048_576 : 0,
		vswap: next() < habits.vswap,
		started: at,
		processes: next() < 0.06 ? [] : (/^(debian|ubuntu)/.test(template) ? blue : red).split(" "),
	};
}

function makeVirtualMachine(at: number, next: Random): VirtualMachine {
	const os = systemMade(next(), next(), yearOf(at));
	const isWindows = os.startsWith("win");
	return {
		id: uuid(next),
		envId: String(between(next(), 1_000_000_000, 2_000_000_000)),
		name: `${oneOf(next(), isWindows ? windowsNames : names)}${between(next(), 1, 40)}`,
		os,
		state: pick(next(), vmShares.state),
		memoryMb: Number(pick(next(), vmShares.memoryMb)),
		cpus: Number(pick(next(), vmShares.cpus)),
		diskMb: Number(pick(next(), vmShares.diskGb)) * 1024,
		mac: `001C42${hex(next, 6).toUpperCase()}`,
		efi: next() < (isWindows ? 0.4 : 0.15),
		tools: pick(next(), vmShares.tools),
		template: next() < 0.02,
		started: at,
	};
}

/** Guests as they are found at the first report. `withVms`: whether the host holds virtual machines at all. */
export function firstGuests(draw: Draw, product: Product, withVms: boolean, at: number, next: Random): Guests {
	const habits = habitsOf(product, at);
	const born = () => at - Math.min(4, exponential(next(), 0.7)) * yearMs;
	const u = draw("containers");
	const containers = u < habits.empty ? 0 : logNormal((u - habits.empty) / (1 - habits.empty), habits.median, 1.25);
	const machines = withVms ? logNormal(draw("virtual machines"), 3, 0.9) : 0;
	const count = (amount: number, cap: number) => (amount === 0 ? 0 : Math.min(cap, Math.max(1, Math.round(amount))));
	return {
		containers: Array.from({ length: count(containers, 600) }, () => makeContainer(born(), habits, next)),
		vms: Array.from({ length: count(machines, 80) }, (_, i) => {
			const vm = makeVirtualMachine(born(), next);
			return i === 0 ? { ...vm, template: false } : vm;
		}),
		changed: { containers: at, vms: at },
		asOf: at,
	};
}

/** How often a year one guest of a host is made, removed, and started or stopped, per guest. */
const rates = { made: 0.24, removed: 0.2, turned: 0.12 };

export function evolve(guests: Guests, product: Product, at: number, next: Random): void {
	if (at - guests.asOf < 55 * dayMs) return;
	const years = (at - guests.asOf) / yearMs;
	guests.asOf = at;
	const habits = habitsOf(product, at);
	/** Whether anything changed. */
	const change = <G extends { state: string; started: number }>(list: G[], make: () => G, cap: number) => {
		if (list.length === 0) return false;
		const times = (rate: number) => Math.floor(rate * list.length * years + next());
		const [made, removed, turned] = [times(rates.made), times(rates.removed), times(rates.turned)];
		for (let i = 0; i < made && list.length < cap; i++) list.push(make());
		// The first guest stays: a host does not change what it is used for by chance.
		for (let i = 0; i < removed && list.length > 1; i++) list.splice(between(next(), 1, list.length - 1), 1);
		for (let i = 0; i < turned; i++) {
			const guest = oneOf(next(), list);
			guest.state = guest.state === "running" && next() < 0.4 ? "stopped" : "running";
			guest.started = at - Math.floor(next() * dayMs);
		}
		return made + removed + turned > 0;
	};
	if (change(guests.containers, () => makeContainer(at, habits, next), 600)) guests.changed.containers = at;
	if (change(guests.vms, () => makeVirtualMachine(at, next), 80)) guests.changed.vms = at;
}
