import { expect, test } from "vitest";
import { downloadReader } from "#lib/passive/downloads";
import { eachLine, openFile } from "#lib/passive/lines";
import { PseudonymSet, pseudonyms } from "#lib/passive/people";
import { countIn, file, gzipped, logLine, now } from "./files";

async function linesOf(content: string, chunk?: number): Promise<string[]> {
	const lines: string[] = [];
	await eachLine(openFile(file(content, "file", chunk)).chunks, (line) => lines.push(line));
	return lines;
}

test("lines are found however the bytes are split", async () => {
	const text = "one\ntwo\r\n\nfour \xe9";
	for (const chunk of [1, 2, 3, 100])
		expect(await linesOf(Buffer.from(text, "latin1").toString("latin1"), chunk)).toHaveLength(4);
	expect(await linesOf("one\ntwo\r\n\nfour", 1)).toEqual(["one", "two", "", "four"]);
});

test("a line is cut at 16 KiB, and has no NUL bytes", async () => {
	const [long, next] = await linesOf(`${"x".repeat(2 ** 20)}\na\0b\0c`, 1000);
	expect(long).toHaveLength(16 * 1024);
	expect(next).toBe("abc");
});

const reader = () => downloadReader({ now, prefix: null, isOwn: () => false, sizes: new Map() });

test("a gzipped file is read like a plain one, and a damaged one is named", async () => {
	const log = Array.from({ length: 50 }, () => logLine({})).join("\n");
	expect((await countIn(reader(), [gzipped(log)])).entries).toBe(50);
	const damaged = gzipped(log, "cut.log.gz").bytes().read() as Buffer;
	await expect(countIn(reader(), [file(damaged.subarray(0, 60), "cut.log.gz")])).rejects.toThrow(
		"cut.log.gz is damaged",
	);
});

test("a file of another kind is named, and nothing in it is said", async () => {
	const secret = "somebody@example.org wrote this\n".repeat(1200);
	await expect(countIn(reader(), [file(logLine({})), file(secret, "mail.mbox")])).rejects.toThrow(
		"mail.mbox is of another kind: none of its first 1000 lines can be read",
	);
	await expect(countIn(reader(), [file("short", "notes.txt")])).rejects.toThrow("none of its first 1 lines");
	const late = `${"rubbish\n".repeat(900)}${logLine({})}\n${"rubbish\n".repeat(900)}`;
	expect((await countIn(reader(), [file(late)])).ignored.get("unreadable")).toBe(1800);
});

test("pseudonyms are of one run, and their set holds many", () => {
	expect(pseudonyms().textOf("192.0.2.1")).not.toBe(pseudonyms().textOf("192.0.2.1"));
	const of = pseudonyms();
	expect(of.textOf("a", "bc")).not.toBe(of.textOf("ab", "c"));
	const set = new PseudonymSet();
	const all = Array.from({ length: 20_000 }, (_, i) => of.of(`${i}`));
	expect(all.filter((one) => set.add(one))).toHaveLength(20_000);
	expect(all.filter((one) => set.add(one))).toHaveLength(0);
	expect(set.add([0, 0])).toBe(true);
	expect(set.add([0, 0])).toBe(false);
});
