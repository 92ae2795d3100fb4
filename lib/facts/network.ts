/** Drivers of network cards, and how bonds and teams of cards are run. */
import { cleanText } from "./text";

/** Ethernet, InfiniBand, wireless and virtual cards, in-tree and the makers' own, by the names the kernel has. */
export const nicDrivers: ReadonlySet<string> = new Set(
	`
	3c509 3c59x 8139cp 8139too 8390 ne2k-pci pcnet32 via-rhine via-velocity sis190 sis900 natsemi ns83820 sundance starfire
	tulip de2104x dmfe epic100 fealnx typhoon r6040 dl2k hamachi yellowfin winbond-840 uli526x
	e100 e1000 e1000e igb igbvf igc ixgb ixgbe ixgbevf i40e i40evf iavf ice idpf fm10k
	bnx2 bnx2x bnxt_en tg3 b44 cnic be2net benet sfc sfc-falcon sfc_ef100 cxgb cxgb3 cxgb4 cxgb4vf s2io vxge
	mlx4_en mlx4_core mlx5_core mlx5e mlxsw_pci mlx_en ib_ipoib ipoib ib_mthca
	r8101 r8125 r8126 r8127 r8152 r8168 r8169 r8139 forcedeth skge sky2 atl1 atl1c atl1e atl2 alx jme
	qlcnic qlge qede qed qla3xxx netxen_nic nx_nic enic myri10ge niu sunhme sungem cassini bna nfp ionic atlantic
	aquantia hinic hns hns3 hisi_femac liquidio thunder-nic thunder_bgx nicvf octeontx2-nicpf octeontx2-nicvf rvu_nicpf
	mvneta mvpp2 mvneta_bm macb stmmac dwmac xgene-enet amd-xgbe dpaa2-eth fsl_dpa fec gianfar txgbe ngbe
	ena gve efa mana hv_netvsc netvsc vmxnet vmxnet3 virtio_net virtio-net xen-netfront xen_netfront vif
	usbnet cdc_ether cdc_ncm rndis_host asix ax88179_178a smsc95xx smsc75xx lan78xx lan743x
	ath5k ath9k ath10k_pci ath11k_pci iwlwifi iwl3945 iwl4965 brcmfmac brcmsmac b43 rtl8192ce rtl8723be rtw88_pci rt2800pci
	hinic3 hibmcge hns-nic octeon_ep funeth sfc_siena acenic txgbevf ngbevf fsl_enetc st_gmac bcmgenet thunderx-nicvf tn40xx
	pch_gbe cdc_mbim aqc111 rtl8150 mlx4_ib mt7921e rtl8xxxu rt2800usb ath9k_htc
	tehuti et131x ksz884x xilinx_axienet ibmveth ibmvnic ehea oa_tc6 qeth
	`
		.trim()
		.split(/\s+/),
);

/** Drivers of devices that are no hardware. A venet claims 10 Gbit/s on every OpenVZ host. */
const virtualDrivers: ReadonlySet<string> = new Set(
	`
	vz-venet venet vznet vzeth vz-veth veth bonding bridge vlan 8021q dummy ifb nlmon macvlan macvtap ipvlan ipvtap tun tap team vrf
	openvswitch vxlan geneve gre ip_gre ip6_gre gretap ip6gretap erspan sit ipip ip_vti ip6_tunnel ip6tnl fou gtp l2tp l2tp_eth wireguard
	vti vti6 ip6_vti ip6gre ip6_gretap tunl ip6erspan ipsec pptp eql teql bnep mac80211_hwsim rte_kni vboxnet vboxnetadp prl_eth
	bareudp batman_adv netdevsim vcan vsockmon can hsr amt lowpan loopback lo ppp pppoe slip rndis vmnet xfrm macsec
	`
		.trim()
		.split(/\s+/),
);

/** How names begin that only virtual devices have; a number, an id in hexadecimal or the like follows. */
const virtualNames = `
	lo venet veth vme virbr vnet vmbr br br- brq docker cni flannel cali cilium tap tun qbr qvo qvb qg- qr- ovs bond team dummy
	ifb gre gretap erspan sit tunl ip6tnl ip6gre ip_vti ip6_vti teql vxlan vxlan_sys_ geneve genev_sys_ wg ppp macvtap macvlan
	ipvlan vlan vrf nlmon fwbr fwpr fwln kube- lxc lxcbr lxdbr incusbr podman antrea zt tailscale xenbr xapi vif vswif vboxnet
	vmnet
`
	.trim()
	.split(/\s+/);
/** VLANs are `eth0.5` and `vlan5@bond0`, further addresses are `eth0:1`. */
const virtualName = new RegExp(`^(?:${virtualNames.join("|")})(?:[\\da-f_-]|$)|^[\\w-]{1,15}[.@:]`, "i");

/** Whether a network device is no card: by its driver, or where the driver is not given, by its name. */
export function isVirtualNic(name: unknown, driver: unknown): boolean {
	const said = cleanText(driver)?.toLowerCase() ?? null;
	// `ethtool` says `802.1Q VLAN Support`.
	if (said !== null && (virtualDrivers.has(said) || /^802\.1q\b/.test(said))) return true;
	if (said !== null && nicDrivers.has(said)) return false;
	return virtualName.test(cleanText(name) ?? "");
}

/** Key of a driver, with `_` written as `-`; `null` when absent, `other` when the list does not know it. */
export function nicDriver(name: unknown): string | null {
	const driver = cleanText(name)?.toLowerCase() ?? null;
	if (driver === null) return null;
	return nicDrivers.has(driver) ? driver.replaceAll("_", "-") : "other";
}

/** The text after `Bonding Mode:` in /proc/net/bonding, in lower case, and the driver's own name of the mode. */
export const bondModes: Readonly<Record<string, string>> = {
	"load balancing (round-robin)": "balance-rr",
	"fault-tolerance (active-backup)": "active-backup",
	"load balancing (xor)": "balance-xor",
	"fault-tolerance (broadcast)": "broadcast",
	"ieee 802.3ad dynamic link aggregation": "802.3ad",
	"transmit load balancing": "balance-tlb",
	"adaptive load balancing": "balance-alb",
};

export const teamRunners: ReadonlySet<string> = new Set([
	"activebackup",
	"lacp",
	"loadbalance",
	"roundrobin",
	"broadcast",
	"random",
]);

/** Mode of a bond from the text of /proc/net/bonding/<bond>; `other` for a mode that the table does not know. */
export function bondMode(procText: string): string {
	const text = /^[ \t]*Bonding Mode:([^\n]{0,200})$/im.exec(procText)?.[1] ?? "";
	// A suffix only says what happens to the hardware address when the active card changes.
	const mode = text
		.replace(/\(fail_over_mac [a-z]+\)\s*$/i, "")
		.replace(/\s+/g, " ")
		.trim()
		.toLowerCase();
	return (Object.hasOwn(bondModes, mode) ? bondModes[mode] : undefined) ?? "other";
}

/** Runner of a team from `setup.runner_name`. */
export function teamRunner(name: unknown): string {
	return typeof name === "string" && teamRunners.has(name) ? name : "other";
}
