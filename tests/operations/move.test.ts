/** From the embedded database to another server. */
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { moveDatabase } from "#bin/stats/move";
import { openDatabase } from "#lib/store/database";
import { testDatabase } from "../database";
import { clusters, query } from "../store/cluster-fixture";

const target = testDatabase();
const { usedDataFolder, hold } = clusters();

const rows = async (url: string) => {
	const [host] = await query(url, "select count(*), md5(string_agg(h::text, ',' order by id)) as sum from host h");
	return host;
};

/** Runs work on the embedded database of a folder, and leaves it. */
async function within<T>(folder: string, work: (url: string) => Promise<T>): Promise<T> {
	const database = await openDatabase({ DATA_DIR: folder, DATABASE_URL: undefined });
	return work(database.url).finally(database.close);
}

describe("moving to another server", () => {
	let folder: string;
	const move = (options = {}) => moveDatabase({ DATA_DIR: folder, DATABASE_URL: undefined }, target().url, options);

	test("everything arrives, nothing is lost, and the database that was left is used no more", async () => {
		folder = await usedDataFolder();
		const before = await within(folder, async (url) => {
			await query(
				url,
				`insert into host select gen_random_uuid(), 'openvz7', date '2026-01-01' + n % 300, now() from generate_series(1, 500) n`,
			);
			return rows(url);
		});

		const other = hold(folder);
		await other.url;
		await expect(move()).rejects.toThrow(`the database in ${folder} is in use: stop the server, and what else uses it`);
		other.process.kill("SIGTERM");
		await other.ended;

		await query(target().url, "insert into bucket_label values ('s', 'b', 'somebody else')");
		await expect(move()).rejects.toThrow("the database is not empty: restore --force replaces everything in it");
		expect(await within(folder, rows)).toEqual(before);

		expect(await move({ force: true })).toBeGreaterThan(500);
		expect(await rows(target().url)).toEqual(before);

		const refusal =
			/^the database in \S+ was moved to test_\w+ at localhost: set DATABASE_URL to that, or delete (\S+) /;
		await expect(within(folder, rows)).rejects.toThrow(refusal);
		await expect(move({ force: true })).rejects.toThrow(refusal);
		// It is still there, for whoever wants to go back.
		expect(await readdir(folder)).toEqual(expect.arrayContaining(["moved", "postgres"]));
		await rm(join(folder, "moved"));
		expect(await within(folder, rows)).toEqual(before);
	});

	test("says what is wrong", async () => {
		const away = "postgresql://me:s3cret@127.0.0.1:1/stats";
		folder = await usedDataFolder();
		const env = { DATA_DIR: folder, DATABASE_URL: undefined };
		await expect(moveDatabase(env, away)).rejects.toThrow(
			/^DATABASE_URL: the database stats at 127\.0\.0\.1:1 cannot be reached/,
		);
		await expect(moveDatabase(env, "mysql://host/stats")).rejects.toThrow("DATABASE_URL must be like postgresql://");
		await expect(moveDatabase({ ...env, DATABASE_URL: away }, away)).rejects.toThrow("run it without DATABASE_URL");
		await expect(moveDatabase({ ...env, DATA_DIR: "/nowhere" }, away)).rejects.toThrow(
			"there is no database in /nowhere",
		);
		// None of that left it in use.
		await within(folder, rows);
	});
});
