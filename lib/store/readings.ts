/** What monitoring asks of the database: how far publishing is, when the last reports came, how large it has grown. */
import { setTimeout as pause } from "node:timers/promises";
import { type Day, dayOf, plusDays } from "#lib/day";
import { type Product, perProduct, products } from "#lib/product";
import { daysIn, dueDays } from "#lib/publish/due";
import { store } from "./client";
import { publicationState } from "./publication";

export interface Readings {
	lastDay: Day | null;
	daysDue: number;
	lastReportAt: Record<Product, Date | null>;
	bytes: number;
}

/** However often is asked, the database is at most once in this time, and not again before it has answered. */
const keptMs = 1000;
/** Who waits longer for an answer goes without. */
const patienceMs = 2000;

let latest: { at: number; read: Promise<Readings | null>; isPending: boolean } | undefined;

/** `null` where the database does not answer, or not soon. */
export async function readings(): Promise<Readings | null> {
	if (!latest || (!latest.isPending && Date.now() - latest.at > keptMs)) {
		const begun = { at: Date.now(), read: read(), isPending: true };
		latest = begun;
		void begun.read.then(() => {
			begun.isPending = false;
		});
	}
	return Promise.race([latest.read, pause(patienceMs, null, { ref: false })]);
}

async function read(): Promise<Readings | null> {
	try {
		const { pool } = store();
		const [state, last, { rows }] = await Promise.all([
			publicationState(pool),
			pool.query<{ product: Product; at: Date | null }>(
				`select product, (select max(last_at) from host where host.product = one.product) as at
				   from unnest($1::text[]) as one(product)`,
				[products],
			),
			pool.query<{ bytes: number }>("select pg_database_size(current_database()) as bytes"),
		]);
		const due = state && dueDays(state, plusDays(dayOf(new Date()), -1));
		return {
			lastDay: state?.lastDay ?? null,
			daysDue: due ? daysIn(due) : 0,
			lastReportAt: perProduct((product) => last.rows.find((row) => row.product === product)?.at ?? null),
			bytes: rows[0]?.bytes ?? 0,
		};
	} catch {
		return null;
	}
}
