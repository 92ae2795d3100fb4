/** Templates and server programs of containers: `ostemplates` lists all of them, `top-ps` those that run. */

import type { Facts } from "#lib/facts/sections";
import { containerOs } from "#lib/facts/software/container-template";
import { serverProgram } from "#lib/facts/software/process";
import { distinct, grouped } from "../grouped";
import { lines } from "../lines";
import { itemsMax } from "../values";
import type { MemberText } from "./sections";
import { listedContainers } from "./vzlist";

export function readContainerContents(text: MemberText): Facts["container-contents"] {
	const templates = [...lines(text("ostemplates"))].slice(0, itemsMax);
	const programs = programsOf(templates.length, text);
	const containers = templates.map((template, i) => ({ os: containerOs(template), processes: programs[i] ?? [] }));
	return { containers: grouped(containers, ({ os }) => ({ os, processes: [] })) };
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
	for (const line of lines(topPs)) {
		if (/^-{4,}$/.test(line)) {
			if (blocks.length === itemsMax) break;
			blocks.push([]);
		}
		const program = serverProgram(/^\d+\s+(\S+)/.exec(line)?.[1] ?? "");
		if (program !== null) blocks.at(-1)?.push(program);
	}
	return blocks.map(distinct);
}
