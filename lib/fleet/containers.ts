/** A container as it is made: what it is, how large, and what runs in it. */
import { guestNames } from "./guest-names";
import { between, oneOf, pick, type Random, uuid, type Weighted } from "./random";
import { templateMade } from "./templates";
import { yearOf } from "./time";

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

const states: Weighted<Container["state"]> = [
	["running", 84],
	["stopped", 14],
	["mounted", 0.5],
	["suspended", 1.5],
];
const memory: Weighted<number> = [
	[256, 6],
	[512, 18],
	[1024, 26],
	[2048, 22],
	[4096, 14],
	[8192, 8],
	[16384, 4],
	[32768, 1.5],
	[65536, 0.5],
];
const cpus: Weighted<number> = [
	[1, 34],
	[2, 26],
	[4, 18],
	[8, 7],
	[0, 10],
	[3, 2.5],
	[6, 2.5],
];
const disk: Weighted<number> = [
	[5, 5],
	[10, 22],
	[20, 21],
	[30, 10],
	[50, 18],
	[100, 13],
	[200, 7],
	[500, 3],
	[1000, 1],
];
/** What runs in a container; red and blue stand for how Red Hat's and Debian's families call a program. */
const roles: Weighted<{ red: readonly string[]; blue: readonly string[] }> = [
	[
		{
			red: ["httpd", "mysqld", "php-fpm", "crond", "rsyslogd"],
			blue: ["apache2", "mysqld", "php-fpm7.4", "cron", "rsyslogd"],
		},
		34,
	],
	[{ red: ["nginx", "php-fpm", "mariadbd", "crond"], blue: ["nginx", "php-fpm8.2", "mariadbd", "cron"] }, 22],
	[{ red: ["postgres", "crond"], blue: ["postgres", "cron"] }, 7],
	[{ red: ["java", "sshd", "systemd"], blue: ["java", "sshd", "systemd"] }, 8],
	[{ red: ["dovecot", "master", "amavisd"], blue: ["dovecot", "exim4", "spamd"] }, 6],
	[{ red: ["named", "crond"], blue: ["named", "cron"] }, 3],
	[{ red: ["redis-server", "node", "systemd"], blue: ["redis-server", "node", "systemd"] }, 6],
	[{ red: ["memcached", "sshd"], blue: ["memcached", "sshd"] }, 2],
	[{ red: ["openvpn", "sshd"], blue: ["openvpn", "sshd"] }, 3],
	[{ red: ["acme-billingd", "httpd"], blue: ["acme-billingd", "apache2"] }, 2],
	[{ red: ["crond", "sshd", "init"], blue: ["cron", "sshd", "init"] }, 12],
];

/** Habits of a product's containers that change over the years. */
export interface Habits {
	/** Share of ploop among new containers. */
	ploop: number;
	vswap: number;
	/** Share of hosts without containers, and the median number of the others. */
	empty: number;
	median: number;
}

export function makeContainer(at: number, habits: Habits, next: Random): Container {
	const template = templateMade(next(), next(), yearOf(at));
	const state = pick(next(), states);
	const role = pick(next(), roles);
	return {
		id: uuid(next),
		name: `${oneOf(next(), guestNames)}${between(next(), 1, 99)}`,
		template,
		state,
		layout: next() < habits.ploop ? "ploop" : "simfs",
		memoryMb: pick(next(), memory),
		cpus: pick(next(), cpus),
		diskMb: pick(next(), disk) * 1024,
		ioLimit: next() < 0.15 ? oneOf(next(), [10, 20, 50]) * 1_048_576 : 0,
		vswap: next() < habits.vswap,
		started: at,
		processes: next() < 0.06 ? [] : /^(debian|ubuntu)/.test(template) ? role.blue : role.red,
	};
}
