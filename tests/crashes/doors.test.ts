/** The addresses for crash reports: what each request is answered, and what is counted of it. */
import { randomBytes } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { attachment, crashByHash, newCrash } from "#lib/crashes/answer";
import { crashOf } from "#lib/crashes/facts";
import { crashIn, type SentCrash } from "#lib/crashes/sent";
import { readUreport } from "#lib/crashes/ureport";
import { readingAnswer, shareReader } from "#lib/receipt/reading";
import { senderHeader } from "#lib/sender-address";
import { testDatabase } from "../database";
import { asForm, asJson, canaries, core, everyType, kerneloops, python } from "./reports";
import { serveFrom } from "./served-database";

const database = testDatabase();
serveFrom(database);
// A server has threads for this.
beforeAll(() => shareReader("crashes", async (sent) => readingAnswer(() => crashIn(sent as SentCrash))));
const shared = globalThis as { openvzStatisticsCrashes?: unknown };
/** As after a restart: limits are forgotten. */
beforeEach(() => {
	shared.openvzStatisticsCrashes = undefined;
});

let networks = 0;
/** Each call has a network of its own. */
const anywhere = () => `10.${Math.floor(++networks / 250)}.${networks % 250}.1`;

interface Sent {
	status: number;
	headers: Headers;
	body: Record<string, unknown>;
}

async function sendRaw(
	body: BodyInit,
	headers: Record<string, string>,
	from = anywhere(),
	to = newCrash,
): Promise<Sent> {
	const request = new Request("http://stats.example/faf/reports/new", {
		method: "POST",
		body,
		headers: { host: "stats.example", [senderHeader]: from, ...headers },
	});
	const response = await to(request);
	const text = await response.text();
	const isJson = response.headers.get("content-type") === "application/json";
	return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : { text } };
}

const send = (report: unknown, from?: string) => {
	const { body, headers } = asForm(asJson(report));
	return sendRaw(body, headers, from);
};
const bthashOf = (report: unknown) => crashOf(readUreport(Buffer.from(asJson(report)))).bthash;
/** Another problem each time. */
const fresh = <P extends object>(report: { problem: P }) => ({
	...report,
	problem: { ...report.problem, component: `x${randomBytes(8).toString("hex")}` },
});

/** All that was counted of a problem. */
async function totalsOf(bthash: string) {
	const { rows } = await database().pool.query(
		"select sum(reports)::int as reports, sum(hosts)::int as hosts from crash_day where bthash = $1",
		[bthash],
	);
	return rows[0];
}

/** What `reporter-ureport` makes of an answer, by the rules of libreport. */
function understood({ status, body }: Sent): "accepted" | "refused" | "failed" | "unexpected" {
	if ([404, 500, 503].includes(status)) return "failed";
	if (status === 202) return "error" in body || typeof body.result !== "boolean" ? "unexpected" : "accepted";
	if (status === 400 || status === 413) return typeof body.error === "string" ? "refused" : "unexpected";
	return "unexpected";
}

describe("an answer", () => {
	test.each(Object.entries(everyType))("to a report: %s", async (_, report) => {
		const first = await send(report);
		expect(understood(first)).toBe("accepted");
		const bthash = bthashOf(report);
		const page = `http://stats.example/crashes/${bthash}`;
		expect(first.body).toEqual({
			result: false,
			bthash,
			reported_to: [{ reporter: "OpenVZ statistics", type: "url", value: page }],
		});
		expect(first.headers.get("cache-control")).toBe("no-store");
		expect((await send(report)).body).toMatchObject({ result: true, bthash });
	});

	test("to a report without a form", async () => {
		const json = { "content-type": "application/json", accept: "application/json" };
		const sent = await sendRaw(asJson(fresh(core)), json);
		expect(understood(sent)).toBe("accepted");
	});

	test("in one line to who does not accept JSON", async () => {
		const sent = await sendRaw(asJson(fresh(core)), { accept: "text/plain" });
		expect(sent.status).toBe(202);
		expect(sent.body.text).toMatch(/^new: http:\/\/stats\.example\/crashes\/[0-9a-f]{40}\n$/);
		expect((await sendRaw("x", { accept: "*/*" })).body.text).toBe("the uReport is not a JSON object in UTF-8\n");
	});

	const { body: whole, headers } = asForm(asJson(core));
	test.each<[string, BodyInit, Record<string, string>, number]>([
		["to nothing", "", {}, 400],
		["to a form that breaks off", whole.slice(0, -40), headers, 400],
		["to a form without a file", whole.replace('name="file"', 'name="other"'), headers, 400],
		["to a form without a boundary", whole, { "content-type": "multipart/form-data" }, 400],
		["to an archive", new Uint8Array([0x1f, 0x8b, 8, 0]), { "content-type": "application/gzip" }, 400],
		["to half a report", asJson(core).slice(0, 500), {}, 400],
		["to 1 MiB and a byte", " ".repeat(2 ** 20 + 1), {}, 413],
		["to a form with as much", asForm(" ".repeat(2 ** 20 + 1)).body, headers, 413],
		["to 3 MiB", " ".repeat(3 * 2 ** 20), {}, 413],
	])("%s", async (_, body, headers, status) => {
		const sent = await sendRaw(body, { accept: "application/json", ...headers });
		expect(sent.status).toBe(status);
		expect(understood(sent)).toBe("refused");
		for (const canary of canaries) expect(JSON.stringify(sent.body)).not.toContain(canary);
	});

	test("to an attachment", async () => {
		const about = JSON.stringify({ bthash: bthashOf(core), type: "comment", data: "CANARY" });
		const sent = await sendRaw(about, { accept: "application/json" }, anywhere(), attachment);
		expect(sent.status).toBe(400);
		expect(sent.body).toEqual({ error: "attachments are not taken: they can name people" });
	});

	test("to a question for a problem that is not published", async () => {
		for (const hash of [bthashOf(core), "x", "../../etc/passwd"])
			expect((await crashByHash(new Request("http://stats.example/"), hash)).status).toBe(404);
	});
});

