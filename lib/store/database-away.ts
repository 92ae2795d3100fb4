/** Tells failures of the database from mistakes in this program: after the first, clients are asked to try again. */

/**
 * SQLSTATE of connections (08), credentials (28), deadlocks (40), resources (53), lock and statement timeouts and shutdown
 * (25P03, 55P03, 57), disks (58), a replica that takes no writes (25006), a database that is just being restored (3D).
 */
const sqlStates = /^(?:(?:08|28|40|53|57|58|3D)[0-9A-Z]{3}|25006|25P03|55P03)$/;
/** Prisma: connections, and too many of them. */
const prismaCodes = /^P(?:1\d{3}|2024|2037)$/;
/** Node: sockets. `ENOENT` is a Unix socket that is not there. */
const socketCodes =
	/^E(?:CONN(?:REFUSED|RESET|ABORTED)|HOST(?:UNREACH|DOWN)|NET(?:UNREACH|DOWN)|AI_AGAIN|NOENT|NOTFOUND|PIPE|TIMEDOUT)$/;
/** `pg` gives these errors no code. */
const messages =
	/^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (?:has encountered a connection error|was closed)|Cannot use a pool after calling end)/;

interface Failure {
	code?: unknown;
	message?: unknown;
	syscall?: unknown;
	cause?: unknown;
	/** Prisma's name for the SQLSTATE. */
	originalCode?: unknown;
	clientVersion?: unknown;
	meta?: { driverAdapterError?: unknown };
}

/** Whether the database was away, too slow or too busy: no connection, or no answer within the limits of `client.ts`. */
export function isDatabaseAway(error: unknown): boolean {
	if (typeof error !== "object" || error === null) return false;
	const { code, message, syscall, cause, originalCode, clientVersion, meta }: Failure = error;
	// A missing file has `ENOENT`, too. Prisma drops `syscall`.
	const isOfSocket = clientVersion !== undefined || /^(?:connect|read|write|getaddrinfo)$/.test(`${syscall}`);
	return (
		sqlStates.test(`${originalCode ?? code}`) ||
		prismaCodes.test(`${code}`) ||
		(isOfSocket && socketCodes.test(`${code}`)) ||
		messages.test(`${message}`) ||
		isDatabaseAway(cause) ||
		isDatabaseAway(meta?.driverAdapterError) ||
		(error instanceof AggregateError && error.errors.some(isDatabaseAway))
	);
}
