import { describe, expect, test } from "vitest";
import { mailReader } from "#lib/passive/mail";
import { countIn, file, gzipped, now, rowsOf } from "./files";

interface Message {
	envelope?: string;
	date?: string | null;
	from?: string;
	id?: string | null;
	list?: string;
	body?: string;
}

function message({
	envelope = "From ann at example.org  Tue Mar 10 10:00:00 2026",
	date = "Tue, 10 Mar 2026 10:00:00 +0000",
	from = "ann at example.org (Ann Example)",
	id = "<1@example.org>",
	list,
	body = "Hello.",
}: Message): string {
	return [
		envelope,
		`From: ${from}`,
		...(date === null ? [] : [`Date: ${date}`]),
		"Subject: a subject",
		...(id === null ? [] : [`Message-ID: ${id}`]),
		...(list ? [`List-Id: <${list}>`] : []),
		"",
		body,
		"",
		"",
	].join("\n");
}

/** Far before and far after, so that the days between are whole. */
const edges = [
	message({ id: "<first@x>", date: "Sun, 25 Jan 2026 10:00:00 +0000", from: "edge@example.org" }),
	message({ id: "<last@x>", date: "Mon, 30 Mar 2026 10:00:00 +0000", from: "edge@example.org" }),
];
const count = (messages: readonly string[], path = "mail.mbox") =>
	countIn(mailReader({ now, list: null }), [file([...edges, ...messages].join(""), path)]);

describe("a message", () => {
	test("is counted on the UTC day of its Date header", async () => {
		const { statistics } = await count([
			message({ date: "Tue, 10 Mar 2026 23:30:00 -0800 (PST)", list: "users.openvz.org" }),
		]);
		expect(rowsOf(statistics, "list-messages")).toEqual(["2026-03-11 (all) 1", "2026-03-11 users 1"]);
	});
	test.each([
		["no date", null],
		["a broken date", "yesterday, I think"],
		["a date before OpenVZ", "Tue, 10 Mar 1998 10:00:00 +0000"],
		["a date that has not come", "Tue, 10 Mar 2037 10:00:00 +0000"],
	])("with %s is counted when it was delivered", async (_, date) => {
		const { statistics } = await count([message({ date, envelope: "From ann@example.org Mon Mar  9 23:00:00 2026" })]);
		expect(rowsOf(statistics, "list-messages")[0]).toBe("2026-03-09 (all) 1");
	});
	test("without any date that can be true is ignored", async () => {
		const { ignored } = await count([message({ date: null, envelope: "From x@example.org Mon Mar  9 23:00:00 1999" })]);
		expect(ignored.get("no date")).toBe(1);
	});
	test("is counted once over all files, on the first of its lists", async () => {
		const to = (list: string) => message({ list: `${list}.openvz.org` });
		for (const lists of [
			["users", "devel"],
			["devel", "users"],
		]) {
			const files = lists.map((list) => gzipped([...edges, to(list)].join(""), `${list}.txt.gz`));
			const { statistics, ignored } = await countIn(mailReader({ now, list: null }), files);
			expect(rowsOf(statistics, "list-messages")).toEqual(["2026-03-10 (all) 1", "2026-03-10 users 1"]);
			expect(ignored.get("repeated")).toBe(3);
		}
	});
	test("without an id is told by its sender, time and subject", async () => {
		const one = message({ id: null });
		const { statistics } = await count([one, one, message({ id: null, from: "bob@example.org" })]);
		expect(rowsOf(statistics, "list-messages")[0]).toBe("2026-03-10 (all) 2");
	});
	test("belongs to the list of its header, of its folder, or to no known one", async () => {
		const lists = async (path: string, list?: string) => {
			const { statistics } = await count([message({ list })], path);
			return rowsOf(statistics, "list-messages")[1];
		};
		expect(await lists("archive/devel/2026-March.txt")).toBe("2026-03-10 devel 1");
		expect(await lists("archive/devel/2026-March.txt", "announce.openvz.org")).toBe("2026-03-10 announce 1");
		expect(await lists("criu.mbox", "criu.openvz.org")).toBe("2026-03-10 criu 1");
		expect(await lists("mail.mbox", "secret-project.openvz.org")).toBe("2026-03-10 other 1");
	});
	test("does not begin at a line of a body", async () => {
		const body =
			"I wrote:\n\nFrom what I know, this works.\n\nFrom ann at example.org  Tue Mar 10 10:00:00 2026\nis no header.";
		expect((await count([message({ body }), message({ id: "<2@example.org>" })])).entries).toBe(4);
	});
	test("may have long, folded and repeated headers", async () => {
		const folded = message({}).replace(
			"Message-ID: <1@example.org>",
			"References: <a@x>\n <b@x>\nMessage-ID:\n <1@example.org>",
		);
		const { ignored } = await count([folded, message({ id: "<1@example.org>" })]);
		expect(ignored.get("repeated")).toBe(1);
	});
	test("that bounced is ignored", async () => {
		const { ignored } = await count([message({ from: "Mail Delivery <MAILER-DAEMON@example.org>" })]);
		expect(ignored.get("bounced")).toBe(1);
	});
});

test("a sender is counted once a month, however the address is written", async () => {
	const by = (from: string, i: number, month = "Feb") =>
		message({ from, id: `<${i}@y>`, date: `Tue, 10 ${month} 2026 10:00:00 +0000` });
	const { statistics } = await count([
		...["ann at example.org (Ann)", "Ann <ANN@example.org>", '"A. N. Other" <other@example.org>'].map((from, i) =>
			by(from, i),
		),
	]);
	expect(rowsOf(statistics, "list-posters")).toEqual(["2026-02-28 (all) 2", "2026-02-28 all 2"]);
	const months = statistics.find(({ statistic }) => statistic === "list-posters");
	expect(months?.partial.map(({ day }) => day)).toEqual(["2026-01-31", "2026-03-31"]);
});

test("a sender whose message has copies of several dates is counted in the month of the first", async () => {
	const copy = (month: string, from = "ann@example.org") =>
		message({ id: "<1@y>", from, date: `Tue, 10 ${month} 2026 10:00:00 +0000` });
	const copies = [copy("Mar"), copy("Feb"), copy("Mar", "Ann via Devel <devel@lists.example.org>")];
	for (const inOrder of [copies, copies.toReversed()]) {
		const { statistics } = await count(inOrder);
		expect(rowsOf(statistics, "list-posters")).toEqual(["2026-02-28 (all) 2", "2026-02-28 all 2"]);
		expect(statistics.find(({ statistic }) => statistic === "list-posters")?.partial.map(({ total }) => total)).toEqual(
			[1, 1],
		);
	}
});

test("a file without messages is of another kind", async () => {
	await expect(countIn(mailReader({ now, list: null }), [file("a\nb\n", "notes.txt")])).rejects.toThrow(
		"notes.txt is of another kind",
	);
});
