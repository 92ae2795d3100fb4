/**
 * Strange hosts: one in a hundred says something that no rule expects. Readers must live with all of it: a wrong field
 * costs that field or that section, never the report.
 */

import { oneOf } from "../random";
import type { Draw } from "../strata";

type Body = Record<string, unknown>;

interface Oddity {
	section: string;
	change(body: Body): Body;
}

const list = (value: unknown): Body[] => (Array.isArray(value) ? value : []);

const oddities: readonly Oddity[] = [
	{ section: "static", change: (body) => ({ ...body, uname_rm: "6.1.0-13-amd64 x86_64" }) },
	{ section: "static", change: (body) => ({ ...body, uname_rm: "3.10.0-1160.105.1.vz7.214.3.aip7.1 x86_64" }) },
	{ section: "static", change: (body) => ({ ...body, releases: { "os-release": 'PRETTY_NAME="Home made 3"' } }) },
	{
		section: "cpu",
		change: (body) => ({
			...body,
			lscpu: { "Model name": "Genuine Intel(R) CPU 0000 @ 2.20GHz", "CPU(s)": "112", "Vendor ID": "GenuineIntel" },
		}),
	},
	{ section: "cpu", change: (body) => ({ ...body, lscpu: "lscpu: command not found" }) },
	{ section: "memory", change: (body) => ({ ...body, meminfo: { MemFree: 4096 } }) },
	{ section: "memory", change: (body) => ({ ...body, meminfo: { MemTotal: 25_769_803_776, SwapTotal: 0 } }) },
	{
		section: "disks",
		change: (body) => ({
			...body,
			lsblk_P_b: ['NAME="sda" TYPE="disk" SIZE="0"', "lsblk: dm-3: failed to get device path"],
		}),
	},
	{
		section: "network",
		change: (body) => ({ ...body, bonds: [{ name: "bond0", proc: "Bonding Mode: quantum entangled\n" }] }),
	},
	{ section: "network", change: (body) => ({ ...body, teams: [{ name: "team0", state: null }] }) },
	{
		section: "ves_content",
		change: (body) => ({
			...body,
			containers: list(body.containers).map((container) => ({
				...container,
				ostemplate: '../../etc/<b>my "own" template</b>',
			})),
		}),
	},
	{
		section: "ves",
		change: (body) => ({
			...body,
			prlctl_list_aij: list(body.prlctl_list_aij).map((container) => ({
				...container,
				State: "hibernating",
				Hardware: {},
			})),
		}),
	},
	{ section: "simfs", change: (body) => ({ ...body, layouts: { "3": 2, "7": 1 } }) },
	{
		section: "services",
		change: (body) => ({ ...body, enabled: Array.from({ length: 700 }, (_, i) => `job-${i}@tenant.service`) }),
	},
	{ section: "packages", change: (body) => ({ ...body, rpm_qa: ["not a package", "vzctl", ""], total: -1 }) },
];

/** Changes that this host makes to a section, if it is a strange one. */
export function oddly(draw: Draw, section: string, body: Body): Body {
	const u = draw("strange");
	if (u >= 0.01) return body;
	const oddity = oneOf(u / 0.01, oddities);
	return oddity.section === section ? oddity.change(body) : body;
}
