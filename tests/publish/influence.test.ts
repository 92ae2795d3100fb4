/**
 * What invented hosts can change at most: each says as much as any real host may have. Quarantine takes all of it back, and
 * release brings it back exactly. `npm run test:long` prints the table that README shows.
 */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { plusDays, startOf } from "#lib/day";
import { largestHost } from "#lib/facts/maxima";
import { planFleet, simulateFleet } from "#lib/fleet/simulate";
import { hostIdOf } from "#lib/host-history/host-id";
import { catalogOf } from "#lib/host-history/tally";
import { publish } from "#lib/publish/publish";
import { formats } from "#lib/readers/formats";
import { readOpenvz7 } from "#lib/readers/read-report";
import { unpack } from "#lib/readers/unpack";
import { incoming } from "#lib/receipt/receive";
import { acceptReports } from "#lib/store/accept";
import { quarantineHosts, releaseHosts } from "#lib/store/quarantine";
import { testDatabase } from "../database";
import { manifest } from "../readers/archive";
import { membersOf } from "../readers/sample";
import { rounds } from "../rounds";
import { yesterday } from "../today";
import { publishedRows, statisticsOf } from "./publishing";

const database = testDatabase();
const real = rounds(15, 60);
/** The last one is all that one /24 may add in a day. */
const invented = [5, 50, 300];
const days = 20;
const now = startOf(plusDays(yesterday, 1));

const amounts = {
	"hosts-active": 1,
	"containers-per-host": largestHost.containers,
	"vms-per-host": largestHost.vms,
	"disk-kind": largestHost.disks,
	"storage-installed": largestHost.storageTb * 1000,
	"memory-installed": largestHost.memoryTib * 1024 * 1024,
} as const;
type Slug = keyof typeof amounts;
const slugs = Object.keys(amounts) as Slug[];
const catalog = statisticsOf(...slugs);

/** The largest host that counts, read from its report. */
function largestReport() {
	const many = <T>(count: number, one: T) => Array.from({ length: count }, () => one);
	// Sizes of real drives, which together are the most that counts.
	const bytes = (n: number) => (n < 452 ? 5e12 : 4e12);
	const outputs = {
		"ves.json": { prlctl_list_aij: many(largestHost.containers, { Type: "CT", State: "running" }) },
		"libvirt_guests.json": { prlctl_list_aij: many(largestHost.vms, { Type: "VM", State: "running" }) },
		"memory.json": { meminfo: { MemTotal: largestHost.memoryTib * 2 ** 30 } },
		"disks.json": {
			lsblk_P_b: Array.from(
				{ length: largestHost.disks },
				(_, n) => `NAME="sd${n}" TYPE="disk" SIZE="${bytes(n)}" ROTA="1" TRAN="sas" SERIAL="${n}"`,
			),
		},
	};
	const files = Object.fromEntries(Object.entries(outputs).map(([name, output]) => [name, JSON.stringify(output)]));
	const read = readOpenvz7(membersOf({ "manifest.json": manifest, ...files }));
	expect(read.implausible).toEqual([]);
	expect(Object.keys(read.sections)).toHaveLength(4);
	return read;
}

const uuidOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

test(`of ${invented.join(", ")} invented hosts among ${real}`, async () => {
	const { pool } = database();
	const counted = catalogOf(catalog);
	const fleet = planFleet({ hosts: real, legacyHosts: 0, days, seed: 1, end: yesterday });
	const reports = Array.from(simulateFleet(fleet), ({ product, uuid, archive, receivedAt }) => {
		const { members, digest } = unpack(archive);
		return incoming(formats[product].read(members, uuid), digest, receivedAt, "unknown");
	});
	await acceptReports(pool, reports, counted);

	/** The totals of the last day. */
	const totals = async (): Promise<Record<Slug, number>> => {
		await publish(pool, catalog, { now });
		const rows = await publishedRows(pool);
		const of = (slug: Slug) => Number(rows.get(`openvz7 ${slug} ${yesterday} (base)`)?.split(" ")[1]);
		return Object.fromEntries(slugs.map((slug) => [slug, of(slug)])) as Record<Slug, number>;
	};
	const honest = await totals();
	const everything = await publishedRows(pool);
	const table = [{ hosts: `the ${real} real ones`, ...honest }];

	const largest = largestReport();
	const at = startOf(yesterday);
	let sent = 0;
	for (const count of invented) {
		const more = Array.from({ length: count - sent }, (_, n) => {
			const uuid = uuidOf(sent + n);
			return incoming({ ...largest, uuid }, createHash("sha256").update(uuid).digest(), at, "unknown");
		});
		await acceptReports(pool, more, counted);
		sent = count;
		const changed = await totals();
		table.push({ hosts: `with ${count} invented ones`, ...changed });
		for (const slug of slugs) {
			expect(changed[slug] - honest[slug], slug).toBeLessThanOrEqual(count * amounts[slug]);
			// The bound is reached: the largest host counts.
			expect(changed[slug] - honest[slug], slug).toBeGreaterThan(0.9 * count * amounts[slug]);
		}
	}
	const before = await publishedRows(pool);

	const hostIds = Array.from({ length: sent }, (_, n) => hostIdOf("openvz7", uuidOf(n)));
	const id = await quarantineHosts(pool, { hostIds, network: null, now });
	table.push({ hosts: "after their quarantine", ...(await totals()) });
	expect(await publishedRows(pool)).toEqual(everything);

	await releaseHosts(pool, id, now);
	table.push({ hosts: "after its release", ...(await totals()) });
	expect(await publishedRows(pool)).toEqual(before);
	if (process.env.TEST_LONG) console.table(table);
});
