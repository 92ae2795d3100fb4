/**
 * Verifies published days: the chain of the log, the digests of the published rows, and the rows themselves, computed again
 * from what is kept of the hosts.
 */
import type { Pool, PoolClient } from "pg";
import type { Day } from "#lib/day";
import { type CountingMethod, type DueReason, describeMethod, firstBroken } from "#lib/day-log";
import { OperatorError } from "#lib/operator-error";
import type { Statistic } from "#lib/statistics/statistic";
import { type DayLog, dayLog, differencesOfDays, digestsOfDays } from "#lib/store/day-records";
import { type NotedReason, notedReasons } from "#lib/store/due-reasons";
import { publicationState } from "#lib/store/publication";
import { locks, withSessionLock } from "#lib/store/sql";
import { createStage, stageDays } from "#lib/store/stage-rows";
import { countingMethod } from "./counting-method";
import { type DueDays, daysIn, inPieces } from "./due";

const daysPerPiece = 92;

export interface VerifiedDay {
	day: Day;
	rows: number;
	reports: number;
	/** The version of the program that counted the day. */
	code: string;
	/** What is wrong, one line each. */
	problems: string[];
	/** Why the computation of now may differ: the rows are as they were published all the same. */
	excuses: string[];
}

export interface Verification {
	/** Of the whole log: the problem with its chain, or `null`. */
	chain: string | null;
	records: number;
	head: string | null;
	days: VerifiedDay[];
}

/** Verifies the given day, or all published days. Changes nothing; waits while another process publishes. */
export async function verifyDays(
	pool: Pool,
	statistics: readonly Statistic[],
	{ day, onProgress }: { day?: Day; onProgress?(done: number, total: number): void } = {},
): Promise<Verification> {
	return withSessionLock(pool, locks.publishing, async (db) => {
		const state = await publicationState(db);
		const { firstDay, lastDay } = state ?? {};
		if (!firstDay || !lastDay) throw new OperatorError("no day is published yet");
		if (day && (day < firstDay || day > lastDay))
			throw new OperatorError(`${day} is not published: days from ${firstDay} to ${lastDay} are`);
		const range = { from: day ?? firstDay, through: day ?? lastDay };
		const log = await dayLog(db);
		const broken = firstBroken(log.records);
		const days = await comparedWithLog(db, log, range);
		await comparedWithHosts(db, statistics, days, range, onProgress);
		return {
			chain: broken === null ? null : `the hash of record ${broken + 1} (${log.records[broken]?.day}) is wrong`,
			records: log.records.length,
			head: log.records.at(-1)?.hash ?? null,
			days: [...days.values()],
		};
	});
}

/** Compares the digest of each day's published rows with the latest record of the day. */
async function comparedWithLog(db: PoolClient, log: DayLog, range: DueDays): Promise<Map<Day, VerifiedDay>> {
	const methods = new Map<string, CountingMethod>(
		log.methods.map(({ id, description }) => [id, JSON.parse(description)]),
	);
	const altered = log.methods.filter(({ id, description }) => describeMethod(JSON.parse(description)).id !== id);
	const latest = new Map(log.records.map((record) => [record.day, record]));
	const noted = await notedReasons(db);
	const days = new Map<Day, VerifiedDay>();
	for (const [id, method] of methods) {
		const counted = daysCounted(id, latest, range);
		if (!counted) continue;
		for (const found of await digestsOfDays(db, counted, Object.keys(method.statistics))) {
			const record = latest.get(found.day);
			if (record?.method !== id) continue;
			const problems = [
				...(record.digest === found.digest ? [] : ["its published rows are not those that were recorded"]),
				...(record.reports === found.reports
					? []
					: [`${record.reports} reports are recorded, ${found.reports} published`]),
				...(altered.some((one) => one.id === id) ? ["the method by which it was counted was changed"] : []),
			];
			const { rows, reports } = found;
			const excuses = reasonsOn(found.day, noted);
			days.set(found.day, { day: found.day, rows, reports, code: method.code, problems, excuses });
		}
	}
	for (const [day, { digest }] of latest) {
		const isMissing = digest !== "" && day >= range.from && day <= range.through && !days.has(day);
		if (isMissing) days.set(day, { day, rows: 0, reports: 0, code: "", problems: ["its rows are gone"], excuses: [] });
	}
	return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The first and the last day that was counted by the method. */
function daysCounted(method: string, latest: ReadonlyMap<Day, { method: string }>, range: DueDays): DueDays | null {
	const days = [...latest].flatMap(([day, record]) => (record.method === method ? [day] : [])).sort();
	const within = days.filter((day) => day >= range.from && day <= range.through);
	const [from, through] = [within[0], within.at(-1)];
	return from && through ? { from, through } : null;
}

function reasonsOn(day: Day, noted: readonly NotedReason[]): DueReason[] {
	return noted
		.filter(({ since, through }) => since <= day && (through === null || day <= through))
		.map(({ reason }) => reason);
}

/** Computes the days again, and compares row by row. */
async function comparedWithHosts(
	db: PoolClient,
	statistics: readonly Statistic[],
	days: ReadonlyMap<Day, VerifiedDay>,
	range: DueDays,
	onProgress?: (done: number, total: number) => void,
): Promise<void> {
	const { code } = countingMethod(statistics);
	await createStage(db, statistics);
	let done = 0;
	for (const piece of inPieces(range, daysPerPiece)) {
		await stageDays(db, piece);
		for (const { day, rows, example } of await differencesOfDays(db, piece)) {
			const verified = days.get(day);
			const line = `${rows} rows differ from what the hosts' data give now, such as ${example}`;
			if (!verified) continue;
			if (verified.code !== code) verified.excuses.push(`counted by ${verified.code}: ${line}`);
			else if (verified.excuses.length > 0) verified.excuses.push(line);
			else verified.problems.push(line);
		}
		done += daysIn(piece);
		onProgress?.(done, daysIn(range));
	}
}
