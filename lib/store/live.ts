/** What is read of this moment: the live counters of the overview, what monitoring asks, whether the database answers. */
import { setTimeout as pause } from "node:timers/promises";
import type { Pool } from "pg";
import { z } from "zod";
import { type Day, dayOf, plusDays } from "#lib/day";
import { type Product, products } from "#lib/product";
import { daysIn, dueDays } from "#lib/publish/due";
import { store } from "./client";
import { publicationState } from "./publication";
import { count, rowsOf } from "./sql";

/** How long a request waits for the database to answer. */
const patienceMs = 2000;

/** Whether the database answers, and soon. */
export async function isReachable(): Promise<boolean> {
	const answered = store()
		.pool.query("select 1")
		.then(
			() => true,
			() => false,
		);
	return Promise.race([answered, pause(patienceMs, false, { ref: false })]);
}

/** When the latest report of the product was received, of a host that counts. */
async function lastReportAt(product: Product): Promise<Date | null> {
	const host = await store().prisma.host.findFirst({
		select: { lastAt: true },
		where: { product, quarantineId: null },
		orderBy: { lastAt: "desc" },
	});
	return host?.lastAt ?? null;
}

/** The overview's live lines, until this moment: reports so far are those published and those that came since. */
export async function liveCounters(product: Product): Promise<{ reports: number; lastReportAt: Date | null }> {
	const [rows, lastAt] = await Promise.all([
		rowsOf(
			store().pool,
			z.object({ reports: count }),
			`select coalesce(max(d.total), 0) + (
			          select count(*) from report r join counted_host h on h.id = r.host_id
			           where h.product = $1 and r.day > coalesce(p.last_day, '-infinity')) as reports
			   from publication p
			   left join daily_row d on d.product = $1 and d.statistic = 'reports-total' and d.day = p.last_day and d.bucket = ''
			  group by p.last_day`,
			[product],
		),
		lastReportAt(product),
	]);
	return { reports: rows[0]?.reports ?? 0, lastReportAt: lastAt };
}

export interface Readings {
	lastDay: Day | null;
	daysDue: number;
	lastReportAt: Record<Product, Date | null>;
	/** The size of the database. */
	bytes: number;
	/** Of today, as far as their network is known; those in quarantine do not count. */
	newHosts: Record<Product, NewHosts>;
}

export interface NewHosts {
	hosts: number;
	/** Of the network that added most. */
	largest: number;
}

/** A reading is shared for this long, and until the database has answered: many requests cause one reading. */
const sharedMs = 1000;
let latest: { at: number; read: Promise<Readings | null>; isPending: boolean } | undefined;

/** What monitoring asks of the database; `null` where it does not answer within two seconds. */
export async function readings(): Promise<Readings | null> {
	if (!latest || (!latest.isPending && Date.now() - latest.at > sharedMs)) {
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
		const [state, bytes, newHosts, ...lastAt] = await Promise.all([
			publicationState(pool),
			databaseBytes(pool),
			newHostsOn(pool, dayOf(new Date())),
			...products.map(lastReportAt),
		]);
		const due = state && dueDays(state, plusDays(dayOf(new Date()), -1));
		return {
			lastDay: state?.lastDay ?? null,
			daysDue: due ? daysIn(due) : 0,
			lastReportAt: Object.fromEntries(products.map((product, i) => [product, lastAt[i] ?? null])) as Record<
				Product,
				Date | null
			>,
			bytes,
			newHosts,
		};
	} catch {
		return null;
	}
}

async function newHostsOn(db: Pool, today: Day): Promise<Record<Product, NewHosts>> {
	const rows = await rowsOf(
		db,
		z.object({ product: z.enum(products), hosts: count, largest: count }),
		`select product, sum(hosts)::bigint as hosts, max(hosts) as largest
		   from (select h.product, n.network, count(*) as hosts
		           from newcomer n join counted_host h on h.id = n.host_id where n.day = $1 group by 1, 2) of_network
		  group by product`,
		[today],
	);
	const of = (product: Product) => rows.find((row) => row.product === product) ?? { hosts: 0, largest: 0 };
	return Object.fromEntries(products.map((product) => [product, of(product)])) as Record<Product, NewHosts>;
}

/** The size of the database on its disk. */
export async function databaseBytes(db: Pool): Promise<number> {
	const rows = await rowsOf(db, z.object({ bytes: count }), "select pg_database_size(current_database()) as bytes");
	return rows[0]?.bytes ?? 0;
}
