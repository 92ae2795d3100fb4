/** Starts a browser for tests: a system Chromium or Chrome where there is one, else the one from npm. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { delimiter, join, resolve } from "node:path";
import packaged from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
/** Pages answer in milliseconds. On a machine that has much else to do they may take longer than Playwright waits. */
export const patienceMs = 120_000;

function systemBrowser(): string | undefined {
	const places = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
	return places.find((place) => {
		try {
			accessSync(place, constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}

// A single process is meant for machines that start a browser for one page: it ends with the first context that is closed.
const args = packaged.args.filter((arg) => arg !== "--single-process");

const cache = resolve("node_modules/.cache");
const { version } = JSON.parse(readFileSync("node_modules/@sparticuz/chromium/package.json", "utf8"));
const packagedFolder = join(cache, `chromium-${version}`);

/**
 * Unpacks the browser from npm where none is installed, so that workers find it whole. The package itself unpacks it into
 * the system's temporary folder, and takes what is there for whole though another process is still writing it.
 */
export async function unpackBrowser(): Promise<void> {
	if (systemBrowser() || existsSync(packagedFolder)) return;
	await mkdir(cache, { recursive: true });
	const part = await mkdtemp(`${packagedFolder}.part-`);
	try {
		const program = `import packaged from "@sparticuz/chromium"; await packaged.executablePath();`;
		const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
			env: { ...process.env, TMPDIR: part },
			stdio: ["ignore", "ignore", "inherit"],
		});
		const [code] = await once(child, "exit");
		if (code !== 0) throw new Error("the browser from npm cannot be unpacked");
		// Another run may have been first: its copy is as good.
		await rename(part, packagedFolder).catch((error) => {
			if (!existsSync(packagedFolder)) throw error;
		});
	} finally {
		await rm(part, { recursive: true, force: true });
	}
}

export async function launchBrowser(): Promise<Browser> {
	const system = systemBrowser();
	return chromium.launch({
		executablePath: system ?? join(packagedFolder, "chromium"),
		args: system ? ["--no-sandbox"] : args,
		timeout: patienceMs,
	});
}
