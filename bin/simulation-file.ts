/** A file in the data folder that says that its fleet is simulated, which one it is, and how far it is there. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Day, parseDay } from "#lib/day";

const day = z.string().transform((text, context): Day => {
	const parsed = parseDay(text);
	if (parsed) return parsed;
	context.addIssue({ code: "custom", message: "is not a day" });
	return z.NEVER;
});

const fleet = z.object({
	hosts: z.number().int(),
	legacyHosts: z.number().int(),
	/** Days of history up to `end`. */
	days: z.number().int(),
	seed: z.number().int(),
	/** The last day of the history that the fleet began with: it goes on after it. */
	end: day,
});

const schema = z.union([
	z.object({
		fleet,
		/** The last day that is imported and published; `null` while the first filling is under way. */
		through: day.nullable(),
	}),
	// What demos wrote before their fleet went on. Such a fleet is shown as it is.
	z.object({ end: day, complete: z.boolean() }).transform(({ complete }) => ({ fleet: null, isWhole: complete })),
]);

export type Simulation = z.infer<typeof schema>;

const pathIn = (dataFolder: string) => join(dataFolder, "simulation.json");

/** `null` where there is no simulation. */
export async function readSimulation(dataFolder: string): Promise<Simulation | null> {
	const text = await readFile(pathIn(dataFolder), "utf8").catch(() => null);
	return text === null ? null : schema.parse(JSON.parse(text));
}

export async function writeSimulation(
	dataFolder: string,
	simulation: Extract<Simulation, { through: unknown }>,
): Promise<void> {
	await mkdir(dataFolder, { recursive: true });
	const path = pathIn(dataFolder);
	await writeFile(`${path}.part`, `${JSON.stringify(simulation)}\n`);
	await rename(`${path}.part`, path);
}
