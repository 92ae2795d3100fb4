/** The sections static, services, packages and clusters. */
import { between, type Draw, hex, oneOf, random } from "../chance";
import { jsonForm } from "../form";
import { packageVersion } from "../releases";
import type { Host } from "./host";
import type { Write } from "./sections";

const companies = ["acme", "initech", "umbrella", "globex", "hooli", "contoso", "northwind", "tyrell"];

/** What a host has of a table that says how many percent of hosts have each thing. */
const had = (draw: Draw, table: Readonly<Record<string, number>>) =>
	Object.entries(table).flatMap(([name, percent]) => (draw(`has ${name}`) < percent / 100 ? [name] : []));

export const releaseText = ({ software }: Host) => `OpenVZ release ${software.release}`;

const staticForm = jsonForm(`{
	"uname_rm": "$kernel x86_64",
	"releases": {"openvz-release": "$release", "virtuozzo-release": "$release",
		"redhat-release": "Virtuozzo Linux release $base"},
	"readykernel": "$readykernel", "timezone": "$timezone", "selinux": "Disabled", "uptime": "$uptime",
	"prlsrvctl_info_j": {
		"ID": "ca359295-79a4-48db-8f3c-$id", "Hostname": "$node.$domain", "Version": "Server 7.0.$dispatcher",
		"VM home": "/vz/vmprivate", "Vcmmd policy": {"runtime": "$policy", "config": "$policy"},
		"Minimal security level": "normal", "Manage settings for new users": "allow",
		"Backup path": "/vz/vmprivate/backups/", "Backup temporary directory": "/vz/vmprivate/backups/tmp",
		"Backup timeout": 60, "Traffic shaping": "off", "Verbose log": "off"
	},
	"vz_conf": {"VE_LAYOUT": "ploop", "DEF_OSTEMPLATE": ".centos-7", "VEFSTYPE": "ext4", "IPV6": "yes",
		"TRAFFIC_SHAPING": "no"},
	"counters": "$counters"
}`);

export const staticSettings: Write = (host, at) => {
	const { software, guests, draw, life, timezone, node, domain } = host;
	const running = (list: readonly { state: string }[]) => list.filter(({ state }) => state === "running").length;
	return staticForm({
		...{ ...software, timezone, node, domain, release: releaseText(host), id: hex(random(life.key, "server id"), 12) },
		uptime: Math.max(300, Math.round((at - software.booted) / 1000)),
		dispatcher: packageVersion(software.update, 976, 34),
		policy: draw("vcmmd") < 0.92 ? "performance" : "density",
		counters: {
			...{ ct_total: guests.containers.length, ct_running: running(guests.containers) },
			...{ vm_total: guests.vms.length, vm_running: running(guests.vms) },
		},
	});
};

/** Units that every host has enabled. */
const units =
	`auditd chronyd crond disp-helper irqbalance ksmtuned libvirtd lvm2-monitor mdmonitor microcode NetworkManager
	pfcached prl-disp prlfsd rsyslog sshd tuned vcmmd virtlockd virtlogd vz vzevent vzfs`
		.split(/\s+/)
		.map((name) => `${name}.service`);

const moreUnits = {
	...{ "firewalld.service": 52, "hw-probe.timer": 30, "zabbix-agent.service": 24, "fail2ban.service": 18 },
	...{ "postfix.service": 46, "ntpd.service": 16, "smartd.service": 22, "snmpd.service": 11, "munin-node.service": 9 },
	...{ "node_exporter.service": 7, "puppet.service": 4, "salt-minion.service": 3, "iptables.service": 20 },
	...{ "vstorage-mount.service": 3, "shamand.service": 2, "openvpn@office.service": 3, "getty@tty1.service": 40 },
	...{ "docker.service": 1.2, "rare-sensor-daemon.service": 0.4 },
};

const servicesForm = jsonForm(`{"enabled": "$enabled", "disabled_count": "$disabled", "static_count": "$static"}`);

export const services: Write = ({ draw, software }) => {
	const own = draw("has own agent") < 0.08 ? [`${oneOf(draw("company"), companies)}-agent.service`] : [];
	const readykernel = software.readykernel.autoupdate ? ["readykernel-autoupdate.timer"] : [];
	return servicesForm({
		enabled: [...units, ...readykernel, ...had(draw, moreUnits), ...own],
		disabled: between(draw("disabled units"), 100, 140),
		static: between(draw("static units"), 150, 175),
	});
};

