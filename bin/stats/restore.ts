import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Command } from "commander";
import { progress } from "#bin/progress";
import { OperatorError } from "#lib/operator-error";
import { restoreBackup } from "#lib/store/restore";
import { withStore } from "./with-store";

export function addRestore(program: Command, signal: AbortSignal): void {
	program
		.command("restore")
		.description("bring the database back from a backup, all or nothing, also while the server runs")
		.argument("<file>", "a file that backup wrote")
		.option("--force", "replace everything in a database that is not empty")
		.action(async (file: string, { force = false }: { force?: boolean }) => {
			const found = await stat(file).catch(() => null);
			if (!found?.isFile()) throw new OperatorError(`there is no file ${file}`);
			const bar = progress("Restoring");
			const source = createReadStream(file);
			source.on("data", () => bar.update(source.bytesRead, found.size));
			source.pause();
			const rows = await withStore(signal, ({ pool }) => restoreBackup(pool, source, { force }));
			bar.end();
			console.error(`Restored ${rows} rows from ${file}`);
		});
}
