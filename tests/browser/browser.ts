/**
 * Starts the browser of the tests: the Chromium from npm, with the font that comes with it, so that a page looks the same
 * on every machine. `TEST_BROWSER` names another Chromium or Chrome to try the tests with.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import packaged from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";
import { withSecondTry } from "../second-try";

/** Pages answer in milliseconds. On a machine that has much else to do they may take longer than Playwright waits. */
export const patienceMs = 120_000;

const { TEST_BROWSER } = process.env;
const cache = resolve("node_modules/.cache");
const { version } = JSON.parse(readFileSync("node_modules/@sparticuz/chromium/package.json", "utf8"));
const folder = join(cache, `browser-${version}`);
/** With it Fontconfig knows the font of the package only, whatever is installed. */
const fontsFile = join(folder, "only-these-fonts.conf");
const fonts = `<?xml version="1.0"?>
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;

// Without WebGL: to emulate a graphics card for it takes fourteen times as long as to paint without one.
packaged.setGraphicsMode = false;
// --single-process is for machines that start a browser for one page: it ends with the first context that is closed.
// Without a zygote, each context would load the whole program again.
const args = packaged.args.filter((arg) => arg !== "--single-process" && arg !== "--no-zygote");

/**
 * Unpacks the browser from npm once for all runs. The package itself unpacks it into the system's temporary folder, and
 * takes a file that another process is still writing for a complete one.
 */
export async function unpackBrowser(): Promise<void> {
	if (TEST_BROWSER || existsSync(folder)) return;
	if (process.platform !== "linux" || process.arch !== "x64")
		throw new Error(
			"the Chromium from npm runs on Linux x64 only: set TEST_BROWSER to the path of a Chromium or Chrome",
		);
	await mkdir(cache, { recursive: true });
	const part = await mkdtemp(`${folder}.part-`);
	try {
		const program = `import packaged from "@sparticuz/chromium"; await packaged.executablePath();`;
		const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
			env: { ...process.env, TMPDIR: part },
			stdio: ["ignore", "ignore", "inherit"],
		});
		const [code] = await once(child, "exit");
		if (code !== 0) throw new Error("the browser from npm cannot be unpacked");
		await writeFile(join(part, basename(fontsFile)), fonts);
		// Another run may have been first: its copy is as good.
		await rename(part, folder).catch((error) => {
			if (!existsSync(folder)) throw error;
		});
	} finally {
		await rm(part, { recursive: true, force: true });
	}
}

let running: Promise<Browser> | undefined;

/** The browser of this worker, for all its test files. It ends with the worker. */
export async function sharedBrowser(): Promise<Browser> {
	running ??= unpackBrowser().then(launchBrowser);
	const browser = await running;
	if (browser.isConnected()) return browser;
	console.error("the browser has ended: starting it again");
	running = undefined;
	return sharedBrowser();
}

function launchBrowser(): Promise<Browser> {
	return withSecondTry("starting the browser", () =>
		TEST_BROWSER
			? chromium.launch({ executablePath: TEST_BROWSER, args: ["--no-sandbox"], timeout: patienceMs })
			: chromium.launch({
					executablePath: join(folder, "chromium"),
					args,
					timeout: patienceMs,
					// The language of the shell would be that of the pages' scripts.
					env: {
						...process.env,
						LANG: "en_US.UTF-8",
						LC_ALL: "en_US.UTF-8",
						FONTCONFIG_FILE: fontsFile,
						XDG_CACHE_HOME: tmpdir(),
					},
				}),
	);
}
