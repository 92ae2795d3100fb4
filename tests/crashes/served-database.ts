/** A database of its own as that of this process: for what opens the store by itself. */
import { afterAll, beforeAll } from "vitest";
import { closeStore } from "#lib/store/client";
import type { TestStore } from "../database";

export function serveFrom(database: () => TestStore): void {
	const before = process.env.DATABASE_URL;
	beforeAll(async () => {
		await closeStore();
		process.env.DATABASE_URL = database().url;
	});
	afterAll(async () => {
		await closeStore();
		if (before === undefined) Reflect.deleteProperty(process.env, "DATABASE_URL");
		else process.env.DATABASE_URL = before;
	});
}
