/** The section network: cards, bonds as /proc/net/bonding prints them, teams as teamdctl dumps them, bridges. */
import type { Nic } from "../machine";
import { between, oneOf, pick, type Weighted } from "../random";
import type { Host } from "./host";

const bondModes: Weighted<string> = [
	["IEEE 802.3ad Dynamic link aggregation", 48],
	["fault-tolerance (active-backup)", 35],
	["fault-tolerance (active-backup) (fail_over_mac active)", 3],
	["load balancing (round-robin)", 5],
	["adaptive load balancing", 4],
	["load balancing (xor)", 3],
	["transmit load balancing", 1.5],
	["fault-tolerance (broadcast)", 0.5],
];
const runners: Weighted<string> = [
	["activebackup", 50],
	["lacp", 40],
	["roundrobin", 5],
	["loadbalance", 4],
	["broadcast", 1],
];

const mac = (nic: number) => `00:00:5e:00:53:${(nic + 1).toString(16).padStart(2, "0")}`;

function bondText(mode: string, nics: readonly Nic[]): string {
	const lacp = mode.startsWith("IEEE");
	const hashed = lacp || mode.includes("xor");
	const head = [
		"Ethernet Channel Bonding Driver: v3.7.1 (April 27, 2011)",
		"",
		`Bonding Mode: ${mode}`,
		...(hashed ? ["Transmit Hash Policy: layer3+4 (1)"] : []),
		...(mode.includes("active-backup") ? ["Primary Slave: None", `Currently Active Slave: ${nics[0]?.name}`] : []),
		"MII Status: up",
		"MII Polling Interval (ms): 100",
		"Up Delay (ms): 0",
		"Down Delay (ms): 0",
		...(lacp
			? ["", "802.3ad info", "LACP rate: fast", "Min links: 0", "Aggregator selection policy (ad_select): stable"]
			: []),
	];
	const slaves = nics.flatMap(({ name, speed }, i) => [
		"",
		`Slave Interface: ${name}`,
		"MII Status: up",
		`Speed: ${speed === null ? "Unknown" : `${speed} Mbps`}`,
		"Duplex: full",
		"Link Failure Count: 0",
		`Permanent HW addr: ${mac(i)}`,
		"Slave queue ID: 0",
		...(lacp ? ["Aggregator ID: 1"] : []),
	]);
	return `${[...head, ...slaves].join("\n")}\n`;
}

function teamState(runner: string, nics: readonly Nic[]): Record<string, unknown> {
	return {
		runner:
			runner === "lacp"
				? { active: true, fast_rate: true, select_policy: "lacp_prio", sys_prio: 65535 }
				: { active_port: nics[0]?.name },
		setup: {
			daemonized: false,
			dbus_enabled: true,
			debug_level: 0,
			kernel_team_mode_name: runner === "lacp" ? "loadbalance" : runner,
			pid: 4464,
			pid_file: "/var/run/teamd/team0.pid",
			runner_name: runner,
			zmq_enabled: false,
		},
		team_device: { ifinfo: { dev_addr: mac(0), dev_addr_len: 6, ifindex: 5, ifname: "team0" } },
	};
}

export function network(host: Host): Record<string, unknown> {
	const { machine, draw, guests, digits } = host;
	const u = draw("bonding");
	const bonded = u < 0.2;
	const teamed = u >= 0.1975 && u < 0.22;
	const first = machine.nics[0] ?? { name: "eth0", driver: "virtio_net", speed: null };
	// A bond needs two cards.
	const nics = machine.nics.length > 1 || u >= 0.22 ? machine.nics : [...machine.nics, { ...first, name: "eth1" }];
	const slaves = nics.slice(0, 2);
	const uplink = bonded ? "bond0" : teamed ? "team0" : first.name;
	const bridged = guests.vms.map(({ mac }) => `vme${mac.toLowerCase()}`);
	const octet = between(draw("address"), 2, 250);
	return {
		hostname: `${host.node}.${host.domain}`,
		nics: nics.map(({ name, driver, speed }, i) => ({
			name,
			driver,
			speed: speed ?? -1,
			duplex: speed === null ? "unknown" : "full",
			state: speed === null && !machine.virtual ? "down" : "up",
			mac: mac(i),
			mtu: 1500,
		})),
		bonds: bonded ? [{ name: "bond0", proc: bondText(pick(draw("bond mode"), bondModes), slaves) }] : [],
		teams: teamed ? [{ name: "team0", state: teamState(pick(draw("runner"), runners), slaves) }] : [],
		bridges: [{ name: "br0", ports: [uplink, ...bridged] }],
		vlans: draw("vlans") < 0.8 ? 0 : between(draw("vlans"), 1, 12),
		vnetworks: [
			{ "Network ID": "Bridged", Type: "bridged", "Bound To": uplink, Bridge: "br0" },
			{ "Network ID": "Host-Only", Type: "host-only", "Bound To": "", Bridge: "virbr1" },
		],
		addresses: [`192.0.2.${octet}/24`, `2001:db8::${digits.slice(0, 4)}/64`],
		ipv6: draw("ipv6") < 0.7,
		firewall: oneOf(draw("firewall"), ["firewalld", "firewalld", "iptables", "none"]),
	};
}
