/** What a path of OpenVZ's download server, or of one of its mirrors, is. */
import { containerOs } from "#lib/facts/software/container-template";
import { isOurs } from "#lib/facts/software/package";
import { familyOf } from "#lib/statistics/names/distributions";
import { rememberedLengthMax } from "./robots";

export type Download =
	| { kind: "iso"; release: string; file: string }
	| { kind: "repository"; client: string }
	| { kind: "package"; of: string; file: string }
	| { kind: "template"; distribution: string; file: string }
	| { kind: "install"; part: "tree" | "image" }
	/** The file that shows how old a mirror is. */
	| { kind: "timestamp" };

/** Below the folder of a mirror. */
const roots = /\/(?:virtuozzo|kernel|template|vzlinux|openvz)\//;
const isIso = (path: string) => path.includes("/iso/") && (path.endsWith(".iso") || path.endsWith("/factory-DVD"));
const installImage = /\/(?:LiveOS|images)\/(?:pxeboot\/)?(?:squashfs\.img|install\.img)$/;

/** The path within the tree of OpenVZ; `null` outside. `prefix` is the folder of a mirror; without one it is found. */
export function withinTree(path: string, prefix: string | null): string | null {
	if (prefix !== null) return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : null;
	const at = path.search(roots);
	if (at < 0) return path === "/timestamp" || path.endsWith("/openvz/timestamp") ? "/timestamp" : null;
	return path.slice(at).replace(/^\/openvz(?=\/)/, "");
}

/** The same few thousand files are asked for all the time. */
const known = new Map<string, Download | null>();
const knownMax = 20_000;

/** `null`: nothing that is counted. */
export function downloadOf(path: string): Download | null {
	const before = known.get(path);
	if (before !== undefined) return before;
	if (known.size >= knownMax) known.clear();
	const download = recognized(path);
	if (path.length <= rememberedLengthMax) known.set(path, download);
	return download;
}

function recognized(path: string): Download | null {
	if (path.endsWith("/repodata/repomd.xml")) return { kind: "repository", client: clientOf(path) };
	if (path.endsWith(".rpm")) return path.includes("/SRPMS/") ? null : packageOf(path);
	if (isIso(path)) return { kind: "iso", release: releaseOf(path), file: path };
	if (path.startsWith("/template/precreated/")) return templateOf(path);
	if (path.endsWith("/.treeinfo")) return { kind: "install", part: "tree" };
	if (installImage.test(path)) return { kind: "install", part: "image" };
	return path === "/timestamp" ? { kind: "timestamp" } : null;
}

const release = /^\/virtuozzo\/releases\/(?:openvz-)?([6-9]\.\d(?:\.\d{1,2})?)(?:-\d{1,5})?\//;

function releaseOf(path: string): string {
	if (/^\/virtuozzo\/factory\d*\//.test(path)) return "factory";
	return release.exec(path)?.[1] ?? "other";
}

const clients: readonly [path: RegExp, client: string][] = [
	[/^\/virtuozzo\/(?:releases\/(?:openvz-)?8|factory8\/)/, "vz8"],
	[/^\/virtuozzo\/(?:releases\/(?:openvz-)?9|factory9\/)/, "vz9"],
	[/^\/virtuozzo\/factory\//, "factory"],
	[/^\/virtuozzo\/releases\/(?:openvz-)?7/, "openvz-7"],
	[/^\/vzlinux\/7/, "openvz-7"],
	[/^\/vzlinux\/8/, "vz8"],
	[/^\/vzlinux\/9/, "vz9"],
	[/^\/(?:kernel|current)\//, "openvz-6"],
];

const clientOf = (path: string) => clients.find(([pattern]) => pattern.test(path))?.[1] ?? "other";

function packageOf(path: string): Download {
	const file = path.slice(path.lastIndexOf("/") + 1, -".rpm".length);
	return { kind: "package", of: kindOfPackage(file), file: path };
}

function kindOfPackage(file: string): string {
	if (/^(?:o?vzkernel|kernel|readykernel-patch)\b/.test(file)) return "kernel";
	if (/-ez-|^vzpkgenv|^vztt|template/.test(file)) return "template";
	return isOurs(file) ? "tools" : "other";
}

function templateOf(path: string): Download | null {
	const name = /\/([^/]+)\.tar\.(?:gz|xz|bz2|lz4)$/.exec(path)?.[1];
	if (name === undefined) return null;
	const family = familyOf(containerOs(name));
	return { kind: "template", distribution: family === "custom" || family === "not-set" ? "other" : family, file: path };
}
