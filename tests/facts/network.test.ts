import { expect, test } from "vitest";
import { bondMode, nicDriver, teamRunner } from "#lib/facts/network";
import bondingMode from "#lib/statistics/bonding-mode";
import teamRunnerStatistic from "#lib/statistics/team-runner";

const proc = (mode: string) =>
	`Ethernet Channel Bonding Driver: v3.7.1 (April 27, 2011)\n\nBonding Mode: ${mode}\nTransmit Hash Policy: layer2 (0)\nMII Status: up\n\nSlave Interface: eno1\nPermanent HW addr: 00:00:5e:00:53:01\n`;

test.each([
	["load balancing (round-robin)", "balance-rr"],
	["fault-tolerance (active-backup)", "active-backup"],
	["fault-tolerance (active-backup) (fail_over_mac active)", "active-backup"],
	["fault-tolerance (active-backup) (fail_over_mac follow)", "active-backup"],
	["load balancing (xor)", "balance-xor"],
	["fault-tolerance (broadcast)", "broadcast"],
	["IEEE 802.3ad Dynamic link aggregation", "802.3ad"],
	["transmit load balancing", "balance-tlb"],
	["adaptive load balancing", "balance-alb"],
])("%s is %s", (mode, key) => {
	expect(bondMode(proc(mode))).toBe(key);
	expect(bondMode(proc(mode).replaceAll("\n", "\r\n"))).toBe(key);
	expect(bondingMode.labels).toHaveProperty([key]);
});

test.each([proc("acme mode of John"), proc(""), proc("constructor"), "", "MII Status: up"])("%j is other", (text) => {
	expect(bondMode(text)).toBe("other");
});

test.each(["activebackup", "lacp", "loadbalance", "roundrobin", "broadcast", "random"])("%s is a runner", (name) => {
	expect(teamRunner(name)).toBe(name);
	expect(teamRunnerStatistic.labels).toHaveProperty([name]);
});

test.each(["acme", "", null, undefined, 4, {}])("%j is no runner", (name) => {
	expect(teamRunner(name)).toBe("other");
});

test.each([
	["igb", "igb"],
	["ixgbe", "ixgbe"],
	["mlx5_core", "mlx5-core"],
	["virtio_net", "virtio-net"],
	["bnxt_en", "bnxt-en"],
	["acme_nic", "other"],
	["constructor", "other"],
	["", null],
	[null, null],
	[undefined, null],
	[5, null],
])("the driver %j is %s", (name, key) => {
	expect(nicDriver(name)).toBe(key);
});
