/** A file in the data folder that says that its fleet is simulated, and whether it is there whole. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Day, parseDay } from "#lib/day";

const schema = z.object({
	/** The last day of its history. */
	end: z.string().transform((text, context): Day => {
		const day = parseDay(text);
		if (day) return day;
		context.addIssue({ code: "custom", message: "is not a day" });
		return z.NEVER;
	}),
	complete: z.boolean(),
});

export type Simulation = z.infer<typeof schema>;

const pathIn = (dataFolder: string) => join(dataFolder, "simulation.json");

/** `null` where there is no simulation. */
export async function readSimulation(dataFolder: string): Promise<Simulation | null> {
	const text = await readFile(pathIn(dataFolder), "utf8").catch(() => null);
	return text === null ? null : schema.parse(JSON.parse(text));
}

export async function writeSimulation(dataFolder: string, simulation: Simulation): Promise<void> {
	await mkdir(dataFolder, { recursive: true });
	const path = pathIn(dataFolder);
	await writeFile(`${path}.part`, `${JSON.stringify(simulation)}\n`);
	await rename(`${path}.part`, path);
}
