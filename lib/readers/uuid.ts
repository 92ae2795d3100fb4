/** UUIDs of hosts: taken in any case, with or without braces, everywhere. */
import { z } from "zod";

const uuid = z.guid();

/** In lower case and without braces, or `null` when the value is not a UUID. */
export function parseUuid(value: unknown): string | null {
	if (typeof value !== "string") return null;
	const text = value.trim();
	const bare = text.startsWith("{") && text.endsWith("}") ? text.slice(1, -1) : text;
	const { success, data } = uuid.safeParse(bare);
	return success ? data.toLowerCase() : null;
}
