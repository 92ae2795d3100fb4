/** Starts one cluster in a temporary folder for the whole run, with a migrated database that each test file copies. */
import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { enterCluster } from "#lib/store/embedded/presence";
import { migrate } from "#lib/store/migrate";
import { folderWithDatabase } from "./template-cluster";

declare module "vitest" {
	interface ProvidedContext {
		/** The address of the database `postgres` in the cluster of this run. */
		clusterUrl: string;
	}
}

export const templateName = "template_migrated";

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const folder = await folderWithDatabase("test-databases-");
	const settings = {
		synchronous_commit: "off",
		// Where there are many cores all files use it at once, and the servers that one of them starts.
		max_connections: "300",
	};
	const presence = await enterCluster(folder, { settings });
	const end = async () => {
		await presence.leave();
		await rm(folder, { recursive: true, force: true });
	};
	try {
		await presence.query(`create database ${templateName}`);
		await migrate(presence.urlOf(templateName));
	} catch (error) {
		await end();
		throw error;
	}
	project.provide("clusterUrl", presence.urlOf("postgres"));
	return end;
}
