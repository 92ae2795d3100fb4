/** The section network: cards, bonds as /proc/net/bonding prints them, teams as teamdctl dumps them, bridges. */
import { between, oneOf, pick } from "../chance";
import { form, jsonForm } from "../form";
import type { Nic } from "../machine";
import type { Write } from "./sections";

const bondModes = {
	"IEEE 802.3ad Dynamic link aggregation": 48,
	"fault-tolerance (active-backup)": 35,
	"fault-tolerance (active-backup) (fail_over_mac active)": 3,
	"load balancing (round-robin)": 5,
	"adaptive load balancing": 4,
	"load balancing (xor)": 3,
	"transmit load balancing": 1.5,
	"fault-tolerance (broadcast)": 0.5,
};
const runners = { activebackup: 50, lacp: 40, roundrobin: 5, loadbalance: 4, broadcast: 1 };

const mac = (nic: number) => `00:00:5e:00:53:${(nic + 1).toString(16).padStart(2, "0")}`;

const bondForm = form(`Ethernet Channel Bonding Driver: v3.7.1 (April 27, 2011)

Bonding Mode: $mode$hash$active
MII Status: up
MII Polling Interval (ms): 100
Up Delay (ms): 0
Down Delay (ms): 0$aggregation$ports
`);
const activeForm = form("\nPrimary Slave: None\nCurrently Active Slave: $name");
const aggregation = `

802.3ad info
LACP rate: fast
Min links: 0
Aggregator selection policy (ad_select): stable`;
const portForm = form(`

Slave Interface: $name
MII Status: up
Speed: $rate
Duplex: full
Link Failure Count: 0
Permanent HW addr: $address
Slave queue ID: 0$aggregator`);

function bondText(mode: string, nics: readonly Nic[]): string {
	const isLacp = mode.startsWith("IEEE");
	const aggregator = isLacp ? "\nAggregator ID: 1" : "";
	const ports = nics.map(({ name, speed }, i) => {
		return portForm({ name, rate: speed === null ? "Unknown" : `${speed} Mbps`, address: mac(i), aggregator });
	});
	return bondForm({
		mode,
		hash: isLacp || mode.includes("xor") ? "\nTransmit Hash Policy: layer3+4 (1)" : "",
		active: mode.includes("active-backup") ? activeForm({ name: nics[0]?.name }) : "",
		aggregation: isLacp ? aggregation : "",
		ports: ports.join(""),
	});
}

const teamForm = jsonForm(`{
	"name": "team0",
	"state": {
		"runner": "$state",
		"setup": {"daemonized": false, "dbus_enabled": true, "debug_level": 0, "kernel_team_mode_name": "$mode",
			"pid": 4464, "pid_file": "/var/run/teamd/team0.pid", "runner_name": "$runner", "zmq_enabled": false},
		"team_device": {"ifinfo": {"dev_addr": "$address", "dev_addr_len": 6, "ifindex": 5, "ifname": "team0"}}
	}
}`);

function teamText(runner: string, nics: readonly Nic[]): string {
	const isLacp = runner === "lacp";
	const lacp = { active: true, fast_rate: true, select_policy: "lacp_prio", sys_prio: 65535 };
	const state = isLacp ? lacp : { active_port: nics[0]?.name };
	return teamForm({ state, runner, mode: isLacp ? "loadbalance" : runner, address: mac(0) });
}

const networkForm = jsonForm(`{
	"hostname": "$node.$domain", "nics": "$nics", "bonds": "$bonds", "teams": "$teams",
	"bridges": [{"name": "br0", "ports": "$ports"}], "vlans": "$vlans",
	"vnetworks": [
		{"Network ID": "Bridged", "Type": "bridged", "Bound To": "$uplink", "Bridge": "br0"},
		{"Network ID": "Host-Only", "Type": "host-only", "Bound To": "", "Bridge": "virbr1"}
	],
	"addresses": ["192.0.2.$octet/24", "2001:db8::$digits/64"], "ipv6": "$ipv6", "firewall": "$firewall"
}`);

export const network: Write = ({ machine, draw, guests, digits, node, domain }) => {
	const u = draw("bonding");
	const bonded = u < 0.2;
	const teamed = u >= 0.1975 && u < 0.22;
	const first = machine.nics[0] ?? { name: "eth0", driver: "virtio_net", speed: null };
	// A bond needs two cards.
	const nics = machine.nics.length > 1 || u >= 0.22 ? machine.nics : [...machine.nics, { ...first, name: "eth1" }];
	const ports = nics.slice(0, 2);
	const uplink = bonded ? "bond0" : teamed ? "team0" : first.name;
	return networkForm({
		...{ node, domain, uplink, digits: digits.slice(0, 4), octet: between(draw("address"), 2, 250) },
		nics: nics.map(({ name, driver, speed }, i) => ({
			...{ name, driver, speed: speed ?? -1, duplex: speed === null ? "unknown" : "full" },
			...{ state: speed === null && !machine.virtual ? "down" : "up", mac: mac(i), mtu: 1500 },
		})),
		bonds: bonded ? [{ name: "bond0", proc: bondText(pick(draw("bond mode"), bondModes), ports) }] : [],
		teams: teamed ? [JSON.parse(teamText(pick(draw("runner"), runners), ports))] : [],
		ports: [uplink, ...guests.vms.map((vm) => `vme${vm.mac.toLowerCase()}`)],
		vlans: draw("vlans") < 0.8 ? 0 : between(draw("vlans"), 1, 12),
		ipv6: draw("ipv6") < 0.7,
		firewall: oneOf(draw("firewall"), ["firewalld", "firewalld", "iptables", "none"]),
	});
};
