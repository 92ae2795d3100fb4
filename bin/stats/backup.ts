import { open, rename, rm, stat } from "node:fs/promises";
import { type Command, InvalidArgumentError } from "commander";
import { progress } from "#bin/progress";
import { errorLine, OperatorError } from "#lib/operator-error";
import { writeBackup } from "#lib/store/backup";
import { count } from "./options";
import { makeRoom, partOf, removeAbandonedParts, syncFolderOf } from "./rotation";
import { withStore } from "./with-store";

export function addBackup(program: Command, signal: AbortSignal): void {
	program
		.command("backup")
		.description("write the whole database to a file, as it is at this moment, also while the server runs")
		.argument("<file>", "the file to write; it is replaced when all is written")
		.option("--keep <n>", "keep n backups: the former ones become FILE.1, FILE.2, …", atLeastOne, 1)
		.action(async (file: string, { keep }: { keep: number }) => {
			// A device or a pipe is written to, not replaced.
			const special = await stat(file).then(
				(found) => !found.isFile(),
				() => false,
			);
			if (special && keep > 1) throw new OperatorError(`${file} is no file: --keep needs one`);
			if (!special) await removeAbandonedParts(file);
			const part = special ? file : partOf(file);
			const unwritable = (error: unknown) => {
				const ofFile = (error as NodeJS.ErrnoException).syscall !== undefined;
				throw ofFile ? new OperatorError(`cannot write ${file}: ${errorLine(error)}`) : error;
			};
			const destination = await open(part, special ? "w" : "wx", 0o600).catch(unwritable);
			const bar = progress("Backing up");
			try {
				const rows = await withStore(signal, ({ pool }) =>
					writeBackup(pool, destination.createWriteStream({ flush: !special }), bar.update),
				).catch(unwritable);
				bar.end();
				if (!special) {
					if (keep > 1) await makeRoom(file, keep);
					await rename(part, file);
					await syncFolderOf(file);
				}
				console.error(`Wrote ${rows} rows to ${file}`);
			} finally {
				if (!special) await rm(part, { force: true });
			}
		});
}

function atLeastOne(text: string): number {
	if (count(text) < 1) throw new InvalidArgumentError("It must be at least 1.");
	return count(text);
}
