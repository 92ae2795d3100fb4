/** A database of its own for each test file: `const database = testDatabase()`, then `database()` in its tests. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { openStore, type Store } from "#lib/store/client";
import { templateName } from "./database-setup";

export interface TestStore extends Store {
	url: string;
}

/** Call it once at the top of a test file or a `describe`. Pass `false` for a database without tables. */
export function testDatabase(migrated = true): () => TestStore {
	const name = `test_${randomUUID().replaceAll("-", "")}`;
	const clusterUrl = inject("clusterUrl");
	const url = clusterUrl.replace("/postgres?", `/${name}?`).replace(/\/postgres$/, `/${name}`);
	let store: Store | undefined;

	beforeAll(async () => {
		await administer(`create database ${name} template ${migrated ? templateName : "template0"}`);
		store = openStore(url, 5);
	});
	afterAll(async () => {
		await store?.close();
		await administer(`drop database if exists ${name} with (force)`);
	});

	return () => {
		if (!store) throw new Error("the database exists in tests and their hooks only");
		return { ...store, url };
	};

	async function administer(sql: string): Promise<void> {
		const client = new pg.Client({ connectionString: clusterUrl });
		await client.connect();
		await client.query(sql).finally(() => client.end());
	}
}
