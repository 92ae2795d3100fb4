import { expect, test } from "vitest";
import { figureReader } from "#lib/passive/figures";
import { forumReader } from "#lib/passive/forum";
import { countIn, file, now, rowsOf } from "./files";

const stamp = (at: string) => Date.parse(`${at}Z`) / 1000;
const edges = [`${stamp("2026-01-25T00:00:00")},900,900`, `${stamp("2026-03-30T00:00:00")},901,900`];
const count = (...contents: string[]) =>
	countIn(
		forumReader({ now }),
		contents.map((content) => file(content)),
	);
const csv = (...rows: string[]) => ["post_stamp,thread_id,poster_id,from_list", ...edges, ...rows].join("\n");

test("posts, topics and posters are counted", async () => {
	const { statistics, ignored, entries } = await count(
		csv(
			`${stamp("2026-02-10T23:59:59")},1,7,0`,
			`"${stamp("2026-02-11T00:00:00")}";"1";"8"`,
			`${stamp("2026-02-12T00:00:00")},2,7`,
			`${stamp("2026-02-12T00:00:00")},2,7`,
			`${stamp("2026-02-12T00:00:01")},3,9,1`,
			`${stamp("2031-02-12T00:00:01")},3,9,0`,
			'=HYPERLINK("x"),1,1',
		),
	);
	expect(entries).toBe(9);
	expect(Object.fromEntries(ignored)).toEqual({
		repeated: 1,
		"from a mailing list": 1,
		"impossible time": 1,
		unreadable: 1,
	});
	expect(rowsOf(statistics, "forum-posts").filter((row) => row.includes("(all)"))).toEqual([
		...["2026-02-10 (all) 1", "2026-02-11 (all) 1", "2026-02-12 (all) 1"],
	]);
	expect(rowsOf(statistics, "forum-topics").filter((row) => row.includes("(all)"))).toEqual([
		...["2026-02-10 (all) 1", "2026-02-12 (all) 1"],
	]);
	expect(rowsOf(statistics, "forum-posters")).toEqual(["2026-02-28 (all) 2", "2026-02-28 all 2"]);
});

const rss = (...items: [id: string, at: string][]) =>
	`<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>${items.map(([id, at]) => `<item><title>secret</title><guid>${id}</guid><pubDate>${at}</pubDate></item>`).join("")}</channel></rss>`;

test("feeds count posts alone, each once", async () => {
	const { statistics, ignored } = await count(
		rss(["a", "Sun, 25 Jan 2026 00:00:00 GMT"], ["b", "Tue, 10 Feb 2026 12:00:00 GMT"]),
		rss(["b", "Tue, 10 Feb 2026 12:00:00 GMT"], ["c", "Mon, 30 Mar 2026 00:00:00 GMT"]),
		`<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>d</id><updated>2026-02-11T00:00:00Z</updated></entry></feed>`,
		`<rdf:RDF xmlns:rdf="x"><item rdf:about="e"><dc:date>2026-02-12T00:00:00Z</dc:date></item></rdf:RDF>`,
	);
	expect(rowsOf(statistics, "forum-posts").filter((row) => row.includes("(all)"))).toEqual([
		...["2026-02-10 (all) 1", "2026-02-11 (all) 1", "2026-02-12 (all) 1"],
	]);
	expect(statistics.map(({ statistic }) => statistic)).toEqual(["forum-posts"]);
	expect(ignored.get("repeated")).toBe(1);
});

test("a feed with entities, a damaged one and another document are refused by name", async () => {
	const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><item><guid>&b;</guid></item></channel></rss>`;
	await expect(countIn(forumReader({ now }), [file(bomb, "bomb.xml")])).rejects.toThrow("bomb.xml declares entities");
	await expect(countIn(forumReader({ now }), [file("<rss><channel>", "cut.xml")])).rejects.toThrow(
		"cut.xml is damaged",
	);
	await expect(countIn(forumReader({ now }), [file("<html></html>", "a.html")])).rejects.toThrow(
		"a.html is of another kind",
	);
});

test("figures have a day, a known statistic and the address where they stand", async () => {
	const source = "https://distrowatch.example/table?distribution=virtuozzo";
	const rows = [
		"day,statistic,bucket,total,source_url",
		`2026-02-10,distrowatch-hits,virtuozzo-linux,87,${source}`,
		`2026-02-10,distrowatch-hits,my-own-linux,5,${source}`,
		`2026-02-11,hosters-with-openvz,openvz,31,https://hosters.example/`,
		"2026-02-12,hosters-with-openvz,openvz,31,",
		"2026-02-12,hosters-with-openvz,openvz,31,javascript:alert(1)",
		`2026-02-12,hosts-active,all,31,${source}`,
		`2026-02-12,hosters-with-openvz,openvz,=1+1,${source}`,
		`2099-02-12,hosters-with-openvz,openvz,1,${source}`,
	].join("\n");
	const reader = figureReader({ now });
	const { statistics, ignored } = await countIn(reader, [file(rows)]);
	expect(rowsOf(statistics, "distrowatch-hits")).toEqual([
		...["2026-02-10 (all) 92", "2026-02-10 other 5", "2026-02-10 virtuozzo-linux 87"],
	]);
	expect(rowsOf(statistics, "hosters-with-openvz")).toEqual(["2026-02-11 (all) 31", "2026-02-11 openvz 31"]);
	expect([...(reader.finish() as ReadonlyMap<string, unknown>).keys()]).toEqual([source, "https://hosters.example/"]);
	expect(Object.fromEntries(ignored)).toEqual({
		...{ "no source": 2, "unknown statistic": 1, unreadable: 1, "impossible time": 1 },
	});
	await expect(countIn(figureReader({ now }), [file("a,b\n1,2", "a.csv")])).rejects.toThrow(
		"a.csv is of another kind: it must begin with the header day,statistic,bucket,total,source_url",
	);
});
