/** Templates and server programs of containers. Names that no rule knows are the hoster's own and go no further. */

import type { Facts } from "#lib/facts/sections";
import { containerOs } from "#lib/facts/software/container-template";
import { serverProgram } from "#lib/facts/software/process";
import { distinct, grouped } from "../grouped";
import { type JsonObject, listOf, objectsOf, textOf } from "../values";

export function readContainerContents(output: JsonObject): Facts["container-contents"] | null {
	const listed = objectsOf(output.containers);
	if (!listed) return null;
	const containers = listed.map(({ ostemplate, top }) => ({
		os: containerOs(textOf(ostemplate)),
		processes: distinct((listOf(top) ?? []).flatMap((entry) => programOf(entry) ?? [])),
	}));
	return { containers: grouped(containers, ({ os }) => ({ os, processes: [] })) };
}

/** An entry is `[seconds, name]`. */
function programOf(entry: unknown): string | null {
	const name = textOf(listOf(entry)?.[1]);
	return name === null ? null : serverProgram(name);
}
