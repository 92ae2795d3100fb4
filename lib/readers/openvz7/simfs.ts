/** Where containers keep their files, and the file system they are on. */
import { filesystem } from "#lib/facts/filesystem";
import type { Facts } from "#lib/facts/sections";
import { type JsonObject, manyOf, objectOf, sumOf, textOf, textsOf } from "../values";

/** vzctl numbers the layouts; 3 was VZFS. */
const layoutNames: Readonly<Record<string, "ploop" | "simfs">> = { "4": "simfs", "5": "ploop" };

export function readSimfs(output: JsonObject, member: (name: string) => JsonObject | null): Facts["simfs"] | null {
	const layouts = objectOf(output.layouts);
	if (!layouts) return null;
	const counts = { ploop: 0, simfs: 0, other: 0, unknown: 0 };
	for (const [number, containers] of Object.entries(layouts)) {
		const layout = (Object.hasOwn(layoutNames, number) ? layoutNames[number] : undefined) ?? "other";
		counts[layout] = sumOf([counts[layout], manyOf(containers) ?? 0]);
	}
	// The disks section looks at /vz too, and is in most reports the only one that says what it is.
	const vz = objectOf(member("disks.json")?.vz);
	return { layouts: counts, filesystem: filesystem(mountedAtVz(output.proc_mounts) ?? textOf(vz?.fstype)) };
}

/** The third column of /proc/mounts. */
function mountedAtVz(mounts: unknown): string | null {
	for (const line of textsOf(mounts) ?? []) {
		const [, place, type] = line.slice(0, 1024).split(/\s+/);
		if (place === "/vz") return type ?? null;
	}
	return null;
}
