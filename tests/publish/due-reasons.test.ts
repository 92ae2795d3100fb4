/** Why days are due again: noted with the day, applied by a publishing, and never lost in between. */
import { beforeEach, expect, test } from "vitest";
import type { Day } from "#lib/day";
import { publish } from "#lib/publish/publish";
import { makeDue, notedReasons } from "#lib/store/due-reasons";
import { forgetHost } from "#lib/store/one-host";
import { inTransaction, onConnection } from "#lib/store/sql";
import { testDatabase } from "../database";
import { acceptFrom, emptied, statisticsOf } from "./publishing";

const database = testDatabase();
const some = statisticsOf("reports", "country");
const now = new Date("2026-03-11T09:00:00Z");

const report = (day: string) => acceptFrom(database().pool, day);
const noted = async () =>
	(await onConnection(database().pool, notedReasons)).map(({ reason, since, through }) =>
		[reason, since, through ?? "on"].join(" "),
	);
const publishDays = (from?: string, through?: string) =>
	publish(database().pool, some, { now, from: from as Day, through: through as Day });

beforeEach(async () => {
	await emptied(database().pool);
	await report("2026-03-01");
});

test("days that are not published yet have no reason", async () => {
	await report("2026-03-02");
	expect(await noted()).toEqual([]);
});

test("a late report gives its day and all later ones a reason, until they are published again", async () => {
	await publishDays();
	await report("2026-03-05");
	await report("2026-03-04");
	expect(await noted()).toEqual(["late-reports 2026-03-04 on"]);
	await publishDays(undefined, "2026-03-07");
	expect(await noted()).toEqual(["late-reports 2026-03-08 on"]);
	await publishDays();
	expect(await noted()).toEqual([]);
});

test("a forgotten host makes no day due: its days change when they are published again", async () => {
	await publishDays();
	await forgetHost(database().pool, "0f5c3f6e-8f1d-4a0e-9c7e-3a6d2b1c4e51");
	expect((await publishDays()).days).toBeNull();
	expect(await noted()).toEqual(["forgotten-host 2026-03-01 on"]);
	await publishDays("2026-03-06");
	expect(await noted()).toEqual(["forgotten-host 2026-03-01 2026-03-05"]);
	await publishDays("2026-03-01");
	expect(await noted()).toEqual([]);
});

test("a reason noted while a publishing computes waits for the next one", async () => {
	await publishDays();
	const { pool } = database();
	const because = (day: string, reason: "quarantine" | "release") =>
		inTransaction(pool, (db) => makeDue(db, day as Day, reason));
	await because("2026-03-03", "quarantine");
	await publish(pool, some, { now, onProgress: () => void because("2026-03-02", "release") });
	await expect.poll(noted).toEqual(["release 2026-03-02 on"]);
	expect((await publishDays()).days?.from).toBe("2026-03-02");
	expect(await noted()).toEqual([]);
});
