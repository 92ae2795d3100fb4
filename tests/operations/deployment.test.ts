/** The files of bin/deploy, as far as they can be checked without the machine that they are for. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { loadAll } from "js-yaml";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readEnv } from "#lib/env";

const fileOf = (name: string) => readFileSync(`bin/deploy/${name}`, "utf8");
const program = <T>(command: string, option: string, found: T, missing: T) =>
	spawnSync(command, [option]).status === 0 ? found : missing;

/** Of a unit, in order: a name may stand several times. */
function settingsOf(unit: string): [name: string, value: string][] {
	return [...unit.matchAll(/^([A-Z]\w+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]);
}

describe("systemd", () => {
	const services = ["openvz-statistics.service", "openvz-statistics-backup.service"];
	const hasSystemd = program("systemd-analyze", "--version", true, false);
	const reason = hasSystemd ? "" : " (skipped: systemd-analyze is not installed)";

	test.skipIf(!hasSystemd).each(services)(`%s exposes little${reason}`, (name) => {
		const path = resolve("bin/deploy", name);
		// In tenths.
		const { status, stdout } = spawnSync("systemd-analyze", ["security", "--offline=true", "--threshold=20", path], {
			encoding: "utf8",
		});
		expect([status, /exposure level.*: ([\d.]+)/.exec(stdout)?.[1]]).toEqual([0, expect.stringMatching(/^[01]\.\d$/)]);
	});

	test("both services are protected alike", () => {
		const [server, backup] = services.map((name) => {
			const settings = settingsOf(fileOf(name));
			const own = ["ReadWritePaths", "StateDirectoryMode"];
			return settings
				.slice(settings.findIndex(([setting]) => setting === "StateDirectory"))
				.filter(([s]) => !own.includes(s));
		});
		const protection = server?.filter(([name]) => name !== "WantedBy");
		expect(protection?.length).toBeGreaterThan(20);
		expect(backup).toEqual(protection);
	});

	test("they run programs that exist, with an environment that is understood", () => {
		for (const name of services) {
			const settings = settingsOf(fileOf(name));
			const of = (wanted: string) => settings.find(([setting]) => setting === wanted)?.[1] ?? "";
			const [, start = "", script = ""] = of("ExecStart").split(" ");
			expect(
				[start, script].every((path) => existsSync(path)),
				of("ExecStart"),
			).toBe(true);
			const environment = Object.fromEntries(
				of("Environment")
					.split(" ")
					.map((one) => one.split("=")),
			);
			expect(readEnv(environment).DATA_DIR).toBe("/var/lib/openvz-statistics");
			expect(of("User")).toBe("openvz-statistics");
		}
	});

	test("the server has more time to stop than it takes, and is not stopped twice", () => {
		const { TimeoutStopSec, KillMode, Restart } = Object.fromEntries(settingsOf(fileOf("openvz-statistics.service")));
		const milliseconds = /stopMillisecondsMax = ([\d_]+)/.exec(readFileSync("bin/serve.ts", "utf8"))?.[1];
		expect(Number(TimeoutStopSec) * 1000).toBeGreaterThan(Number(milliseconds?.replace("_", "")));
		expect([KillMode, Restart]).toEqual(["mixed", "always"]);
	});
});

describe("containers", () => {
	const service = z.object({
		image: z.string(),
		build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
		environment: z.record(z.string(), z.string()).optional(),
		volumes: z.array(z.string()),
		networks: z.array(z.string()),
		stop_grace_period: z.string(),
		mem_limit: z.string(),
		depends_on: z.record(z.string(), z.object({ condition: z.literal("service_healthy") })).optional(),
		healthcheck: z.object({ test: z.array(z.string()) }).optional(),
	});
	const compose = z.object({
		services: z.record(z.string(), service),
		networks: z.record(
			z.string(),
			z.object({ ipam: z.object({ config: z.array(z.object({ subnet: z.string(), gateway: z.string() })) }) }),
		),
		volumes: z.record(z.string(), z.null()),
	});

	test("the compose file names what there is", () => {
		const [document, ...more] = loadAll(fileOf("compose.yaml"));
		expect(more).toEqual([]);
		const { services, networks, volumes } = compose.parse(document);
		for (const { volumes: mounted, networks: joined } of Object.values(services)) {
			for (const mount of mounted) expect(Object.keys(volumes)).toContain(mount.split(":")[0]);
			for (const name of joined) expect(Object.keys(networks)).toContain(name);
		}
		const { site, database } = services;
		expect(existsSync(resolve("bin/deploy", site?.build?.context ?? "", site?.build?.dockerfile ?? ""))).toBe(true);
		expect(Object.keys(site?.depends_on ?? {})).toEqual(["database"]);
		expect(database?.healthcheck?.test.length).toBeGreaterThan(1);
		// As Compose would: both variables are set by the operator.
		const given = JSON.stringify(site?.environment)
			.replace(/\$\{POSTGRES_PASSWORD:[^}]*\}/, "secret")
			.replace(/\$\{PUBLIC_URL:[^}]*\}/, "https://stats.example.org");
		const env = readEnv(JSON.parse(given));
		expect(env.DATABASE_URL).toBe("postgresql://statistics:secret@database/statistics");
		const gateway = networks.statistics?.ipam.config[0]?.gateway;
		expect(env.TRUSTED_PROXIES.map(([address]) => address.toString())).toEqual([gateway]);
	});

	test("the image has all that the build reads, and nothing that git does not", () => {
		const copied = [...fileOf("Containerfile").matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = ""]) =>
			names.split(" "),
		);
		for (const path of copied) expect(existsSync(path), path).toBe(true);
		const lists = readFileSync("bin/prepare.ts", "utf8").matchAll(/^\tsources: \[(.*?)^\tstamp:/gms);
		const sources = [...lists].flatMap(([, list = ""]) =>
			[...list.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name),
		);
		expect(sources.length).toBeGreaterThan(8);
		for (const source of sources.filter((name) => !name.startsWith("node_modules/")))
			expect(copied, source).toContain(source);
		const ignored = readFileSync(".gitignore", "utf8").split("\n").filter(Boolean);
		for (const name of ignored) expect(copied).not.toContain(name.replaceAll("/", ""));
	});
});
