/** Ends connections whose clients read so slowly that they would keep answers in memory for ever. */
import type { Server } from "node:http";
import type { Socket } from "node:net";

/** Since when, in ms of `performance.now()`, a client has not read all it was sent, and how much it had read by then. */
interface Backlog {
	since: number;
	readBytes: number;
}

/** Every client gets this much time. */
const graceMilliseconds = 40_000;
/** What a client must read beyond that, on average: slow mobile networks carry more. */
const bytesPerSecondMin = 10_000;
const sweepMilliseconds = 5_000;

export class SlowReaders {
	/** Open connections; `null` where the client has read everything. */
	readonly #connections = new Map<Socket, Backlog | null>();

	add(socket: Socket): void {
		this.#connections.set(socket, null);
		socket.once("close", () => this.#connections.delete(socket));
	}

	/** Ends the connections whose time is over. Node says when an answer was read, and not how much of it. */
	end(now: number): void {
		for (const [socket, backlog] of this.#connections) {
			const { bytesWritten, writableLength } = socket;
			if (writableLength === 0) this.#connections.set(socket, null);
			else if (backlog === null)
				this.#connections.set(socket, { since: now, readBytes: bytesWritten - writableLength });
			else if (now > endOfTime(backlog, bytesWritten)) socket.destroy();
		}
	}
}

/** The more a client was sent, the more time it has to read it. */
function endOfTime({ since, readBytes }: Backlog, sentBytes: number): number {
	return since + graceMilliseconds + ((sentBytes - readBytes) / bytesPerSecondMin) * 1000;
}

/** Watches all connections of a server: one look at all of them costs less than a timer for each answer. */
export function endSlowReaders(server: Server): void {
	const readers = new SlowReaders();
	server.on("connection", (socket) => readers.add(socket));
	const sweep = setInterval(() => readers.end(performance.now()), sweepMilliseconds).unref();
	server.once("close", () => clearInterval(sweep));
}
