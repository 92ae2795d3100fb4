import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { SlowReaders } from "#bin/server/slow-readers";

const ends: (() => void)[] = [];
afterEach(() => {
	for (const end of ends.splice(0)) end();
});

/** The two ends of a connection on which the server has sent more than fits into the buffers of the system. */
async function connected(sentBytes: number): Promise<{ socket: Socket; client: Socket }> {
	const server = createServer((socket) => socket.on("error", () => {}).write(Buffer.alloc(sentBytes))).listen(
		0,
		"127.0.0.1",
	);
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("the server has no port");
	const connection = once(server, "connection");
	const client = connect(address.port, "127.0.0.1")
		.on("error", () => {})
		.pause();
	const [socket] = await connection;
	ends.push(
		() => server.close(),
		() => socket.destroy(),
		() => client.destroy(),
	);
	return { socket, client };
}

const MB = 1_000_000;

test("a client that does not read an answer in the time for its size loses its connection", async () => {
	const { socket } = await connected(50 * MB);
	const readers = new SlowReaders();
	readers.add(socket);
	readers.end(1000);
	readers.end(1000 + 40_000 + 5_000_000);
	expect(socket.destroyed).toBe(false);
	readers.end(1000 + 40_000 + 5_000_001);
	expect(socket.destroyed).toBe(true);
});

test("the next answer gives it more time, as much as its size asks for", async () => {
	const { socket } = await connected(50 * MB);
	const readers = new SlowReaders();
	readers.add(socket);
	readers.end(0);
	socket.write(Buffer.alloc(10 * MB));
	readers.end(40_000 + 6_000_000);
	expect(socket.destroyed).toBe(false);
	readers.end(40_000 + 6_000_001);
	expect(socket.destroyed).toBe(true);
});

test("a client that has read everything may wait for as long as it likes, and begins anew", async () => {
	const { socket, client } = await connected(50 * MB);
	const readers = new SlowReaders();
	readers.add(socket);
	readers.end(0);
	client.resume();
	await expect.poll(() => socket.writableLength).toBe(0);
	readers.end(10_000_000);
	expect(socket.destroyed).toBe(false);
	client.pause();
	socket.write(Buffer.alloc(50 * MB));
	readers.end(20_000_000);
	readers.end(20_000_000 + 40_000 + 5_000_000);
	expect(socket.destroyed).toBe(false);
});
