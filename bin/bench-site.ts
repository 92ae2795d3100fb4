/** What the site's answers cost, each beside a file that is only read and sent by the same server. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

export interface Measured {
	what: string;
	/** Per answer, when it was asked for before. */
	milliseconds: number;
	/** The first time. */
	firstMilliseconds: number;
}

const peer = "/favicon.svg";
const paths = [
	peer,
	"/cpu",
	"/statistics/cpu-model",
	"/statistics/cpu-model?axis=log&range=1y",
	"/embed/cpu-model",
	"/data/cpu-model.json",
	"/data/cpu-model/series.json",
	"/data/cpu-model/series.svg",
	"/data/cpu-model/series.png",
	"/data/cpu-model/series.xlsx",
];
const requests = 400;
const atOnce = 8;

/** Serves the database and asks for each address many times. The first of all is the peer. */
export async function measureSite(databaseUrl: string): Promise<Measured[]> {
	const { server, address } = await start(databaseUrl);
	try {
		const measured: Measured[] = [];
		for (const path of paths) {
			const first = await timed(() => ask(address + path));
			const all = await timed(() =>
				Promise.all(
					Array.from({ length: atOnce }, async () => {
						for (let i = 0; i < requests / atOnce; i++) await ask(address + path);
					}),
				),
			);
			measured.push({ what: path, milliseconds: all / requests, firstMilliseconds: first });
		}
		return measured;
	} finally {
		const ended = new Promise((done) => server.once("exit", done));
		server.kill("SIGTERM");
		await ended;
	}
}

async function start(databaseUrl: string): Promise<{ server: ChildProcess; address: string }> {
	const server = spawn(process.execPath, ["--import", "tsx", "bin/serve.ts"], {
		env: { ...process.env, DATABASE_URL: databaseUrl, PORT: "0", LOG_LEVEL: "error" },
		stdio: ["ignore", "ignore", "pipe"],
	});
	const address = await new Promise<string>((ready, failed) => {
		server.once("exit", (code) => failed(new Error(`the server ended with ${code}`)));
		createInterface({ input: server.stderr }).on("line", (line) => {
			const found = /Ready on (http:\S+)/.exec(line)?.[1];
			if (found) ready(found);
		});
	});
	return { server, address };
}

async function ask(address: string): Promise<void> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address} answers ${response.status}`);
	await response.arrayBuffer();
}

/** Milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
	const begun = performance.now();
	await work();
	return performance.now() - begun;
}
