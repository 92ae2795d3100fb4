/**
 * `sweep.js <folder>`: waits until the process that started it is gone, which closes its standard input. Then it stops
 * every PostgreSQL with data in the folder and removes the folder.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const [folder = ""] = process.argv.slice(2);
const secondsMax = 60;

process.stdin.resume();
await new Promise((done) => process.stdin.once("close", done));

// Servers that tests started notice within half a second that they should end, and may write until then.
let absentSince = 0;
for (const begun = Date.now(); Date.now() - begun < 1000 * secondsMax; await pause(100)) {
	if (remove()) {
		absentSince ||= Date.now();
		if (Date.now() - absentSince > 1500) break;
	} else absentSince = 0;
}

/** True when there was nothing left to remove. */
function remove() {
	let names;
	try {
		names = readdirSync(folder, { recursive: true, encoding: "utf8" });
	} catch (error) {
		if (error.code === "ENOENT") return true;
		names = [];
	}
	for (const name of names) if (/(^|[/\\])postmaster\.pid$/.test(name)) stop(join(folder, name));
	try {
		rmSync(folder, { recursive: true, force: true });
	} catch {
		// Somebody is still writing into it: try again.
	}
	return false;
}

function commandOf(pid) {
	if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
	return spawnSync("ps", ["-p", `${pid}`, "-o", "command="], { encoding: "utf8" }).stdout ?? "";
}

function stop(processFile) {
	try {
		const pid = Number(readFileSync(processFile, "utf8").split("\n")[0]);
		// Tests also leave files with numbers that are another program's.
		if (pid > 1 && commandOf(pid).includes("postgres")) process.kill(pid, "SIGQUIT");
	} catch {
		// It has just ended.
	}
}
