/** Containers: `vzlist` has their states, `ostemplates` their templates, `top-ps` their programs. */
import { filesystem } from "#lib/facts/filesystem";
import type { Facts } from "#lib/facts/sections";
import { containerState } from "#lib/facts/software/guest";
import { serverProgram } from "#lib/facts/software/process";
import { distinct, grouped } from "../grouped";
import { readLimits } from "../limits";
import { containerOs } from "../rules";
import { eachOnce, flagOf, lines } from "../values";
import type { MemberText } from "./sections";

/**
 * Containers as `vzlist -aH -o status[,layout][,vswap]` prints them: how many columns there are depends on the age of
 * vzctl.
 */
interface ListedContainer {
	status: string;
	layout: string | null;
	vswap: string | null;
}

/** Lines with more words are error messages. */
const columnsMax = 3;

function listedContainers(vzlist: string): ListedContainer[] {
	const containers: ListedContainer[] = [];
	for (const line of lines(vzlist, readLimits.containers)) {
		const columns = line.split(/\s+/, columnsMax + 1);
		if (columns.length > columnsMax) continue;
		const [status = "", layout = null, vswap = null] = columns;
		containers.push({ status, layout, vswap });
	}
	return containers;
}

/** States of the containers, and whether they use VSwap. */
export function readContainerSettings(text: MemberText): Facts["container-settings"] {
	const stateOf = eachOnce(containerState, "other");
	const containers = listedContainers(text("vzlist")).map(({ status, vswap }) => ({
		state: stateOf(status),
		memoryMib: null,
		cpus: null,
		diskMib: null,
		vswap: flagOf(vswap),
	}));
	return { containers: grouped(containers) };
}

/** Templates and server programs: `ostemplates` lists all containers, `top-ps` those that run. */
export function readContainerContents(text: MemberText): Facts["container-contents"] {
	const templates = [...lines(text("ostemplates"), readLimits.containers)];
	const programs = programsOf(templates.length, text);
	const systemOf = eachOnce(containerOs, "custom");
	const containers = templates.map((template, i) => ({ os: systemOf(template), processes: programs[i] ?? [] }));
	return { containers: grouped(containers) };
}

/**
 * vzlist sorts by container in all three members, so the nth block is the nth running container's. Where the numbers do
 * not agree, because one was started in between, the blocks go to the first containers: how many there are of each
 * template and of each program stays right, which of them it was is not known.
 */
function programsOf(containers: number, text: MemberText): string[][] {
	const blocks = blocksOf(text("top-ps"));
	const listed = listedContainers(text("vzlist"));
	const running = listed.flatMap(({ status }, i) => (status === "running" ? [i] : []));
	const agree = listed.length === containers && running.length === blocks.length;
	const programs: string[][] = [];
	blocks.forEach((block, n) => {
		programs[agree ? (running[n] ?? n) : n] = block;
	});
	return programs;
}

/** A line of dashes begins a container, `<seconds> <name>` lines follow. */
function blocksOf(topPs: string): string[][] {
	const blocks: string[][] = [];
	const programOf = eachOnce(serverProgram, null);
	for (const line of lines(topPs)) {
		if (line.startsWith("----")) {
			if (!/^-+$/.test(line)) continue;
			if (blocks.length === readLimits.containers) break;
			blocks.push([]);
			continue;
		}
		const program = programOf(/^\d+\s+(\S+)/.exec(line)?.[1] ?? "");
		if (program !== null) blocks.at(-1)?.push(program);
	}
	return blocks.map(distinct);
}

/** Where containers keep their files, and the file system they are on. */
export function readSimfs(text: MemberText): Facts["simfs"] {
	const layouts = { ploop: 0, simfs: 0, other: 0, unknown: 0 };
	for (const { layout } of listedContainers(text("vzlist"))) layouts[layoutOf(layout)]++;
	return { layouts, filesystem: filesystem(named(text("fs")) ?? mounted(text("df"))) };
}

/** vzctl before 3.2 prints no layout, and later versions print `???` when they do not know it. */
function layoutOf(layout: string | null): keyof Facts["simfs"]["layouts"] {
	if (layout === null || /^(\?+|-)$/.test(layout)) return "unknown";
	return layout === "ploop" || layout === "simfs" ? layout : "other";
}

/** Where /vz is on the root there are two lines: `rootfs` and the file system that was mounted over it. */
function named(fs: string): string | null {
	return [...lines(fs, readLimits.fewLines)].findLast((name) => name !== "rootfs") ?? null;
}

/** `df` names no file system, but tells a network one by `server:/export`, also when the long name wraps. */
function mounted(df: string): string | null {
	const [, device = ""] = [...lines(df, readLimits.fewLines)];
	return /^[^\s/]+:\//.test(device) ? "nfs" : null;
}
