import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refused } from "#lib/readers/refused";
import { parseForm } from "#lib/receipt/form";
import { rounds } from "../rounds";

const type = "multipart/form-data; boundary=xx";
const part = (head: string, content: string) => `--xx\r\n${head}\r\n\r\n${content}\r\n`;
const uuidPart = part('Content-Disposition: form-data; name="uuid"', "some-uuid");
const filePart = part(
	'Content-Disposition: form-data; name="file"; filename="tmp.0123456789"\r\nContent-Type: application/octet-stream',
	"packed\r\n--x\r\n\0bytes",
);
const whole = `${uuidPart}${filePart}--xx--\r\n`;

const parse = (body: string | Uint8Array, contentType: string | null = type) =>
	parseForm(contentType, typeof body === "string" ? Buffer.from(body, "latin1") : Buffer.from(body));

function refusalOf(body: string, contentType?: string | null): string {
	try {
		parse(body, contentType);
	} catch (error) {
		expect(error).toBeInstanceOf(Refused);
		expect((error as Refused).status).toBe(400);
		return (error as Refused).message;
	}
	throw new Error("the form was taken");
}

describe("a form is taken", () => {
	test("as curl sends it", () => {
		const { fields, file } = parse(whole);
		expect([...fields]).toEqual([["uuid", "some-uuid"]]);
		expect(file?.toString("latin1")).toBe("packed\r\n--x\r\n\0bytes");
	});

	test("as other programs send it", async () => {
		const form = new FormData();
		form.set("uuid", "ü");
		form.set("file", new Blob([new Uint8Array([13, 10, 45, 45, 0])]), "a.tar.gz");
		const sent = new Request("http://localhost", { method: "POST", body: form });
		const { fields, file } = parse(new Uint8Array(await sent.arrayBuffer()), sent.headers.get("content-type"));
		expect(fields.get("uuid")).toBe("ü");
		expect([...(file ?? [])]).toEqual([13, 10, 45, 45, 0]);
	});

	test.each([
		["with a quoted boundary", type.replace("xx", '"xx"'), whole],
		["with a boundary behind other parameters", "Multipart/Form-Data; charset=utf-8; Boundary=xx", whole],
		["with text before and after it", type, `preamble\r\n${whole}epilogue`],
		["with spaces behind the boundary", type, whole.replace("--xx\r\n", "--xx \t\r\n")],
		["with a name without quotes", type, whole.replace('name="file"', "name=file")],
		["with headers in any case", type, whole.replaceAll("Content-Disposition", "CONTENT-disposition")],
		["with a file name before the name", type, whole.replace(/(name="file"); (filename="[^"]*")/, "$2; $1")],
	])("%s", (_, contentType, body) => {
		const { fields, file } = parse(body, contentType);
		expect([fields.get("uuid"), file?.length]).toEqual(["some-uuid", 19]);
	});

	test("with other fields, files and empty parts", () => {
		const more = [
			part('Content-Disposition: form-data; name="other"; filename="a"', "1"),
			part('Content-Disposition: form-data; name="other"; filename="b"', "2"),
			part('Content-Disposition: form-data; name="empty"', ""),
		];
		const { fields, file } = parse(more.join("") + whole);
		expect([fields.get("empty"), file?.length]).toEqual(["", 19]);
	});
});

describe("a form is refused", () => {
	const malformed = "the form is broken off or malformed: send it again";
	const twice = "a field of the form is given twice: send each once";
	test.each([
		["of another type", whole, "application/x-www-form-urlencoded", "not a multipart/form-data form"],
		["without a type", whole, null, "not a multipart/form-data form"],
		["without a boundary", whole, "multipart/form-data", "not a multipart/form-data form"],
		["with another boundary", whole, "multipart/form-data; boundary=yy", malformed],
		["without anything in it", "", type, malformed],
		[
			"with a part without a disposition",
			part("Content-Type: text/plain", "x".repeat(30_000)) + whole,
			type,
			"has no name",
		],
		["with an attachment", part('Content-Disposition: attachment; name="file"', "x") + whole, type, "has no name"],
		["with a part without a name", part("Content-Disposition: form-data", "x") + whole, type, "has no name"],
		["with headers that do not end", part(`X: ${"x".repeat(9000)}`, "x"), type, malformed],
		["with something behind its boundary", whole.replace("--xx\r\n", "--xxy\r\n"), type, malformed],
		["with a field twice", uuidPart + whole, type, twice],
		["with two files", filePart + whole, type, twice],
		[
			"with many parts",
			Array.from({ length: 21 }, (_, i) => part(`Content-Disposition: form-data; name="${i}"`, "")).join("") + whole,
			type,
			"more than 20 parts",
		],
	])("%s", (_, body, contentType, line) => {
		expect(refusalOf(body, contentType)).toContain(line);
	});

	test("wherever it breaks off", () => {
		for (let end = 0; end < whole.length - 4; end++) expect(refusalOf(whole.slice(0, end))).toBeTruthy();
	});
});

test(`${rounds(2000, 100_000)} mutated forms are read or refused`, () => {
	const piece = fc.oneof(
		fc.constantFrom("--xx", "--xx--", "\r\n", "\r\n\r\n", "--", "\0", '"', ";", uuidPart, filePart),
		fc.constantFrom(
			"Content-Disposition: form-data",
			'; name="file"',
			'; name="uuid"',
			'; filename="x"',
			"\r\n--xx\r\n",
		),
		fc.string({ maxLength: 20 }),
	);
	const mutated = fc
		.tuple(fc.nat(whole.length), fc.nat(40), fc.array(piece, { maxLength: 6 }))
		.map(([at, dropped, pieces]) => whole.slice(0, at) + pieces.join("") + whole.slice(at + dropped));
	fc.assert(
		fc.property(mutated, (body) => {
			try {
				const { fields, file } = parse(body);
				for (const value of fields.values()) expect(value.length).toBeLessThanOrEqual(1024);
				expect(file === null || file.length <= body.length).toBe(true);
			} catch (error) {
				expect(error).toBeInstanceOf(Refused);
			}
		}),
		{ numRuns: rounds(2000, 100_000) },
	);
});
