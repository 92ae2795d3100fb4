import { describe, expect, test } from "vitest";
import { readLimits } from "#lib/readers/limits";
import { readLegacy } from "#lib/readers/read-report";
import { manifest } from "../archive";
import { legacyUuid, membersOf, sampleFiles } from "../sample";
import { read } from "./report";

describe("the report", () => {
	test.each([legacyUuid, legacyUuid.toUpperCase(), `{${legacyUuid}}`, `${legacyUuid}\n`])("of %j", (uuid) => {
		expect(readLegacy(membersOf({ x: "" }), uuid)).toEqual({
			product: "legacy",
			uuid: legacyUuid,
			sections: {},
			unmatched: [],
			implausible: [],
		});
	});

	test.each(["", "x", legacyUuid.slice(1), `${legacyUuid}0`, `{${legacyUuid}`, legacyUuid.replaceAll("-", "")])(
		"of %j is refused",
		(uuid) => {
			expect(() => readLegacy(membersOf({}), uuid)).toThrow(
				expect.objectContaining({
					status: 400,
					message: "the uuid is malformed: send the one that /genuuid.php gave",
				}),
			);
		},
	);

	test("of OpenVZ 7 is refused", () => {
		expect(() => read({ ...sampleFiles("legacy"), "manifest.json": manifest })).toThrow(
			expect.objectContaining({
				status: 400,
				message: "this is a report of OpenVZ 7: send it to /api/v1/reports",
			}),
		);
		expect(Object.keys(read({ ...sampleFiles("legacy"), "manifest.json": "{}" }))).toHaveLength(6);
	});

	test("empty and missing members: nothing is known where something must be said", () => {
		const empty = Object.fromEntries(Object.keys(sampleFiles("legacy")).map((name) => [name, "\n"]));
		expect(read(empty)).toEqual({
			"container-settings": { containers: [] },
			"container-contents": { containers: [] },
			simfs: { layouts: { ploop: 0, simfs: 0, other: 0, unknown: 0 }, filesystem: null },
		});
		expect(read({ fs: "ext4", df: "x", lsbrelease: "x", "top-ps": "----", "vzversion-rpm": "vzctl-4.3-1" })).toEqual(
			{},
		);
	});

	test("bytes that are no text cost the values they stand in", () => {
		const garbage = Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x0a]);
		const files = Object.fromEntries(Object.keys(sampleFiles("legacy")).map((name) => [name, garbage]));
		expect(read(files)).toMatchObject({
			static: { kernel: null, kernelBranch: "other", release: null },
			memory: { installedMib: null, swapMib: null },
			"container-settings": { containers: [{ state: "other", count: 1 }] },
			"container-contents": { containers: [{ os: "custom", processes: [], count: 1 }] },
		});
	});

	test("members as large as an archive may be", () => {
		const names = Object.keys(sampleFiles("legacy"));
		const files = Object.fromEntries(names.map((name) => [name, "\n".repeat(400_000)]));
		const long = Object.fromEntries(names.map((name) => [name, "- ".repeat(200_000)]));
		expect(Object.keys(read(files))).toHaveLength(3);
		expect(JSON.stringify(read(long)).length).toBeLessThan(2000);
		// Larger ones are not read: what they carry is not known.
		const larger = Object.fromEntries(names.map((name) => [name, "\n".repeat(2_000_000)]));
		expect(read({ ...larger, uname: "2.6.32-042stab076.8 x86_64" })).toHaveProperty("static");
		expect(read({ ...larger, vzlist: "\n".repeat(readLimits.fileBytes + 1) })).not.toHaveProperty("container-settings");
	});
});
