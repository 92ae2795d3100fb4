/** Looks at everything the site needs, one line each, and changes nothing. */
import { statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { open } from "maxmind";
import { dayOf, plusDays } from "#lib/day";
import { type Env, readEnv } from "#lib/env";
import { errorLine, OperatorError } from "#lib/operator-error";
import { daysIn, doubtfulText, dueDays, withoutDoubtful } from "#lib/publish/due";
import { futureText, publishedFuture } from "#lib/publish/withdraw";
import { countriesPath } from "#lib/receipt/country";
import { openStore, type Store } from "#lib/store/client";
import { type Database, openDatabase } from "#lib/store/database";
import { isInitialised } from "#lib/store/embedded/initialise";
import { databaseBytes } from "#lib/store/live";
import { migrationsFolder, migrationsIn, pendingMigrations, recordedMigrations } from "#lib/store/migrate";
import { noticedAt } from "#lib/store/notices";
import { publicationState } from "#lib/store/publication";
import { onConnection } from "#lib/store/sql";

const gibibyte = 1024 ** 3;

/** Prints a line for each check. Whether all is well. */
export async function diagnose(print: (line: string) => void): Promise<boolean> {
	let healthy = true;
	async function check<T>(name: string, look: () => Promise<[string, T]>): Promise<T | null> {
		try {
			const [detail, found] = await look();
			print(`ok      ${name}: ${detail}`);
			return found;
		} catch (error) {
			healthy = false;
			print(`FAILED  ${name}: ${errorLine(error)}`);
			return null;
		}
	}

	const env = await check("configuration", async () => lookAtEnvironment(readEnv()));
	if (!env) return false;
	const database = await check("database", () => lookAtDatabase(env));
	const store = database && openStore(database.url, 2);
	try {
		const schema = await check("schema", () => (store ? lookAtSchema(store) : missing("database")));
		await check("GeoIP file", () => lookAtCountries(env));
		await check("disk space", () => lookAtDisk(env, store));
		await check("proxies", () => {
			if (!store || !schema) return missing(database ? "schema" : "database");
			return lookAtProxies(store, env);
		});
		await check("clock", () => {
			if (!store || !schema) return missing(database ? "schema" : "database");
			return lookAtClock(store, new Date());
		});
		await check("scheduler", () => {
			if (!store || !database || !schema) return missing(database ? "schema" : "database");
			return lookAtScheduler(store, database);
		});
	} finally {
		await store?.close();
		await database?.close();
	}
	return healthy;
}

function missing(what: string): never {
	throw new OperatorError(`cannot be checked without the ${what}`);
}

function lookAtEnvironment(env: Env): [string, Env] {
	// What a proxy passes on of a stranger's request could then be kept for others.
	const site = env.PUBLIC_URL ?? "wherever a request says, set PUBLIC_URL in public";
	return [`data in ${env.DATA_DIR}, the site at ${site}`, env];
}

async function lookAtDatabase(env: Env): Promise<[string, Database]> {
	if (!env.DATABASE_URL && !(await isInitialised(join(env.DATA_DIR, "postgres"))))
		throw new OperatorError(`there is none in ${env.DATA_DIR} yet: npm start makes it`);
	const database = await openDatabase(env);
	const where = database.embedded ? `embedded in ${env.DATA_DIR}` : "at DATABASE_URL";
	return [where, database];
}

async function lookAtSchema({ pool }: Store): Promise<[string, true]> {
	const applied = await onConnection(pool, recordedMigrations);
	const pending = pendingMigrations(await migrationsIn(migrationsFolder), applied);
	if (pending.length > 0)
		throw new OperatorError(`${pending.length} migrations are not applied yet: npm start applies them`);
	return [`${applied.at(-1)?.name} is the latest migration`, true];
}

async function lookAtCountries(env: Env): Promise<[string, null]> {
	const path = countriesPath();
	const { metadata } = await open(path).catch((error) => {
		throw new OperatorError(`${path} cannot be read: ${errorLine(error)}`);
	});
	return [`${metadata.databaseType} of ${dayOf(metadata.buildEpoch)}${env.GEOIP_DB ? "" : ", shipped"}`, null];
}

async function lookAtDisk(env: Env, store: Store | null): Promise<[string, null]> {
	const found = await nearest(env.DATA_DIR);
	const free = (found.bavail * found.bsize) / gibibyte;
	const size = (store ? await databaseBytes(store.pool) : 0) / gibibyte;
	const detail = `${free.toFixed(1)} GiB free in ${env.DATA_DIR}, the database has ${size.toFixed(2)} GiB`;
	// A restore and the database's own maintenance need about its size once more.
	if (!env.DATABASE_URL && free < Math.max(1, size)) throw new OperatorError(`${detail}: that is too little`);
	return [detail, null];
}

/** Of a folder that may not exist yet, the file system it would be on. */
async function nearest(folder: string) {
	for (let path = folder; ; path = dirname(path)) {
		const found = await statfs(path).catch(() => null);
		if (found) return found;
		if (path === dirname(path)) throw new OperatorError(`${folder} cannot be read`);
	}
}

async function lookAtProxies({ pool }: Store, env: Env): Promise<[string, null]> {
	const noticed = await noticedAt(pool, "undeclared-proxy");
	if (noticed)
		throw new OperatorError(
			`on ${dayOf(noticed)} one passed requests on that TRUSTED_PROXIES does not name: all hosts behind it share one rate ` +
				"limit and have no country. Name its network there, set PUBLIC_URL, and restart the server",
		);
	const count = env.TRUSTED_PROXIES.length;
	return [count > 0 ? `${count} networks are trusted` : "none is declared, and none was noticed", null];
}

async function lookAtClock({ pool }: Store, now: Date): Promise<[string, null]> {
	const clock = `it is ${now.toISOString().slice(0, 16).replace("T", " ")} UTC`;
	const future = futureText(await publishedFuture(pool, now));
	if (future) throw new OperatorError(`${clock}, but ${future}`);
	const state = await publicationState(pool);
	const due = state && dueDays(state, plusDays(dayOf(now), -1));
	const doubtful = due && withoutDoubtful(due, state, { isUnattended: true }).doubtful;
	if (doubtful) throw new OperatorError(`${clock}; ${doubtfulText(doubtful)}`);
	return [clock, null];
}

async function lookAtScheduler({ pool }: Store, database: Database): Promise<[string, null]> {
	const server = await database.serverProcess();
	const who = database.embedded ? (server ? `server is process ${server}, ` : "no server runs, ") : "";
	const state = await publicationState(pool);
	const due = state ? dueDays(state, plusDays(dayOf(new Date()), -1)) : null;
	const until = state?.lastDay ? `published through ${state.lastDay}` : "nothing published yet";
	if (due && daysIn(due) > 1)
		throw new OperatorError(`${who}${until}, due since ${due.from}: run npm start, or npm run stats -- publish`);
	return [`${who}${until}`, null];
}
