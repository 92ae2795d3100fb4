/** The section static: kernel, releases, ReadyKernel, settings of the dispatcher, and what the host holds. */
import { varying } from "../holes";
import { hex, random } from "../random";
import type { Host } from "./host";
import { packageVersion } from "./updates";

export function releaseText({ software }: Host): string {
	return `OpenVZ release ${software.release}`;
}

export function staticSettings(host: Host): Record<string, unknown> {
	const { software, guests, draw, life } = host;
	const id = random(life.key, "server id");
	const policy = draw("vcmmd") < 0.92 ? "performance" : "density";
	const count = (list: readonly { state: string }[]) => list.filter(({ state }) => state === "running").length;
	return {
		uname_rm: `${software.kernel} x86_64`,
		releases: {
			"openvz-release": releaseText(host),
			"virtuozzo-release": releaseText(host),
			"redhat-release": `Virtuozzo Linux release ${software.base}`,
		},
		readykernel: software.readykernel,
		timezone: host.timezone,
		selinux: "Disabled",
		uptime: varying(({ at }) => Math.max(300, Math.round((at - software.booted) / 1000))),
		prlsrvctl_info_j: {
			ID: `ca359295-79a4-48db-8f3c-${hex(id, 12)}`,
			Hostname: `${host.node}.${host.domain}`,
			Version: `Server 7.0.${packageVersion(software.update, 976, 34)}`,
			"VM home": "/vz/vmprivate",
			"Vcmmd policy": { runtime: policy, config: policy },
			"Minimal security level": "normal",
			"Manage settings for new users": "allow",
			"Backup path": "/vz/vmprivate/backups/",
			"Backup temporary directory": "/vz/vmprivate/backups/tmp",
			"Backup timeout": 60,
			"Traffic shaping": "off",
			"Verbose log": "off",
		},
		vz_conf: { VE_LAYOUT: "ploop", DEF_OSTEMPLATE: ".centos-7", VEFSTYPE: "ext4", IPV6: "yes", TRAFFIC_SHAPING: "no" },
		counters: {
			ct_total: guests.containers.length,
			ct_running: count(guests.containers),
			vm_total: guests.vms.length,
			vm_running: count(guests.vms),
		},
	};
}
