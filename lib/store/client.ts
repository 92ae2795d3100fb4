/** The connection to the database: a `pg` pool for SQL and COPY, and Prisma over the same pool for everyday queries. */
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { readEnv } from "#lib/env";
import { OperatorError } from "#lib/operator-error";
import { PrismaClient } from "#prisma/client";
import { applicationName } from "./application-name";

export interface Store {
	pool: pg.Pool;
	prisma: PrismaClient;
	close(): Promise<void>;
}

const oid = { int8: 20, int4Array: 1007, int8Array: 1016, date: 1082, dateArray: 1182, textArray: 1009 };

function integer(text: string): number {
	const number = Number(text);
	if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large for a number`);
	return number;
}

/** `{1,-2,NULL}`. Digit by digit, because a page reads two thousand short arrays. */
function integers(text: string): (number | null)[] {
	const numbers: (number | null)[] = [];
	let [value, sign, isNull] = [0, 1, false];
	// From after the opening brace: each number ends with a comma or the closing one.
	for (let i = 1; i < text.length && text.length > 2; i++) {
		const code = text.charCodeAt(i);
		if (code >= digitZero && code <= digitNine) value = value * 10 + (code - digitZero);
		else if (code === minus) sign = -1;
		else if (code === comma || code === closingBrace) {
			if (value > Number.MAX_SAFE_INTEGER) throw new RangeError(`${numberEndingAt(text, i)} is too large for a number`);
			numbers.push(isNull ? null : sign * value);
			[value, sign, isNull] = [0, 1, false];
		} else isNull = true;
	}
	return numbers;
}

const [digitZero, digitNine, minus, comma, closingBrace] = [48, 57, 45, 44, 125];

const numberEndingAt = (text: string, end: number) => text.slice(0, end).replace(/^.*[{,]/, "");

const texts: (text: string) => string[] = pg.types.getTypeParser(oid.textArray, "text");

const parsers = new Map<number, (text: string) => unknown>([
	[oid.int8, integer],
	[oid.int4Array, integers],
	[oid.int8Array, integers],
	[oid.date, (text) => text],
	[oid.dateArray, texts],
]);

// Of these connections only: Prisma's adapter brings its own parsers with each query and needs the global ones as they are.
const types: pg.CustomTypesConfig = {
	getTypeParser: (id: number, format?: "text" | "binary") =>
		(format !== "binary" && parsers.get(id)) || pg.types.getTypeParser(id, format as "text"),
};

/**
 * A connection whose other end is gone without a word (a failover, a router that forgot it) must not hold anything for ever.
 * On this side keep-alive ends it and, where a proxy answers that, the limit of a statement: publishing takes as long as it
 * takes, but no statement of it an hour. On the database's side the locks of the lost transaction are released.
 */
const always = {
	connectionTimeoutMillis: 10_000,
	query_timeout: 3_600_000,
	idle_in_transaction_session_timeout: 600_000,
	keepAlive: true,
	keepAliveInitialDelayMillis: 10_000,
} satisfies pg.PoolConfig;

/** Of the database's ends of connections over TCP: after a minute without an answer they are closed. */
const keepAliveOfServer =
	"-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3 -c tcp_user_timeout=60000";

/** For requests: none waits longer. The database ends a statement that nobody waits for any more. */
const serving = {
	connectionTimeoutMillis: 5_000,
	query_timeout: 20_000,
	statement_timeout: 20_000,
	idle_in_transaction_session_timeout: 60_000,
} satisfies pg.PoolConfig;

/** Opens a database. In SQL through `pool`, a `date` is a `YYYY-MM-DD` text and an `int8` a number (it throws when unsafe). */
export function openStore(url: string, connectionsMax = 10, limits: pg.PoolConfig = {}): Store {
	const pool = openPool(url, connectionsMax, limits);
	const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
	return {
		pool,
		prisma,
		async close() {
			await prisma.$disconnect();
			if (!pool.ended) await pool.end();
		},
	};
}

function openPool(url: string, connectionsMax: number, limits: pg.PoolConfig): pg.Pool {
	const pool = new pg.Pool({
		connectionString: url,
		max: connectionsMax,
		types,
		application_name: applicationName,
		// Prisma's adapter takes every timestamptz for UTC whatever offset it is printed with.
		options: `-c TimeZone=UTC ${keepAliveOfServer}`,
		...always,
		...limits,
	});
	// An idle connection that breaks is replaced by the pool; without a listener it would end the process.
	pool.on("error", () => {});
	return pool;
}

// The bundle of the site and the server around it load this module each for itself.
const shared = globalThis as { openvzStatisticsStore?: Store; openvzStatisticsReceiving?: pg.Pool };

/** The store of this process, opened when first asked for. */
export function store(): Store {
	shared.openvzStatisticsStore ??= openStore(databaseUrl(), 10, serving);
	return shared.openvzStatisticsStore;
}

/** Connections for reports alone, so that no number of readers keeps them out. */
export function receivingPool(): pg.Pool {
	shared.openvzStatisticsReceiving ??= openPool(databaseUrl(), 5, serving);
	return shared.openvzStatisticsReceiving;
}

/** The server sets it once its database runs: whoever read the environment before has not seen it. */
function databaseUrl(): string {
	const url = readEnv().DATABASE_URL;
	if (!url) throw new OperatorError("DATABASE_URL is not set: start the site with npm start, which sets it");
	return url;
}

/** Closes what of this process was opened. */
export async function closeStore(): Promise<void> {
	const { openvzStatisticsStore: opened, openvzStatisticsReceiving: receiving } = shared;
	shared.openvzStatisticsStore = undefined;
	shared.openvzStatisticsReceiving = undefined;
	await Promise.all([opened?.close(), receiving?.end()]);
}
