/** What the running server noticed of its surroundings, for the operator's `doctor`, which is another process. */
import type { Pool } from "pg";
import { z } from "zod";
import { instant, rowsOf } from "./sql";

/** A proxy that TRUSTED_PROXIES does not name passes requests on. */
type Notice = "undeclared-proxy";

export async function putNotice(pool: Pool, name: Notice): Promise<void> {
	await pool.query(
		"insert into notice (name, at) values ($1, now()) on conflict (name) do update set at = excluded.at",
		[name],
	);
}

/** A server that starts does not know yet. */
export async function clearNotices(pool: Pool): Promise<void> {
	await pool.query("delete from notice");
}

export async function noticedAt(pool: Pool, name: Notice): Promise<Date | null> {
	const rows = await rowsOf(pool, z.object({ at: instant }), "select at from notice where name = $1", [name]);
	return rows[0]?.at ?? null;
}
