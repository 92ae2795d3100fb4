import { open, rename, rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import { progress } from "#bin/progress";
import { errorLine, OperatorError } from "#lib/operator-error";
import { writeBackup } from "#lib/store/backup";
import { withStore } from "./with-store";

export function addBackup(program: Command, signal: AbortSignal): void {
	program
		.command("backup")
		.description("write the whole database to a file, as it is at this moment, also while the server runs")
		.argument("<file>", "the file to write; it is replaced when all is written")
		.action(async (file: string) => {
			const special = await stat(file).then(
				(found) => !found.isFile(),
				() => false,
			);
			// A device or a pipe is written to, not replaced.
			const part = special ? file : `${resolve(file)}.part-${process.pid}`;
			const unwritable = (error: unknown) => {
				const ofFile = (error as NodeJS.ErrnoException).syscall !== undefined;
				throw ofFile ? new OperatorError(`cannot write ${file}: ${errorLine(error)}`) : error;
			};
			const destination = await open(part, special ? "w" : "wx", 0o600).catch(unwritable);
			const bar = progress("Backing up");
			try {
				const rows = await withStore(signal, ({ pool }) =>
					writeBackup(pool, destination.createWriteStream(), bar.update),
				).catch(unwritable);
				bar.end();
				if (!special) await rename(part, file);
				console.error(`Wrote ${rows} rows to ${file}`);
			} finally {
				if (!special) await rm(part, { force: true });
			}
		});
}
