/** A proxy between a program and its database, in which a test breaks what else breaks in networks. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { parse } from "pg-connection-string";

export interface DatabaseProxy {
	/** The address of the database through the proxy. */
	url: string;
	/** Closes all connections and refuses new ones: the database was stopped. */
	cut(): void;
	/** Leaves all connections open and opens new ones, but nothing passes any more: a failover, a router that forgot them. */
	silence(): void;
	/** Lets new connections pass. Silent ones stay silent. */
	pass(): void;
	close(): void;
}

export async function databaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
	const { host, port, user, password, database } = parse(databaseUrl);
	const open = () =>
		host?.startsWith("/") ? connect(`${host}/.s.PGSQL.${port || 5432}`) : connect(Number(port), host ?? "");
	let state: "passing" | "silent" | "cut" = "passing";
	const connections = new Set<{ isSilent: boolean; sockets: readonly Socket[] }>();
	const server = createServer((client) => {
		if (state === "cut") return client.destroy();
		const behind = open();
		const connection = { isSilent: state === "silent", sockets: [client, behind] };
		connections.add(connection);
		for (const [from, to] of [
			[client, behind],
			[behind, client],
		] as const) {
			from.on("error", () => {});
			from.on("data", (bytes) => connection.isSilent || to.write(bytes));
			from.on("close", () => {
				if (connection.isSilent) return;
				to.destroy();
				connections.delete(connection);
			});
		}
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const destroyAll = () => {
		for (const { sockets } of connections) for (const socket of sockets) socket.destroy();
		connections.clear();
	};
	return {
		url: `postgresql://${user}:${password ?? ""}@127.0.0.1:${(server.address() as AddressInfo).port}/${database}`,
		cut() {
			state = "cut";
			destroyAll();
		},
		silence() {
			state = "silent";
			for (const connection of connections) connection.isSilent = true;
		},
		pass() {
			state = "passing";
		},
		close() {
			destroyAll();
			server.close();
		},
	};
}
