/** Starts something that other programs on the machine can disturb: once more when it failed, and says so. */
export async function withSecondTry<T>(what: string, start: () => Promise<T>): Promise<T> {
	try {
		return await start();
	} catch (error) {
		console.error(`second try at ${what}, after: ${error instanceof Error ? error.message : error}`);
		return start();
	}
}
