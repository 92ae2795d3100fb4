/** Live reports: what one costs the database, and how many a second a server stores durably. */
import { Agent, request } from "node:http";
import { dayOf, plusDays } from "#lib/day";
import type { Product } from "#lib/product";
import { formats } from "#lib/readers/formats";
import { unpack } from "#lib/readers/unpack";
import { admit } from "#lib/receipt/admission";
import { incoming } from "#lib/receipt/receive";
import { acceptReport, acceptReports } from "#lib/store/accept";
import { analyzeHosts, clearTables, statementsMs, timeStatements } from "#lib/store/upkeep";
import { archivesOf, type Bench, catalog, median, readFleet, timed } from "./bench";
import { serve } from "./site";

const databaseMsMax = 2;
const livePerSecondMin = 400;
const liveHosts = 1000;
const connections = 16;

export async function measureReports(bench: Bench): Promise<void> {
	const { pool, add, say } = bench;
	say("simulating reports");
	const { reports, msPerReport } = readFleet(60, 365);
	await clearTables(pool);
	await timeStatements(pool);
	const times: number[] = [];
	for (const report of reports) {
		const accept = async () => {
			const networks = await admit(pool, "reports", addressOf(report.uuid), 1_000_000, report.at);
			return acceptReport(pool, { ...report, networks }, catalog);
		};
		times.push(await timed(accept));
	}
	const databaseMs = (await statementsMs(pool)) / times.length;
	const late = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
	add({ what: "live report, in the database", value: databaseMs, unit: "ms", atMost: databaseMsMax });
	add({
		what: "live report, all in all",
		value: median(times),
		unit: "ms",
		note: "median, with round trips, fold and fsync",
	});
	add({ what: "live report, all in all", value: late, unit: "ms", note: "95th percentile" });
	add({ what: "reading an archive", value: msPerReport, unit: "ms", note: "unpacking included" });
	for (const product of ["openvz7", "legacy"] as const) await measureLive(bench, product);
}

/** The last report of each host is sent to a server that knows the others. */
async function measureLive({ pool, databaseUrl, add, say }: Bench, product: Product): Promise<void> {
	say(`preparing ${liveHosts} hosts of ${product}`);
	const isLegacy = product === "legacy";
	const sent = archivesOf({
		hosts: isLegacy ? 0 : liveHosts,
		legacyHosts: isLegacy ? liveHosts : 0,
		days: isLegacy ? 62 : 15,
		end: plusDays(dayOf(new Date()), -1),
	});
	const last = new Map(sent.map((one) => [one.uuid, one]));
	const earlier = sent.filter((one) => last.get(one.uuid) !== one);
	await clearTables(pool);
	const read = earlier.map(({ uuid, archive, receivedAt }) => {
		const { members, digest } = unpack(archive);
		return incoming(formats[product].read(members, uuid), digest, receivedAt, "unknown");
	});
	await acceptReports(pool, read, catalog);
	await analyzeHosts(pool);
	const site = await serve(databaseUrl, { REPORTS_BURST: "1000000000", NEW_HOSTS_PER_DAY: "1000000000" });
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	try {
		const waiting = [...last.values()];
		// The first reports of a process are read by code that nobody has run yet.
		for (const one of waiting.splice(0, 50)) await post(site.url, agent, product, one);
		const count = waiting.length;
		const ms = await timed(() =>
			Promise.all(
				Array.from({ length: connections }, async () => {
					for (let one = waiting.pop(); one; one = waiting.pop()) await post(site.url, agent, product, one);
				}),
			),
		);
		add({
			what: `live reports of ${product}, durable`,
			value: (1000 * count) / ms,
			unit: "per second",
			atLeast: livePerSecondMin,
			note: `${connections} connections`,
		});
	} finally {
		agent.destroy();
		await site.stop();
	}
}

const boundary = "bench-form-boundary";

/** Resolves when the server has answered that the report is stored. */
function post(url: string, agent: Agent, product: Product, { uuid, archive }: { uuid: string; archive: Buffer }) {
	const part = (head: string) => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`;
	const [path, type, body] =
		product === "legacy"
			? ([
					"/submit.php",
					`multipart/form-data; boundary=${boundary}`,
					Buffer.concat([
						Buffer.from(`${part('name="uuid"')}${uuid}\r\n${part('name="file"; filename="report.tar.gz"')}`),
						archive,
						Buffer.from(`\r\n--${boundary}--\r\n`),
					]),
				] as const)
			: (["/api/v1/reports", "application/gzip", archive] as const);
	return new Promise<void>((done, failed) => {
		const headers = { "content-type": type, "content-length": body.length };
		const sending = request(url + path, { method: "POST", agent, headers }, (response) => {
			response.resume().once("end", () => {
				const { statusCode = 0 } = response;
				if (statusCode === 200 || statusCode === 201) done();
				else failed(new Error(`${path} answers ${statusCode}`));
			});
		});
		sending.once("error", failed).end(body);
	});
}

/** Each host has a network of its own. */
function addressOf(uuid: string): string {
	return [0, 2, 4]
		.map((place) => Number.parseInt(uuid.slice(place, place + 2), 16))
		.join(".")
		.concat(".1");
}
