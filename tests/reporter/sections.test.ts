/** What the reporter collects on a host, read by the server's readers. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { hostname, networkInterfaces } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import type { Day } from "#lib/day";
import { covers, pathsIn } from "#lib/inspect/fields";
import { inspectFile } from "#lib/inspect/inspect";
import { openvz7Fields } from "#lib/privacy/openvz7-fields";
import { readOpenvz7 } from "#lib/readers/read-report";
import { unpack } from "#lib/readers/unpack";
import { fleetOf, latest, unpacked } from "../fleet/unpacked";
import { membersOf, sampleFiles } from "../readers/sample";
import { canaries, emptyHost, type FakeHost, hostOf } from "./fake-host";
import { countedNames } from "./known-names";
import { foundPythons, hostPythons, newest, pythons } from "./pythons";
import { dispHelper, shownMembers } from "./run-reporter";

const scripts = "public/disp-helper/cep-scripts";
const sample = new Map(Object.entries(sampleFiles("openvz7")));
const factsOf = (report: ReadonlyMap<string, string>) =>
	readOpenvz7(membersOf(Object.fromEntries([...report].map(([name, text]) => [name.replace("./", ""), text]))))
		.sections;

const isInstalled = (program: string) => spawnSync(program, ["--version"]).error === undefined;

let host: FakeHost;
afterEach(() => host?.delete());

/** Lets the host write its report into a file. */
async function packedBy(python = newest): Promise<Buffer> {
	await host.configure({ enabled: true, protocol: "FILE" });
	const ended = await dispHelper(python, host, ["run"]);
	expect(ended.status, ended.errors).toBe(0);
	return readFile(join(host.root, "var/cache/cep/report.tar.gz"));
}

/** What the server does with a field of a member; `null`: a field that it does not know. */
const fateOf = (member: string, path: string) =>
	(openvz7Fields[member] ?? []).find(({ fields }) => fields.some((field) => covers(field, path)));
const header = new Set(["schema", "section", "script", "collected"]);

test("the names that are sent are those that the server counts (-u writes them)", async () => {
	const text = `${JSON.stringify(countedNames, null, "\t")}\n`;
	await expect(text).toMatchFileSnapshot(join("../..", scripts, "known_names.json"));
});

describe("each script lists what it sends", () => {
	const sections = readdirSync(scripts).filter((name) => name.endsWith(".py") && !name.startsWith("cep"));
	const listed = (script: string) => {
		const [, table = ""] = /\nFIELDS = \{\n([^}]*)\}/.exec(readFileSync(`${scripts}/${script}`, "utf8")) ?? [];
		return [...table.matchAll(/"([^"]+)": \d+/g)].map(([, field = ""]) => field);
	};

	test.each(sections)("%s: nothing that the server drops, and all that it keeps", (script) => {
		const member = script.replace(".py", ".json");
		const fields = listed(script);
		expect(fields.length).toBeGreaterThan(0);
		const columns = fields.flatMap((field) => (field === "lsblk_P_b" ? ["lsblk_P_b/MODEL", "lsblk_P_b/WWN"] : [field]));
		expect(columns.filter((field) => (fateOf(member, field)?.becomes ?? "dropped") === "dropped")).toEqual([]);
		// What only older or newer tools print.
		const others = ["lsblk_J", "lscpu/CPU socket(s)"];
		const kept = (openvz7Fields[member] ?? []).filter(({ becomes }) => becomes === "kept").flatMap((one) => one.fields);
		const isListed = (field: string) => fields.some((one) => covers(field, one) || covers(one, field));
		expect(kept.filter((field) => !isListed(field) && !others.includes(field))).toEqual([]);
	});
});

