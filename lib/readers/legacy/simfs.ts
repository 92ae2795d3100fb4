/** Where containers keep their files, and the file system they are on. */
import { filesystem } from "#lib/facts/filesystem";
import type { Facts } from "#lib/facts/sections";
import { lines } from "../lines";
import type { MemberText } from "./sections";
import { listedContainers } from "./vzlist";

export function readSimfs(text: MemberText): Facts["simfs"] {
	const layouts = { ploop: 0, simfs: 0, other: 0, unknown: 0 };
	for (const { layout } of listedContainers(text("vzlist"))) layouts[layoutOf(layout)]++;
	return { layouts, filesystem: filesystem(named(text("fs")) ?? mounted(text("df"))) };
}

/** vzctl before 3.2 does not say, and later ones print `???` when they do not know. */
function layoutOf(layout: string | null): keyof Facts["simfs"]["layouts"] {
	if (layout === null || /^(\?+|-)$/.test(layout)) return "unknown";
	return layout === "ploop" || layout === "simfs" ? layout : "other";
}

/** With /vz on the root there are two lines: `rootfs` and the file system that was mounted over it. */
function named(fs: string): string | null {
	return [...lines(fs)].findLast((name) => name !== "rootfs") ?? null;
}

/** `df` names no file system, but tells a network one by `server:/export`, also when the long name wraps. */
function mounted(df: string): string | null {
	const [, device = ""] = [...lines(df)];
	return /^[^\s/]+:\//.test(device) ? "nfs" : null;
}
