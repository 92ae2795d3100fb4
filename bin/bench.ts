/**
 * `npm run bench [-- PART...] [--large]`: what things cost, each beside its limit or a peer measured in the same run. The
 * table of each part is written to BENCHMARKS.md when the part is done, so an interrupted run keeps what it has measured.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { Argument, Command } from "commander";
import { readyStore } from "#lib/publish/ready-store";
import { openDatabase } from "#lib/store/database";
import type { Bench } from "./bench/bench";
import { parts } from "./bench/parts";
import { stopServers } from "./bench/site";
import { type Line, printedLine, tableOf, withTable } from "./bench/table";
import { aborted, run } from "./run";

const document = "BENCHMARKS.md";

await run(async (signal) => {
	const command = new Command("npm run bench --")
		.description("measures, prints the table and writes it to BENCHMARKS.md")
		.addArgument(new Argument("[parts...]", "what to measure (default: all)").choices(Object.keys(parts)))
		.option("--large", "also publishes a day of a million hosts: needs 20 GB of disk")
		.parse();
	const { large = false } = command.opts<{ large?: boolean }>();
	const wanted = command.args.length > 0 ? command.args : Object.keys(parts);
	const folder = await mkdtemp(join(tmpdir(), "openvz-bench-"));
	const settings = { shared_preload_libraries: "pg_stat_statements", "pg_stat_statements.track_planning": "on" };
	const database = await openDatabase({ DATA_DIR: folder, DATABASE_URL: undefined }, { settings });
	const store = await readyStore(database.url, { connectionsMax: 3 });
	try {
		for (const [place, name] of wanted.entries()) {
			const machine = machineNow();
			console.log(`\n${name} (${place + 1} of ${wanted.length}): ${machine}\n`);
			const lines: Line[] = [];
			const bench: Bench = {
				...{ pool: store.pool, databaseUrl: database.url, folder, isLarge: large },
				add(line) {
					signal.throwIfAborted();
					lines.push(line);
					console.log(printedLine(line));
				},
				say(text) {
					signal.throwIfAborted();
					console.error(`… ${text}`);
				},
			};
			await Promise.race([parts[name]?.(bench), aborted(signal)]);
			const text = `${machine}\n\n${tableOf(lines)}`;
			await writeFile(document, withTable(await readFile(document, "utf8"), name, text));
		}
		await store.close();
	} finally {
		// An interrupted part still works: the end of its servers and of the database ends that.
		await stopServers();
		await database.close();
		await rm(folder, { recursive: true, force: true });
	}
});

function machineNow(): string {
	const [cpu] = cpus();
	const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
	const day = new Date().toISOString().slice(0, 10);
	return `${day}, ${cpus().length} × ${cpu?.model}, ${memory}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`;
}
