/** Bodies of requests: read whole, within a number of bytes, a time, and a memory that all of them share. */
import { senderHeader } from "#lib/sender-address";

/** The address of the sender, as far as it is known. */
export function senderOf(request: Request): string | null {
	return request.headers.get(senderHeader);
}

const reasons = {
	late: "the body did not arrive in time: send it again",
	tooLarge: "the body is too large",
	brokenOff: "the body broke off before its end: send it again",
	busy: "too many bodies arrive at once: send it again in a few seconds",
} as const;

/** Why a body could not be read. */
export class BodyFailure extends Error {
	override readonly name = "BodyFailure";

	constructor(readonly reason: keyof typeof reasons) {
		super(reasons[reason]);
	}
}

/** Time for a whole body: 2 MiB at 70 kB/s. */
export const bodyMillisecondsMax = 30_000;
/** Many clients read no answer before they have sent everything. At most this much of the rest is read. */
const unreadBytesMax = 16 * 1024 * 1024;
/** Of all bodies that this process holds. */
const heldBytesMax = 64 * 1024 * 1024;

interface Arriving {
	bytes: number;
	fail(failure: BodyFailure): void;
}

// Next may bundle routes apart: all share one memory.
const shared = globalThis as { openvzStatisticsBodies?: { bytes: number; arriving: Set<Arriving> } };

function bodies() {
	shared.openvzStatisticsBodies ??= { bytes: 0, arriving: new Set() };
	return shared.openvzStatisticsBodies;
}

/**
 * Reads the body and gives it to `use`. Throws a `BodyFailure` when there is no body of at most `bytesMax`. When the memory
 * is full, the body that has been arriving for longest fails: slow senders do not keep quick ones out.
 */
export async function withBody<T>(
	request: Request,
	bytesMax: number,
	use: (body: Buffer) => T | Promise<T>,
): Promise<T> {
	const all = bodies();
	const held: Arriving = { bytes: 0, fail: () => {} };
	try {
		const body = await arrived(request, bytesMax, held);
		return await use(body);
	} finally {
		all.bytes -= held.bytes;
	}
}

async function arrived(request: Request, bytesMax: number, held: Arriving): Promise<Buffer> {
	const all = bodies();
	const chunks: Uint8Array[] = [];
	const keep = (chunk: Uint8Array) => {
		held.bytes += chunk.length;
		all.bytes += chunk.length;
		chunks.push(chunk);
		for (const oldest of all.arriving) {
			if (all.bytes <= heldBytesMax) break;
			all.arriving.delete(oldest);
			all.bytes -= oldest.bytes;
			oldest.bytes = 0;
			oldest.fail(new BodyFailure("busy"));
		}
	};
	all.arriving.add(held);
	let isTooLarge = false;
	try {
		await readChunks(request, held, (chunk, sum) => {
			isTooLarge = sum > bytesMax;
			if (!isTooLarge) keep(chunk);
		});
		if (!isTooLarge) return Buffer.concat(chunks);
		throw new BodyFailure("tooLarge");
	} catch (error) {
		// What the sender has to change comes first.
		throw isTooLarge ? new BodyFailure("tooLarge") : error;
	} finally {
		all.arriving.delete(held);
	}
}

/** Reads a body that nobody needs, so that its sender reads the answer. */
export async function discardBody(request: Request): Promise<void> {
	await readChunks(request, { bytes: 0, fail: () => {} }, () => {}).catch(() => {});
}

/**
 * Gives each chunk, and the number of bytes up to its end. Never cancels the body: that would close the connection, which
 * still has to carry the answer.
 */
async function readChunks(
	{ body }: Request,
	arriving: Arriving,
	take: (chunk: Uint8Array, sum: number) => void,
): Promise<void> {
	if (!body) return;
	const reader = body.getReader();
	let timer: NodeJS.Timeout | undefined;
	const failed = new Promise<never>((_, fail) => {
		arriving.fail = fail;
		// Where this process itself was late, what has arrived meanwhile is read first.
		timer = setTimeout(() => setImmediate(() => fail(new BodyFailure("late"))), bodyMillisecondsMax);
	});
	failed.catch(() => {});
	let bytes = 0;
	try {
		while (bytes <= unreadBytesMax) {
			const { done, value } = await Promise.race([reader.read(), failed]);
			if (done) break;
			bytes += value.length;
			take(value, bytes);
		}
	} catch (error) {
		throw error instanceof BodyFailure ? error : new BodyFailure("brokenOff");
	} finally {
		clearTimeout(timer);
	}
}
