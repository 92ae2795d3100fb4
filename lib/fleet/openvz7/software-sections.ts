/** The sections services, packages and clusters. */
import { between, hex, oneOf, random, type Weighted } from "../random";
import type { Host } from "./host";
import { packageVersion } from "./updates";

/** Units that every host has enabled. */
const units = [
	"auditd.service",
	"chronyd.service",
	"crond.service",
	"disp-helper.service",
	"irqbalance.service",
	"ksmtuned.service",
	"libvirtd.service",
	"lvm2-monitor.service",
	"mdmonitor.service",
	"microcode.service",
	"NetworkManager.service",
	"pfcached.service",
	"prl-disp.service",
	"prlfsd.service",
	"rsyslog.service",
	"sshd.service",
	"tuned.service",
	"vcmmd.service",
	"virtlockd.service",
	"virtlogd.service",
	"vz.service",
	"vzevent.service",
	"vzfs.service",
];

/** Units that some have, and the percentage of hosts that do. */
const moreUnits: Weighted<string> = [
	["firewalld.service", 52],
	["hw-probe.timer", 30],
	["zabbix-agent.service", 24],
	["fail2ban.service", 18],
	["postfix.service", 46],
	["ntpd.service", 16],
	["smartd.service", 22],
	["snmpd.service", 11],
	["munin-node.service", 9],
	["node_exporter.service", 7],
	["puppet.service", 4],
	["salt-minion.service", 3],
	["iptables.service", 20],
	["vstorage-mount.service", 3],
	["shamand.service", 2],
	["openvpn@office.service", 3],
	["getty@tty1.service", 40],
	["docker.service", 1.2],
	["rare-sensor-daemon.service", 0.4],
];

const companies = ["acme", "initech", "umbrella", "globex", "hooli", "contoso", "northwind", "tyrell"];

/** Whether the host has something that so many percent of hosts have. */
const has = (host: Host, name: string, percent: number) => host.draw(`has ${name}`) < percent / 100;

export function services(host: Host): Record<string, unknown> {
	const own = has(host, "own agent", 8) ? [`${oneOf(host.draw("company"), companies)}-agent.service`] : [];
	const optional = moreUnits.flatMap(([unit, percent]) => (has(host, unit, percent) ? [unit] : []));
	const readykernel = host.software.readykernel.autoupdate ? ["readykernel-autoupdate.timer"] : [];
	return {
		enabled: [...units, ...readykernel, ...optional, ...own],
		disabled_count: between(host.draw("disabled units"), 100, 140),
		static_count: between(host.draw("static units"), 150, 175),
	};
}

/** Packages of other makers: name, version, percentage of hosts. */
const morePackages: readonly (readonly [string, number])[] = [
	["zabbix-agent-4.0.12-1.el7.x86_64", 24],
	["htop-2.2.0-3.el7.x86_64", 41],
	["mc-4.8.7-11.el7.x86_64", 38],
	["vim-enhanced-7.4.629-8.el7_9.x86_64", 47],
	["fail2ban-0.11.2-3.el7.noarch", 18],
	["munin-node-2.0.49-1.el7.noarch", 9],
	["puppet-agent-6.28.0-1.el7.x86_64", 4],
	["salt-minion-3004.2-1.el7.noarch", 3],
	["hw-probe-1.6-1.vz7.noarch", 30],
	["vstorage-client-7.12.4-1.vz7.x86_64", 3],
	["shaman-7.0.61-1.vz7.x86_64", 2],
	["docker-ce-19.03.1-3.el7.x86_64", 1.2],
	["nginx-1.20.1-10.el7.x86_64", 2.4],
	["rare-sensor-tools-0.3-1.x86_64", 0.4],
];

function openvzPackages({ software }: Host): string[] {
	const { update, major, kernels, readykernel } = software;
	const tag = `vz${major}`;
	const version = (at11: number, step: number) => packageVersion(update, at11, step);
	const libvirt = update < 8 ? "3.9.0-14.vz7.38.4" : update < 13 ? "4.5.0-10.vz7.10.1" : "5.6.0-1.vz7.28";
	const qemu = update < 8 ? "2.10.0-21.7.vz7.54.6" : update < 13 ? "2.12.0-18.6.3.vz7.21.6" : "4.2.0-13.12.vz7.44";
	return [
		`bash-4.2.46-${20 + Math.min(update, 15)}.vl7.x86_64`,
		`kernel-headers-${kernels.at(-1)}.x86_64`,
		`libvirt-${libvirt}.x86_64`,
		`libvirt-daemon-kvm-${libvirt}.x86_64`,
		`libvzctl-7.0.${version(530, 14)}.1-1.${tag}.x86_64`,
		`openvz-release-7.0.${update}-3.${tag}.x86_64`,
		`ploop-7.0.${version(140, 5)}.2-1.${tag}.x86_64`,
		`prl-disp-service-7.0.${version(976, 34)}.8-1.${tag}.x86_64`,
		`prlctl-7.0.${version(180, 5)}.4-1.${tag}.x86_64`,
		`qemu-kvm-vz-${qemu}.x86_64`,
		`readykernel-1.${version(14, 1)}-1.${tag}.noarch`,
		...(readykernel.installed ? [`${readykernel.installed}.x86_64`] : []),
		`vcmmd-7.0.${version(172, 4)}-1.${tag}.x86_64`,
		`vzctl-7.0.${version(205, 5)}.5-1.${tag}.x86_64`,
		...kernels.map((kernel) => `vzkernel-${kernel}.x86_64`),
	];
}

export function packages(host: Host): Record<string, unknown> {
	const next = random(host.life.key, "packages");
	const others = morePackages.flatMap(([name, percent]) => (has(host, name, percent) ? [name] : []));
	const own = has(host, "own packages", 9)
		? [`${oneOf(host.draw("company"), companies)}-internal-tools-1.${between(next(), 0, 9)}-1.noarch`]
		: [];
	const key = `gpg-pubkey-${hex(next, 8)}-${hex(next, 8)}`;
	return {
		rpm_qa: [...openvzPackages(host), key, ...others, ...own],
		total: Math.round(540 + host.draw("packages") ** 2 * 460) + host.software.update,
		repos: has(host, "epel", 35)
			? ["openvz-os", "openvz-updates", "factory", "epel"]
			: ["openvz-os", "openvz-updates", "factory"],
	};
}

export function clusters({ draw, digits }: Host): Record<string, unknown> {
	const u = draw("cluster");
	const vstorage = u >= 0.965 && u < 0.995;
	const shaman = u >= 0.965 && u < 0.985;
	const name = `vstor-${digits.slice(0, 4)}`;
	const nodes = between(draw("cluster size"), 3, 12);
	return {
		shaman: shaman ? { configured: true, cluster: name, nodes, resources: nodes * 9 } : { configured: false },
		vstorage: {
			clusters: vstorage
				? [{ name, mds: `${Math.min(5, nodes)} of ${Math.min(5, nodes)}`, cs: `${nodes * 4} of ${nodes * 4}` }]
				: [],
			mounted: vstorage,
		},
		other: { corosync: u >= 0.995, pacemaker: u >= 0.995, drbd: false, ceph: false },
		cpupool: null,
		pva_agent: draw("pva") < 0.02,
	};
}
