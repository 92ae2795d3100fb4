/** The sections of containers: ves (settings), ves_content, cgroups and simfs. */
import type { Container } from "../containers";
import { varying } from "../holes";
import { systemOf } from "../templates";
import type { Host } from "./host";

/** EZ templates carry a leading dot. */
const templateOf = ({ template }: Container) => (/^[a-z]+-[\d.]+-x86/.test(template) ? `.${template}` : template);
const isRunning = ({ state }: Container) => state === "running";
const layoutOf = ({ layout }: Container) => (layout === "ploop" ? 5 : 4);

const uptime = ({ state, started }: { state: string; started: number }) =>
	state === "running" ? varying(({ at }) => String(Math.max(60, Math.round((at - started) / 1000)))) : "0";

function prlctlContainer(container: Container, index: number, host: Host): Record<string, unknown> {
	const { id, name, state, memoryMb, cpus, diskMb, layout } = container;
	// `state` of devices is printed by tools newer than update 11.
	const device = host.software.update > 11 ? { state: "connected" } : {};
	const cores = cpus === 0 ? "unlimited" : cpus;
	return {
		ID: id,
		EnvID: id,
		Name: name,
		Description: "",
		Type: "CT",
		State: state,
		OS: systemOf(container.template),
		Template: "no",
		Uptime: uptime(container),
		Home: `/vz/private/${id}`,
		Owner: "root",
		GuestTools: { state: "possibly_installed" },
		"GuestTools autoupdate": "on",
		Autostart: "on",
		Autostop: "suspend",
		Autocompact: "on",
		"Boot order": "",
		"EFI boot": "off",
		"Allow select boot device": "off",
		"External boot device": "",
		"Remote display": { mode: "off", address: "0.0.0.0" },
		"Remote display state": "stopped",
		Hardware: {
			cpu: {
				sockets: 1,
				cpus: cores,
				cores,
				"VT-x": true,
				hotplug: true,
				accl: "high",
				mode: "64",
				cpuunits: 1000,
				ioprio: 4,
			},
			memory: { size: `${memoryMb}Mb`, hotplug: true },
			video: { size: "0Mb", "3d acceleration": "off", "vertical sync": "yes" },
			memory_guarantee: { auto: true },
			hdd0: {
				enabled: true,
				...device,
				port: "scsi:0",
				image: `/vz/private/${id}/${layout === "ploop" ? "root.hdd" : "fs"}`,
				type: "expanded",
				size: `${diskMb}Mb`,
				mnt: "/",
				subtype: "virtio-scsi",
			},
			venet0: { enabled: true, type: "routed", ips: `192.0.2.${(index % 250) + 1} ` },
		},
		Features: "",
		"Disabled Windows logo": "on",
		"Nested virtualization": "off",
		"Offline management": { enabled: false },
		Hostname: `${name}.${host.domain}`,
		"DNS Servers": "192.0.2.53",
		"High Availability": { enabled: "yes", prio: 0 },
	};
}

export function containerSettings(host: Host): Record<string, unknown> {
	const { containers } = host.guests;
	return {
		prlctl_list_aij: containers.map((container, i) => prlctlContainer(container, i, host)),
		vzlist_j: containers.map((container) => ({
			ctid: container.id,
			status: container.state,
			layout: layoutOf(container),
			ostemplate: templateOf(container),
			distribution: container.template.split("-")[0],
			physpages: null,
			onboot: true,
			autostop: "suspend",
			cpus: container.cpus,
			cpulimit: 0,
			cpuunits: 1000,
			ioprio: 4,
			features: null,
			ha_enable: "yes",
			type: "regular",
		})),
	};
}

const applications: Readonly<Record<string, string>> = {
	httpd: "httpd",
	mysqld: "mysql",
	mariadbd: "mariadb",
	"php-fpm": "php",
	postgres: "postgresql",
};

export function containerContents({ guests }: Host): Record<string, unknown> {
	return {
		containers: guests.containers.map((container) => ({
			ctid: container.id,
			ostemplate: templateOf(container),
			templates: container.processes.flatMap((name) => applications[name] ?? []).sort(),
			nr_packages: 240 + (container.diskMb % 7) * 31,
			init: /^(centos-[56]|debian-[567]|ubuntu-1[024]|scientific)/.test(container.template) ? "sysv" : "systemd",
			top: isRunning(container)
				? container.processes.map((name, i) => [
						varying(({ at }) => Math.max(1, Math.round((at - container.started) / 1e6 / (4 ** i * 10)))),
						name,
					])
				: [],
		})),
	};
}

const controllers = [
	["cpuset", 8],
	["cpu", 3],
	["cpuacct", 3],
	["memory", 11],
	["devices", 2],
	["freezer", 6],
	["net_cls", 7],
	["blkio", 4],
	["beancounter", 10],
	["perf_event", 5],
	["hugetlb", 9],
	["ve", 12],
	["pids", 13],
	["net_prio", 7],
] as const;

export function cgroups({ guests }: Host): Record<string, unknown> {
	const running = guests.containers.filter(isRunning);
	const rows = controllers.map(([name, hierarchy]) => `${name}\t${hierarchy}\t${running.length + 9}\t1`);
	return {
		proc_cgroups: `#subsys_name\thierarchy\tnum_cgroups\tenabled\n${rows.join("\n")}\n`,
		containers: running.map(({ id, memoryMb, cpus, ioLimit }) => ({
			ctid: id,
			"memory.limit_in_bytes": memoryMb * 1_048_576,
			"memory.usage_in_bytes": varying(({ next }) => Math.round(memoryMb * 256 * (0.2 + next() * 0.75)) * 4096),
			"memory.memsw.limit_in_bytes": memoryMb * 1_572_864,
			"cpu.shares": 1024,
			"cpu.rate": 0,
			"cpu.nr_cpus": cpus,
			"blkio.weight": 550,
			"beancounter.iolimit.speed": ioLimit,
			"beancounter.iopslimit.speed": ioLimit > 10_485_760 ? 300 : 0,
		})),
	};
}

export function simfs({ guests }: Host): Record<string, unknown> {
	const { containers } = guests;
	const running = containers.filter(isRunning);
	const count = (list: Container[], layout: Container["layout"]) =>
		list.filter((container) => container.layout === layout).length;
	const usedKb = (share: number) =>
		containers.reduce((sum, { diskMb, layout }) => sum + (layout === "ploop" ? diskMb * 1024 : 0), 0) * share;
	return {
		layouts: { "3": 0, "4": count(containers, "simfs"), "5": count(containers, "ploop") },
		mounts: { simfs: count(running, "simfs"), ploop: count(running, "ploop") },
		proc_mounts: running.map(({ id, layout }, i) =>
			layout === "simfs"
				? `/vz/private/${id}/fs /vz/root/${id} simfs rw,relatime 0 0`
				: `/dev/ploop${28_261 + i * 8}p1 /vz/root/${id} ext4 rw,relatime,barrier=1,stripe=256,data=ordered,balloon_ino=12,pfcache_csum,pfcache=/vz/pfcache 0 0`,
		),
		ploop_images: count(containers, "ploop"),
		ploop_size_kb: usedKb(1),
		ploop_used_kb: varying(({ next }) => Math.round(usedKb(0.38 + next() * 0.02))),
	};
}
