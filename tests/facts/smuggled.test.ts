/**
 * Anybody can send names of products. No label may say what its sender wants to say: letters come from lists of what was
 * sold, digits from the ranges that were sold.
 */
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuFamilies } from "#lib/facts/cpu/families";
import { cpuModel } from "#lib/facts/cpu/model";
import { diskModel, productLetters } from "#lib/facts/disk/model";
import { diskLetters } from "#lib/facts/disk/model-letters";

const lines = (list: string) =>
	readFileSync(new URL(`../fixtures/strings/${list}.txt`, import.meta.url), "utf8")
		.trim()
		.split("\n");
const runsOf = (text: string) => text.match(/[a-z]+/gi) ?? [];

/** A name with one to three of its characters replaced by others, or with others put in. */
function changed(names: readonly string[]) {
	const characters = fc.stringMatching(/^[A-Za-z0-9]{1,6}$/);
	const edit = fc.tuple(fc.nat(63), fc.nat(3), characters);
	return fc.tuple(fc.constantFrom(...names), fc.array(edit, { minLength: 1, maxLength: 3 })).map(([name, edits]) =>
		edits.reduce((text, [at, gone, put]) => {
			const place = at % (text.length + 1);
			return text.slice(0, place) + put + text.slice(place + gone);
		}, name),
	);
}

/** Every run of letters that the lists of the families can put into a label. */
const cpuLetters = new Set(
	[
		...cpuFamilies.flatMap(({ shape, label }) => [shape.source, String(label)]),
		..."Virtual CPU Engineering sample Xeon Bronze Silver Gold Platinum Max EPYC KaiXian KaiSheng XXX".split(" "),
		..."Dual Core Extreme Edition Pro Mobile PRO EXTREME II III MMX MP HX MAX APU AMD Intel Apple ZX K M F".split(" "),
	].flatMap((text) =>
		runsOf(
			text.replaceAll(/\\[a-z]/g, " ").replaceAll(/\[([A-Za-z]+)\]/g, (_, letters) => [" ", ...letters, " "].join(" ")),
		).map((run) => run.toUpperCase()),
	),
);

const cpuNames = [...lines("cpu-names"), ...lines("cpu-folders")];

describe("processors", () => {
	test("no shape captures any letters there are", () => {
		for (const { shape } of cpuFamilies) {
			// In what is not captured (a code name in brackets, a revision) anything may stand.
			const captured = shape.source.replaceAll(
				/\(\?:\\\([^()]*\\\)\|family\)|\(\?: \\\(\[A-Z\]\[a-z\]\{3,12\}\\\)\)\?/g,
				"",
			);
			expect(captured.replaceAll(/\(\?:\[-\/\][^)]*\)\)?\?$|\(\?:\[-\/\]\(\?:.*$/g, ""), shape.source).not.toMatch(
				/\[[^\]]*[A-Za-z]-[A-Za-z][^\]]*\][{*+]|\\w|\.\*/,
			);
		}
	});

	test("no label has letters that no list knows", () => {
		fc.assert(
			fc.property(changed(cpuNames), (name) => {
				for (const run of runsOf(cpuModel(name) ?? "")) expect(cpuLetters, name).toContain(run.toUpperCase());
			}),
			{ numRuns: 3000 },
		);
	});

	test.each([
		"Intel(R) Core(TM) i7-1488KKK CPU @ 3.40GHz",
		"Intel(R) Core(TM) i7-1488",
		"Intel(R) Core(TM) i5-14880K",
		"Intel(R) Core(TM) i7-8888K",
		"Intel(R) Core(TM) i9-88",
		"Intel(R) Core(TM) i7-6700KKK",
		"Intel(R) Core(TM) i7-6700SS",
		"Intel(R) Core(TM) Ultra 9 888KKK",
		"Intel(R) Core(TM)2 Duo CPU SS1488",
		"Intel(R) Xeon(R) CPU E5-1488 v4",
		"Intel(R) Xeon(R) CPU E3-1488 v3",
		"Intel(R) Xeon(R) CPU SS1488",
		"Intel(R) Xeon(R) Gold 1488",
		"Intel(R) Xeon(R) Gold 6130KKK",
		"Intel(R) Xeon(R) Silver 8814",
		"Intel(R) Xeon(R) W-1488",
		"Intel(R) Xeon(R) D-1488NT",
		"Intel(R) Pentium(R) CPU G1488",
		"Intel(R) Celeron(R) CPU N1488",
		"Intel(R) Celeron(R) CPU FU1610",
		"Intel(R) Atom(TM) CPU C1488",
		"AMD EPYC 1488",
		"AMD EPYC 7SS8",
		"AMD Ryzen 9 1488X",
		"AMD Ryzen 9 5950KKK",
		"AMD Ryzen Threadripper 1488X",
		"AMD Opteron(tm) Processor 1488",
		"AMD FX(tm)-1488",
		"AMD A10-1488K",
		"AMD Athlon(tm) 64 X2 Dual Core Processor 1488+",
		"AMD Athlon(tm) KKK",
		"AMD Phenom(tm) 1488",
		"Hygon C86 1488",
		"Kunpeng-1488",
		"HUAWEI Kunpeng 920 1488",
		"Loongson-3A1488",
		"ZHAOXIN KaiXian KX-1488",
		"Cortex-A1488",
		"Neoverse-KKK",
		"Apple M88",
		"POWER88",
		"SW1488",
		"Phytium,D1488",
	])("%s is no processor", (name) => {
		expect(cpuModel(name)).toBeNull();
	});
});

describe("disks", () => {
	const drives = lines("drives").map((line) => line.split("|")[1] ?? "");
	const letters = new Set([...diskLetters, ...productLetters]);

	test("no label has letters that no list knows, and no number that nobody sold", () => {
		fc.assert(
			fc.property(changed(drives), fc.constantFrom("ATA", "", "HP", "SEAGATE"), (name, vendor) => {
				const label = diskModel(vendor, name) ?? "";
				for (const run of runsOf(label)) expect(letters, `${name}: ${label}`).toContain(run);
				expect(label).not.toMatch(/1488|(?<!\d)88(?!\d)/);
			}),
			{ numRuns: 3000 },
		);
	});

	test.each([
		["MB1000NIGGR", "MB1000"],
		["MB014000HITLR", "MB014000"],
		["WDC WD10NAZI-60ZVBA0", "WD10"],
		["ST1488NM0033", null],
		["ST1000KK0088", "ST1000"],
		["SAMSUNG MZ7KKK960", "MZ7"],
		["SAMSUNG MZNAZI512", null],
		["INTEL SSDSC2KKK480", null],
		["TOSHIBA KKK1488", null],
		["KINGSTON SKKK88", null],
		["ADATA KKK1488", null],
		["Crucial_CT1488MX500", null],
		["Micron_1488_MTFDKKK", null],
		["HUAWEI HWE52KKKNAZI88L", null],
		["Force KKK88", null],
		["Dell Ent NVMe KKK 1.6TB", null],
	])("%s is %s", (name, label) => {
		expect([diskModel("ATA", name), diskModel(null, name)]).toEqual([label, label]);
	});

	test("letters that a series does not have cost the end of a label only", () => {
		expect(diskModel("HP", "MB014000JWRTF")).toBe("MB014000JWRTF");
		expect(diskModel("HP", "MB014000JXYZQ")).toBe("MB014000");
		expect(diskModel("ATA", "WDC WD40QQQQ-68WT0N0")).toBe("WD40");
	});
});
