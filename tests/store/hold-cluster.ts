/**
 * A process that uses an embedded database until it is told to end: `hold-cluster.ts <dataDir> [serve] [crash|exit]`.
 * It prints one line of JSON when it is connected. By SIGUSR2 it ends in the other way that was asked for.
 */
import { OperatorError } from "#lib/operator-error";
import { openDatabase } from "#lib/store/database";

const [dataDir = "", ...words] = process.argv.slice(2);
const settings = { fsync: "off" };
const controller = new AbortController();
for (const name of ["SIGTERM", "SIGINT"] as const) process.on(name, () => controller.abort());
process.on("SIGUSR2", () => {
	if (words.includes("exit")) process.exit(3);
	void Promise.reject(new Error("a mistake"));
});

try {
	const database = await openDatabase(
		{ DATABASE_URL: undefined, DATA_DIR: dataDir },
		{ sync: false, settings, serve: words.includes("serve") },
	);
	console.log(JSON.stringify({ url: database.url }));
	const alive = setInterval(() => {}, 1000);
	await new Promise((done) => controller.signal.addEventListener("abort", done));
	clearInterval(alive);
	await database.close();
} catch (error) {
	if (!(error instanceof OperatorError)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
