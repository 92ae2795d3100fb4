/** The folder that `simulate` writes: repeatable to the byte, and never over something else. */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, describe, expect, test, vi } from "vitest";
import { addSimulate } from "#bin/stats/simulate";
import { writeFleet } from "#lib/fleet/write";
import { autumn2019, unpacked } from "./unpacked";

const folders: string[] = [];
function folder(): string {
	const made = mkdtempSync(join(tmpdir(), "fleet-"));
	folders.push(made);
	return made;
}
afterEach(() => {
	for (const made of folders.splice(0)) rmSync(made, { recursive: true });
});

const small = { ...autumn2019, hosts: 8, legacyHosts: 12, days: 45 };

function bytesOf(dir: string): Map<string, string> {
	const files = readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((name) => /\.(gz|csv)$/.test(name));
	return new Map(
		files.sort().map((name) => [
			name,
			createHash("sha256")
				.update(readFileSync(join(dir, name)))
				.digest("hex"),
		]),
	);
}

describe("writeFleet", () => {
	test("the same options give the same bytes, another seed others", async () => {
		const [a, b, c] = [folder(), folder(), folder()];
		await writeFleet(a, small);
		await writeFleet(b, small);
		await writeFleet(c, { ...small, seed: 2 });
		expect(bytesOf(a).size).toBeGreaterThan(60);
		expect(bytesOf(b)).toEqual(bytesOf(a));
		expect(bytesOf(c)).not.toEqual(bytesOf(a));
		for (const name of bytesOf(a).keys()) {
			// No time and no file name in the header, and Unix whatever it runs on.
			if (name.endsWith(".gz")) expect(readFileSync(join(a, name)).toString("hex", 0, 10)).toBe("1f8b0800000000000403");
		}
	});

	test("the manifest names every archive once, with its host", async () => {
		const dir = folder();
		const written = await writeFleet(dir, small);
		const [header, ...rows] = readFileSync(join(dir, "manifest.csv"), "utf8").trimEnd().split("\n");
		expect(header).toBe("file,product,uuid,received_at,ip");
		expect(rows).toHaveLength(written.reports.openvz7 + written.reports.legacy);
		const files = rows.map((row) => row.split(",")[0]);
		expect(files.sort()).toEqual([...bytesOf(dir).keys()].filter((name) => name.endsWith(".gz")));
		for (const row of rows) {
			const [file = "", product, uuid = "", at = ""] = row.split(",");
			expect(new Date(at).toISOString()).toBe(at);
			expect(file.startsWith(`${at.slice(0, 7)}/`)).toBe(true);
			expect(uuid).toMatch(/^\{?[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\}?$/i);
			if (product !== "openvz7") continue;
			const members = await unpacked(readFileSync(join(dir, file)));
			expect(JSON.parse(members.get("./manifest.json") ?? "").host_uuid).toBe(uuid);
		}
	});

	test("tells how far it is, and ends with all", async () => {
		const steps: [number, number][] = [];
		const written = await writeFleet(folder(), small, (done, total) => steps.push([done, total]));
		const all = written.reports.openvz7 + written.reports.legacy;
		expect(steps.at(-1)).toEqual([all, all]);
		expect(steps.every(([done, total]) => done <= total)).toBe(true);
	});

	test("refuses a folder with something else in it", async () => {
		const dir = folder();
		writeFileSync(join(dir, "thesis.txt"), "dear");
		await expect(writeFleet(dir, small)).rejects.toThrow(/is not empty and holds no former simulation/);
		expect(readdirSync(dir)).toEqual(["thesis.txt"]);
	});

	test("overwrites a former simulation, a broken-off one too", async () => {
		const dir = folder();
		const stop = () => {
			throw new Error("stopped");
		};
		await expect(writeFleet(dir, { ...small, hosts: 20 }, stop)).rejects.toThrow("stopped");
		expect(readdirSync(dir)).not.toContain("manifest.csv");
		await writeFleet(dir, small);
		const fresh = folder();
		await writeFleet(fresh, small);
		expect(bytesOf(dir)).toEqual(bytesOf(fresh));
	});

	test("an empty fleet has a manifest without rows", async () => {
		const dir = folder();
		await writeFleet(dir, { ...small, hosts: 0, legacyHosts: 0 });
		expect(readFileSync(join(dir, "manifest.csv"), "utf8")).toBe("file,product,uuid,received_at,ip\n");
	});

	test("one day is enough for every host to be active", async () => {
		const dir = folder();
		const written = await writeFleet(dir, { ...small, days: 1 });
		expect(written.reports.openvz7).toBeGreaterThanOrEqual(8);
		expect(written.reports.legacy).toBeGreaterThanOrEqual(12);
		const times = readFileSync(join(dir, "manifest.csv"), "utf8").match(/2019-\d\d-\d\dT/g) ?? [];
		expect(new Set(times)).toEqual(new Set(["2019-09-13T"]));
	});
});

describe("stats simulate", () => {
	async function failure(...options: string[]): Promise<string> {
		const lines: string[] = [];
		const program = new Command().exitOverride().configureOutput({ writeErr: (text) => lines.push(text) });
		addSimulate(program, new AbortController().signal);
		for (const command of program.commands)
			command.exitOverride().configureOutput({ writeErr: (text) => lines.push(text) });
		const error = await program.parseAsync(["simulate", ...options], { from: "user" }).then(
			() => null,
			(thrown: Error) => thrown,
		);
		expect(error).not.toBeNull();
		return lines.join("") || String(error?.message);
	}

	test.each([
		[["--hosts", "ten"], /option '--hosts <n>' argument 'ten' is invalid. It must be a whole number/],
		[["--hosts", "-1"], /whole number from 0/],
		[["--days", "0"], /whole number from 1/],
		[["--days", "1.5"], /whole number from 1/],
		[["--end", "2019-02-30"], /It must be a day from 2012 to 2099/],
		[["--end", "yesterday"], /It must be a day/],
		[["--seed", ""], /whole number/],
		[["--colour", "red"], /unknown option '--colour'/],
	])("%j is one clear line", async (options, message) => {
		const text = await failure("--out", folder(), ...options);
		expect(text).toMatch(message);
		expect(text.trimEnd().split("\n")).toHaveLength(1);
	});

	test("needs a folder", async () => {
		expect(await failure()).toMatch(/required option '--out <dir>' not specified/);
	});

	test("writes what was asked for and says how much", async () => {
		const log = vi.spyOn(console, "log").mockImplementation(() => {});
		const dir = folder();
		const program = new Command();
		addSimulate(program, new AbortController().signal);
		const options = ["--hosts", "3", "--legacy-hosts", "2", "--days", "20", "--end", "2019-09-13", "--seed", "5"];
		await program.parseAsync(["simulate", "--out", dir, ...options], { from: "user" });
		const lines = log.mock.calls.map(([line]) => String(line));
		log.mockRestore();
		expect(lines[0]).toMatch(/^openvz7: \d+ reports of 3 hosts$/);
		expect(lines[1]).toMatch(/^legacy: \d+ reports of 2 hosts$/);
		expect(readdirSync(dir)).toContain("manifest.csv");
	});
});
