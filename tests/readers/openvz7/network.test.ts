import { describe, expect, test } from "vitest";
import { read } from "./section";

describe("network", () => {
	test("cards are grouped, devices made of others are not cards", () => {
		const nics = [
			{ name: "a", driver: "ixgbe", speed: 10_000 },
			{ name: "b", driver: "igb", speed: 1000 },
			{ name: "c", driver: "igb", speed: "1000" },
			{ name: "d", driver: "igb", speed: -1 },
			{ name: "e", driver: "igb", speed: 65_535 },
			{ name: "f", driver: "igb", speed: 4_294_967_295 },
			{ name: "g", speed: 100 },
			{ name: "bond0", driver: "bonding", speed: 2000 },
			{ name: "br0", driver: "bridge", speed: 10_000 },
			"eth0",
			null,
		];
		expect(read("network", { nics })?.nics).toEqual([
			{ driver: "igb", speedMbps: 1000, count: 2 },
			{ driver: "igb", speedMbps: null, count: 3 },
			{ driver: "ixgbe", speedMbps: 10_000, count: 1 },
			{ driver: null, speedMbps: 100, count: 1 },
		]);
	});

	test("virtual devices are no cards, by their driver or else by their name", () => {
		const card = { name: "eno1", driver: "igb", speed: 1000 };
		const virtual = [
			{ name: "venet0", driver: "vz-venet", speed: 10_000 },
			{ name: "venet0", speed: 10_000 },
			{ name: "veth1a2b", driver: "veth", speed: 10_000 },
			{ name: "bond0.5", driver: "802.1Q VLAN Support", speed: 20_000 },
			{ name: "eno1.7", speed: 10_000 },
			{ name: "vxlan42", driver: "vxlan", speed: 10_000 },
			{ name: "geneve0", driver: "geneve" },
			{ name: "wg0", driver: "wireguard" },
			{ name: "tap7", driver: "tun", speed: 10 },
			{ name: "virbr0", driver: "bridge" },
			{ name: "ovs-system", driver: "openvswitch" },
			{ name: "macvtap0", driver: "macvlan" },
			{ name: "br-ex", driver: "" },
			// Names with an id in hexadecimal, and without a driver.
			{ name: "vethd41d8cd", speed: 10_000 },
			{ name: "calif00dcafe123", speed: 10_000 },
			{ name: "tapc0ffee12-34", speed: 10 },
			{ name: "tunl0" },
			{ name: "ip6_vti0", driver: "ip6_vti" },
			{ name: "genev_sys_6081" },
			{ name: "vif3.0", speed: 10_000 },
			{ name: "vboxnet0", driver: "vboxnet" },
			{ name: "wlan0", driver: "mac80211_hwsim" },
		];
		expect(read("network", { nics: [card, ...virtual] })?.nics).toEqual([{ driver: "igb", speedMbps: 1000, count: 1 }]);
		expect(read("network", { nics: [{ name: "br0", driver: "mlx5_core", speed: 25_000 }] })?.nics).toEqual([
			{ driver: "mlx5-core", speedMbps: 25_000, count: 1 },
		]);
		expect(read("network", { nics: [{ name: "enp3s0", driver: "foo_eth" }] })?.nics).toEqual([
			{ driver: "other", speedMbps: null, count: 1 },
		]);
	});

	test("a host whose cards are not listed is known by its bonds, not by its teams", () => {
		expect(read("network", { bonds: [] })).toEqual({ nics: [], bonds: [], teams: [] });
		expect(read("network", { teams: [{ name: "team0" }] })).toBeUndefined();
		expect(read("network", { nics: "igb", bonds: [] })?.nics).toEqual([]);
	});

	test.each([
		["load balancing (round-robin)", "balance-rr"],
		["fault-tolerance (active-backup)", "active-backup"],
		["fault-tolerance (active-backup) (fail_over_mac active)", "active-backup"],
		["load balancing (xor)", "balance-xor"],
		["fault-tolerance (broadcast)", "broadcast"],
		["IEEE 802.3ad Dynamic link aggregation", "802.3ad"],
		["transmit load balancing", "balance-tlb"],
		["adaptive load balancing", "balance-alb"],
		["unknown", "other"],
	])("bonding mode %s", (said, mode) => {
		const proc = `Ethernet Channel Bonding Driver: v3.7.1 (April 27, 2011)\n\nBonding Mode: ${said}\nMII Status: up\n`;
		expect(read("network", { bonds: [{ proc }, { proc }] })?.bonds).toEqual([{ mode, count: 2 }]);
	});

	test("a bond or team that does not say how it runs is one all the same", () => {
		const output = { bonds: [{ name: "bond0" }, { proc: 7 }], teams: [{ name: "team0" }, { state: { setup: [] } }] };
		expect(read("network", output)).toEqual({
			nics: [],
			bonds: [{ mode: "other", count: 2 }],
			teams: [{ runner: "other", count: 2 }],
		});
	});

	test("team runners", () => {
		const team = (runner_name: unknown) => ({ name: "team0", state: { setup: { runner_name } } });
		const teams = [team("lacp"), team("activebackup"), team("lacp"), team("own"), team(5)];
		expect(read("network", { nics: [], teams })?.teams).toEqual([
			{ runner: "activebackup", count: 1 },
			{ runner: "lacp", count: 2 },
			{ runner: "other", count: 2 },
		]);
	});
});