describe.skipIf(pythons.length === 0)(`on a host, with Python ${foundPythons}`, () => {
	describe.each(hostPythons)("$version", (python) => {
		test("everything is reported as it is: nothing private, and nothing that the server drops", async () => {
			host = await hostOf(sample);
			const archive = await packedBy(python);
			const { members } = unpack(archive);
			expect(readOpenvz7(members).sections).toEqual(factsOf(sample));
			expect([...members.keys()].sort()).toEqual([...sample.keys()].sort());
			const sent = gunzipSync(archive).toString("latin1").toLowerCase();
			const secrets = [...Object.values(canaries), ...Object.values(canaries).map((word) => word.replace(/[:-]/g, ""))];
			const ofSample = ["node17", "web1", "win-ad01", "b8cb6d99", "26bc47f6", "s45nne0m", "eno1", "acme", "192.0.2."];
			expect([...secrets, ...ofSample].filter((word) => sent.includes(word.toLowerCase()))).toEqual([]);
			const paths = [...members].flatMap(([member, bytes]) =>
				member === "manifest.json" ? [] : [...pathsIn(member, bytes)].map((path) => ({ member, path })),
			);
			expect(paths.length).toBeGreaterThan(60);
			const dropped = paths.filter(
				({ member, path }) => !header.has(path) && (fateOf(member, path)?.becomes ?? "dropped") === "dropped",
			);
			expect(dropped).toEqual([]);
		});
	});

	test("`show` prints what is packed and what /inspect opens, but for the times, and stores nothing", async () => {
		host = await hostOf(sample);
		const archive = await packedBy();
		const { members } = unpack(archive);
		const opened = await inspectFile(new Blob([new Uint8Array(archive)]), "en");
		const inspected = "report" in opened ? opened.report.files : [];
		expect(inspected.map(({ name, bytes }) => [name, bytes])).toEqual([...members]);
		const before = await host.files();
		const shown = await dispHelper(newest, host, ["show"]);
		expect(shown.status).toBe(0);
		const timeless = (text: string) => text.replace(/"(collected|created)": "[^"]*"/g, "");
		const packed = [...members].map(([name, bytes]) => [name, timeless(new TextDecoder().decode(bytes))]);
		const printed = [...shownMembers(shown.out)].map(([name, text]) => [name, timeless(text)]);
		expect(printed).toEqual(packed);
		expect(await host.files()).toEqual(before);
	});

	test("this machine is reported by its own tools, without its names and addresses", async () => {
		host = await emptyHost();
		const shown = await dispHelper(newest, host, ["show", "cpu", "memory", "disks", "network"], { CEP_ROOT: "" });
		expect(shown.status, shown.errors).toBe(0);
		const { memory, cpu } = factsOf(shownMembers(shown.out));
		if (existsSync("/proc/meminfo")) expect(memory?.installedMib).toBeGreaterThan(0);
		if (isInstalled("lscpu")) expect(cpu?.threads).toBeGreaterThan(0);
		const cards = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
		const outside = cards.filter(({ internal }) => !internal).flatMap(({ address, mac }) => [address, mac]);
		expect([hostname(), ...outside].filter((word) => word.length > 5 && shown.out.includes(word))).toEqual([]);
	});

	test("hosts of the simulated fleet are reported as the fleet reports them, in fields of the same types", async () => {
		const reports = latest(await fleetOf({ hosts: 60, days: 14, seed: 5 }), "2019-09-13" as Day, 14).slice(6, 10);
		const typesOf = (members: ReadonlyMap<string, string>) =>
			new Set([...members].flatMap(([name, text]) => [...types(JSON.parse(text), name.replace("./", ""))]));
		const simulatedTypes = new Set<string>();
		const sentTypes = new Set<string>();
		for (const [i, { archive }] of reports.entries()) {
			const simulated = await unpacked(archive);
			await host?.delete();
			host = await hostOf(simulated);
			const sent = await unpacked(await packedBy());
			expect(factsOf(sent), `host ${i}`).toEqual(factsOf(simulated));
			for (const type of typesOf(simulated)) simulatedTypes.add(type);
			for (const type of typesOf(sent)) sentTypes.add(type);
		}
		expect([...sentTypes].filter((type) => !simulatedTypes.has(type))).toEqual([]);
	});
});

/** The path of each value with its type. Keys that count something are all alike. */
function* types(value: unknown, path: string): Generator<string> {
	if (Array.isArray(value)) for (const item of value) yield* types(item, `${path}[]`);
	else if (typeof value === "object" && value !== null)
		for (const [name, inner] of Object.entries(value)) yield* types(inner, `${path}/${name.replace(/^\d+$/, "N")}`);
	else yield `${path} ${typeof value}`;
}