test.each([
	["questions for problems", 404, "requests", (request: Request) => crashByHash(request, "x")],
	["attachments", 400, "attachments", attachment],
] as const)("%s are limited by network, and the answer says when to ask again", async (_, status, what, answer) => {
	const ask = (from: string) =>
		answer(new Request("http://stats.example/", { headers: { [senderHeader]: from, accept: "application/json" } }));
	const from = anywhere();
	vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
	try {
		for (let n = 0; n < 2000; n++) expect((await ask(from)).status).toBe(status);
		const refused = await ask(from);
		expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "2"]);
		expect(await refused.json()).toEqual({ error: `too many ${what} from your network: try again in 2 s` });
	} finally {
		vi.useRealTimers();
	}
	expect((await ask(anywhere())).status).toBe(status);
});

describe("what is counted", () => {
	test("of one network: a problem once an hour, and fifty reports a day", async () => {
		const report = fresh(core);
		const from = anywhere();
		expect((await send(report, from)).body.result).toBe(false);
		// A report of the same network that does not count is answered like any other.
		for (let n = 0; n < 3; n++) expect((await send(report, from)).body.result).toBe(true);
		expect(await totalsOf(bthashOf(report))).toEqual({ reports: 1, hosts: 1 });
		for (let n = 1; n < 50; n++) expect((await send(fresh(core), from)).status).toBe(202);
		const refused = await send(fresh(core), from);
		expect(understood(refused)).toBe("failed");
		expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
		expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(86_400);
		expect((await send(fresh(core))).status).toBe(202);
	});

	test("of hosts: first occurrences, and where none is given the first report of each network", async () => {
		const numbered = (serial: number) => {
			const report = structuredClone(base);
			return { ...report, problem: { ...report.problem, serial } };
		};
		const base = fresh(core);
		for (const serial of [1, 2, 7, 1]) await send(numbered(serial));
		expect(await totalsOf(bthashOf(base))).toEqual({ reports: 4, hosts: 2 });
		const unnumbered = { ...core, problem: { ...fresh(core).problem, serial: undefined } };
		for (let n = 0; n < 3; n++) await send(unnumbered);
		expect(await totalsOf(bthashOf(unnumbered))).toEqual({ reports: 3, hosts: 3 });
	});

	test("of one network as one host, however often it says that a crash is the first", async () => {
		const report = fresh(core);
		const first = { ...report, problem: { ...report.problem, serial: 1 } };
		const from = anywhere();
		vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
		try {
			for (let n = 0; n < 3; n++) {
				expect((await send(first, from)).status).toBe(202);
				vi.setSystemTime(Date.now() + 3_700_000);
			}
		} finally {
			vi.useRealTimers();
		}
		expect(await totalsOf(bthashOf(first))).toEqual({ reports: 3, hosts: 1 });
	});

	test("at once: as many as there were", async () => {
		const report = fresh(core);
		const sent = await Promise.all(Array.from({ length: 20 }, () => send(report)));
		expect(sent.filter(({ body }) => body.result === false)).toHaveLength(1);
		expect(await totalsOf(bthashOf(report))).toEqual({ reports: 20, hosts: 20 });
	});

	test("nothing private", async () => {
		for (const report of [core, kerneloops, python]) await send(report);
		const { rows } = await database().pool.query(
			"select p::text || ' ' || d::text as line from crash_problem p join crash_day d using (bthash)",
		);
		expect(rows.length).toBeGreaterThan(3);
		const text = JSON.stringify(rows);
		for (const canary of canaries) expect(text).not.toContain(canary);
		expect(text).toContain("ploop_pb_free");
	});
});
