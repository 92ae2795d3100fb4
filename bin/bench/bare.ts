/** The peer of the site in `npm run bench`: sends one answer, given on stdin, to whoever asks, and does nothing else. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

const given = (await json(process.stdin)) as { headers: string[]; body: string };
const body = Buffer.from(given.body, "base64");
const byServer = /^(?:date|connection|keep-alive)$/i;
const headers = given.headers.flatMap((name, i) =>
	i % 2 === 0 && !byServer.test(name) ? [name, given.headers[i + 1] ?? ""] : [],
);
const server = createServer({ keepAliveTimeout: 75_000 }, (_, response) => {
	response.writeHead(200, headers);
	response.end(body);
});
server.listen(0, "127.0.0.1", () => {
	console.error(`Ready on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once("SIGTERM", () => process.exit());