/** Packages of other makers. */
const morePackages = {
	...{ "zabbix-agent-4.0.12-1.el7.x86_64": 24, "htop-2.2.0-3.el7.x86_64": 41, "mc-4.8.7-11.el7.x86_64": 38 },
	...{ "vim-enhanced-7.4.629-8.el7_9.x86_64": 47, "fail2ban-0.11.2-3.el7.noarch": 18 },
	...{ "munin-node-2.0.49-1.el7.noarch": 9, "puppet-agent-6.28.0-1.el7.x86_64": 4 },
	...{ "salt-minion-3004.2-1.el7.noarch": 3, "hw-probe-1.6-1.vz7.noarch": 30 },
	...{ "vstorage-client-7.12.4-1.vz7.x86_64": 3, "shaman-7.0.61-1.vz7.x86_64": 2 },
	...{ "docker-ce-19.03.1-3.el7.x86_64": 1.2, "nginx-1.20.1-10.el7.x86_64": 2.4 },
	...{ "rare-sensor-tools-0.3-1.x86_64": 0.4 },
};

function openvzPackages({ update, major, kernels, readykernel }: Host["software"]): string[] {
	const tag = `1.vz${major}`;
	const version = (at11: number, step: number) => packageVersion(update, at11, step);
	const libvirt = update < 8 ? "3.9.0-14.vz7.38.4" : update < 13 ? "4.5.0-10.vz7.10.1" : "5.6.0-1.vz7.28";
	const qemu = update < 8 ? "2.10.0-21.7.vz7.54.6" : update < 13 ? "2.12.0-18.6.3.vz7.21.6" : "4.2.0-13.12.vz7.44";
	return [
		...[`bash-4.2.46-${20 + Math.min(update, 15)}.vl7.x86_64`, `kernel-headers-${kernels.at(-1)}.x86_64`],
		...[`libvirt-${libvirt}.x86_64`, `libvirt-daemon-kvm-${libvirt}.x86_64`],
		`libvzctl-7.0.${version(530, 14)}.1-${tag}.x86_64`,
		`openvz-release-7.0.${update}-3.vz${major}.x86_64`,
		`ploop-7.0.${version(140, 5)}.2-${tag}.x86_64`,
		`prl-disp-service-7.0.${version(976, 34)}.8-${tag}.x86_64`,
		`prlctl-7.0.${version(180, 5)}.4-${tag}.x86_64`,
		`qemu-kvm-vz-${qemu}.x86_64`,
		`readykernel-1.${version(14, 1)}-${tag}.noarch`,
		...(readykernel.installed ? [`${readykernel.installed}.x86_64`] : []),
		`vcmmd-7.0.${version(172, 4)}-${tag}.x86_64`,
		`vzctl-7.0.${version(205, 5)}.5-${tag}.x86_64`,
		...kernels.map((kernel) => `vzkernel-${kernel}.x86_64`),
	];
}

const packagesForm = jsonForm(`{"rpm_qa": "$packages", "total": "$total", "repos": "$repos"}`);

export const packages: Write = ({ draw, software, life }) => {
	const next = random(life.key, "packages");
	const tools = `${oneOf(draw("company"), companies)}-internal-tools-1.${between(next(), 0, 9)}-1.noarch`;
	const own = draw("has own packages") < 0.09 ? [tools] : [];
	const key = `gpg-pubkey-${hex(next, 8)}-${hex(next, 8)}`;
	return packagesForm({
		packages: [...openvzPackages(software), key, ...had(draw, morePackages), ...own],
		total: Math.round(540 + draw("packages") ** 2 * 460) + software.update,
		repos: ["openvz-os", "openvz-updates", "factory", ...(draw("has epel") < 0.35 ? ["epel"] : [])],
	});
};

const clustersForm = jsonForm(`{
	"shaman": "$shaman", "vstorage": {"clusters": "$clusters", "mounted": "$vstorage"},
	"other": {"corosync": "$other", "pacemaker": "$other", "drbd": false, "ceph": false}, "cpupool": null,
	"pva_agent": "$pva"
}`);

export const clusters: Write = ({ draw, digits }) => {
	const u = draw("cluster");
	const vstorage = u >= 0.965 && u < 0.995;
	const shaman = u >= 0.965 && u < 0.985;
	const name = `vstor-${digits.slice(0, 4)}`;
	const nodes = between(draw("cluster size"), 3, 12);
	const mds = Math.min(5, nodes);
	return clustersForm({
		shaman: shaman ? { configured: true, cluster: name, nodes, resources: nodes * 9 } : { configured: false },
		clusters: vstorage ? [{ name, mds: `${mds} of ${mds}`, cs: `${nodes * 4} of ${nodes * 4}` }] : [],
		...{ vstorage, other: u >= 0.995, pva: draw("pva") < 0.02 },
	});
};
