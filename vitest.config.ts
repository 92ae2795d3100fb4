import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { makeRunFolder } from "./tests/run-folder.ts";

const contains = (pattern: RegExp) => (path: string) => readFileSync(path, "utf8").search(pattern) >= 0;
const tests = readdirSync("tests", { recursive: true, encoding: "utf8" })
	.map((name) => join("tests", name))
	.filter((path) => /\.test\.tsx?$/.test(path))
	// `npm run test:long` runs what can be tried more often.
	.filter(process.env.TEST_LONG ? contains(/\brounds\(/) : () => true);
const usesDatabase = contains(/testDatabase\(/);
const usesSite = contains(/await filledSite\(\)/);
const usesMonths = contains(/await monthsSite\(\)/);
const startsPrograms = contains(/from "\.\.?\/(started|site|.*cluster-fixture)"/);
const projectOf = (path: string) => {
	if (usesSite(path)) return "site";
	if (usesMonths(path)) return "months";
	if (usesDatabase(path)) return "database";
	return startsPrograms(path) ? "programs" : "unit";
};
const project = (
	name: string,
	options: TestProjectInlineConfiguration["test"] = {},
): TestProjectInlineConfiguration => ({
	extends: true,
	test: { name, include: tests.filter((path) => projectOf(path) === name), ...options },
});

/** Makes the database that the servers of tests begin with. */
const template = "tests/template-cluster.ts";

makeRunFolder();
// Workers end with this process (end-with-test.js).
process.env.TEST_PROCESS = `${process.pid}`;

// The day on which the tests take place, in the workers and in every server and tool that they start: it begins at noon.
process.env.TEST_DAY ??= "2026-11-22";
if (process.env.TEST_CLOCK_AHEAD === undefined) {
	process.env.TEST_CLOCK_AHEAD = `${Date.parse(`${process.env.TEST_DAY}T12:00:00Z`) - Date.now()}`;
	const preloaded = ["clock.js", "end-with-test.js", "no-source-maps.js"].map(
		(name) => pathToFileURL(resolve("tests", name)).href,
	);
	process.env.NODE_OPTIONS = [
		process.env.NODE_OPTIONS ?? "",
		...preloaded.map((address) => `--import=${address}`),
		// A process that is busy for a quarter of a second would take an address for dead that has just answered.
		"--network-family-autoselection-attempt-timeout=60000",
	].join(" ");
}

// What a shell sets for PostgreSQL's clients, or for a server of this program, is not meant for those that tests start.
const settings = [...readFileSync("lib/env.ts", "utf8").matchAll(/^\t([A-Z_]+): /gm)].map(([, name]) => name);
for (const name of Object.keys(process.env))
	if (/^PG[A-Z]+$/.test(name) || settings.includes(name)) Reflect.deleteProperty(process.env, name);

// For a machine that is many times slower, or has much else to do: what hangs is found all the same.
const patience = {
	testTimeout: process.env.TEST_LONG ? 7_200_000 : 600_000,
	hookTimeout: 600_000,
	expect: { poll: { timeout: 60_000 } },
};

/** What needs no site, for as long as it is built (run.ts). */
const early = ["store/embedded", "store/embedded-places"];
/** The longest of each project come first, longest first: short ones fill what is left at its end. */
const longest = [
	...["publish/publish", "bin/fill-demo", "publish/quarantine", "questions/questions", "publish/new-statistic"],
	...["store/backup", "import/import", "http/hostile", "store/faults", "receipt/crash", "operations/two-servers"],
	...["browser/pages", "browser/everybody", "browser/inspect", "browser/live-chart", "browser/slide"],
	...["browser/chart-states", "browser/share", "browser/embed", "browser/addresses", "api/openapi"],
	...["bin/serve", "http/privacy", "reporter/site", "receipt/receive", "operations/drill", "pictures/pictures"],
	...["reporter/behaviour", "reporter/sections"],
];
/** A worker can go on with a file of the same project only: the next one is a new process, which loads everything again. */
const projectOrder = ["database", "site", "months", "programs", "unit"];
class LongestFirst extends BaseSequencer {
	override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
		const placeIn = (names: readonly string[], { moduleId }: TestSpecification) => {
			const at = names.findIndex((name) => moduleId.includes(`/tests/${name}.test.`));
			return at < 0 ? names.length : at;
		};
		const places = (one: TestSpecification) => [
			placeIn(early, one),
			projectOrder.indexOf(one.project.name),
			placeIn(longest, one),
		];
		const difference = (one: number[], other: number[]) =>
			one.map((place, i) => place - (other[i] ?? 0)).find((by) => by !== 0) ?? 0;
		return (await super.sort(specifications)).sort((one, other) => difference(places(one), places(other)));
	}
}

export default defineConfig({
	test: {
		// Many tests wait for servers, disks and browsers: more workers than cores, where the default leaves one core free.
		maxWorkers: availableParallelism() + 1,
		// The files of a worker load what they share once, and have one browser. Each leaves the process as it found it.
		isolate: false,
		sequence: { sequencer: LongestFirst },
		reporters: ["default", ["json", { outputFile: "test-results/vitest.json" }]],
		...patience,
		projects: [
			project("unit"),
			project("programs", { globalSetup: template }),
			project("site", { globalSetup: [template, "tests/filled-site-setup.ts"] }),
			project("months", { globalSetup: [template, "tests/months-site-setup.ts"] }),
			project("database", { globalSetup: [template, "tests/database-setup.ts"] }),
		],
	},
});
