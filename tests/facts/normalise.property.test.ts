/** What holds for every rule, whatever a report says: nothing thrown, and what comes out fits the facts. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuGeneration, generationOf } from "#lib/facts/cpu/generation";
import { cpuModel } from "#lib/facts/cpu/model";
import { cpuVendor } from "#lib/facts/cpu/vendor";
import { diskKind } from "#lib/facts/disk/kind";
import { diskModel } from "#lib/facts/disk/model";
import { diskSizeGb } from "#lib/facts/disk/size";
import { diskVendor } from "#lib/facts/disk/vendor";
import { filesystem } from "#lib/facts/filesystem";
import { installedMib } from "#lib/facts/memory";
import { bondMode, nicDriver, teamRunner } from "#lib/facts/network";
import { containerOs } from "#lib/facts/software/container-template";
import { containerState, guestOs, vmState } from "#lib/facts/software/guest";
import { hostDistro } from "#lib/facts/software/host-distro";
import { compareKernels, kernelOf, openvzRelease, readyKernel } from "#lib/facts/software/kernel";
import { openvzPackage } from "#lib/facts/software/package";
import { serverProgram } from "#lib/facts/software/process";
import { unitName } from "#lib/facts/software/unit";
import { systemVendor } from "#lib/facts/system-vendor";
import { cleanText, wholeNumber } from "#lib/facts/text";
import { sataDrives } from "./disk-drives";

/** Words that rules know, between anything else: what comes near to a known shape finds more than noise does. */
const words = fc.constantFrom(
	..."Intel(R) Xeon(R) CPU E5-2620 v4 @ 2.10GHz AMD EPYC 7402P Core(TM) i7-6700 Processor Ryzen 9 QEMU".split(" "),
	..."SAMSUNG MZ7LH960 ST4000NM0033-9ZM170 INTEL SSDSC2KB960G8 WDC Micron_5300_MTFD CT1000MX500SSD1 Dell Ent NVMe".split(
		" ",
	),
	..."centos-7-x86_64 debian-9.0 release CentOS 6.4 vzctl-4.3-1.x86_64 3.10.0-957.12.2.vz7.96.21 sshd@x.service".split(
		" ",
	),
	...'php-fpm7.4 readykernel-patch-96.21-89.2-1.vl7 Bonding Mode: PRETTY_NAME="Debian ==> /etc/x <== 2.6.32-'.split(
		" ",
	),
	" ",
	"\n",
	"\u0000",
	"__proto__",
	"node17.example.net",
);
const text = fc.oneof(
	fc.string({ unit: "binary", maxLength: 200 }),
	fc.array(fc.oneof(words, fc.string({ maxLength: 6 })), { maxLength: 12 }).map((parts) => parts.join(" ")),
	fc.array(words, { maxLength: 4 }).map((parts) => parts.join("")),
	words,
);
const said = fc.option(text);
const anything = fc.oneof(text, fc.anything());

const key = /^[a-z0-9.-]{1,64}$/;
function isKey(value: string | null) {
	expect(value === null || key.test(value), String(value)).toBe(true);
}
function isName(value: string | null) {
	const fits = value === null || (value.length >= 1 && value.length <= 64 && value === cleanText(value));
	expect(fits, String(value)).toBe(true);
}

describe("keys", () => {
	test.each<[string, (value: string | null) => string | null]>([
		["cpuVendor", (value) => cpuVendor(value, value)],
		["generationOf", generationOf],
		["cpuGeneration of anything", cpuGeneration],
		["diskVendor", (value) => diskVendor(null, value)],
		["diskVendor by vendor", (value) => diskVendor(value, null)],
		["filesystem", filesystem],
		["containerOs", containerOs],
		["bondMode", (value) => bondMode(value ?? "")],
		["hostDistro by lsb", (value) => hostDistro({ lsb: value ?? "" })],
		["hostDistro by files", (value) => hostDistro({ releases: { "redhat-release": value ?? "", [value ?? ""]: "" } })],
		["hostDistro by tail", (value) => hostDistro({ osrelease: value ?? "", kernelBranch: value ?? "" })],
		["unitName", (value) => unitName(value ?? "")],
		["serverProgram", (value) => serverProgram(value ?? "")],
		["openvzPackage", (value) => openvzPackage(value ?? "")?.name ?? null],
	])("%s", (_, rule) => {
		fc.assert(fc.property(said, (value) => void isKey(rule(value))));
	});

	test.each<[string, (value: unknown) => string | null]>([
		["teamRunner", teamRunner],
		["nicDriver", nicDriver],
		["vmState", vmState],
		["containerState", containerState],
		["guestOs", (value) => guestOs(value).os],
	])("%s of anything", (_, rule) => {
		fc.assert(fc.property(anything, (value) => void isKey(rule(value))));
	});
});

describe("names", () => {
	test.each<[string, (value: string | null) => string | null]>([
		["cpuModel", cpuModel],
		["diskModel", (value) => diskModel(null, value)],
		["diskModel with a vendor", (value) => diskModel(value, value)],
		["systemVendor", systemVendor],
		["kernelOf", (value) => kernelOf(value).version],
		["openvzRelease", openvzRelease],
		["openvzPackage", (value) => openvzPackage(value ?? "")?.version ?? null],
	])("%s", (_, rule) => {
		fc.assert(fc.property(said, (value) => void isName(rule(value))));
	});
});

test("a label of a processor or a maker stays as it is", () => {
	fc.assert(
		fc.property(said, (value) => {
			for (const rule of [cpuModel, systemVendor, cleanText]) {
				const label = rule(value);
				if (label !== null) expect(rule(label)).toBe(label);
			}
		}),
	);
});

test("numbers stay in their bounds", () => {
	fc.assert(
		fc.property(fc.oneof(fc.double(), fc.integer(), fc.bigInt({ min: 0n, max: 2n ** 70n }).map(Number)), (value) => {
			const mib = installedMib(value);
			expect(mib === null || (Number.isSafeInteger(mib) && mib > 0 && mib <= 2 ** 40)).toBe(true);
			if (mib !== null) expect(mib * 1024).toBeGreaterThanOrEqual(value);
			const gb = diskSizeGb(value);
			expect(gb === null || (Number.isSafeInteger(gb) && gb >= 0 && gb <= 1_000_000)).toBe(true);
		}),
	);
	fc.assert(
		fc.property(anything, (value) => {
			const number = wholeNumber(value);
			expect(number === null || (Number.isSafeInteger(number) && number >= 0)).toBe(true);
		}),
	);
});

test("a size once snapped is a size sold", () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 32_000_000 }).map((mb) => mb * 1e6),
			(bytes) => {
				const gb = diskSizeGb(bytes);
				if (gb !== null && gb > 0) expect(diskSizeGb(gb * 1e9)).toBe(gb);
			},
		),
	);
});

test("a device is of one kind or none, whatever it says", () => {
	const device = fc.record({
		name: fc.oneof(text, fc.constantFrom("sda", "nvme0n1", "vdb", "ploop1")),
		type: fc.option(fc.oneof(text, fc.constant("disk"))),
		size: fc.option(fc.double()),
		rota: fc.option(fc.boolean()),
		tran: fc.option(fc.oneof(text, fc.constantFrom("sata", "nvme", "usb", "fc"))),
		vendor: said,
		model: said,
		removable: fc.option(fc.boolean(), { nil: undefined }),
	});
	const kinds = ["ssd", "hdd", "nvme", "raid-volume", "san", "virtual", "removable", null];
	fc.assert(fc.property(device, (said) => void expect(kinds).toContain(diskKind(said))));
});

test("a live patch is in one of its states", () => {
	fc.assert(
		fc.property(said, anything, anything, (uname, installed, loaded) => {
			expect(["none", "installed", "loaded", null]).toContain(readyKernel(uname, installed, loaded));
		}),
	);
});

test("versions have one order", () => {
	const version = fc.oneof(fc.stringMatching(/^\d{1,3}(\.\d{1,2}){0,3}(-\d{1,3}stab)?$/), fc.string({ maxLength: 8 }));
	fc.assert(
		fc.property(version, version, version, (a, b, c) => {
			expect(Math.sign(compareKernels(a, b))).toBe(0 - Math.sign(compareKernels(b, a)));
			expect(compareKernels(a, b) === 0).toBe(a === b);
			if (compareKernels(a, b) <= 0 && compareKernels(b, c) <= 0) expect(compareKernels(a, c)).toBeLessThanOrEqual(0);
		}),
	);
});

test("what stands around a known name is not shown", () => {
	const secret = fc.stringMatching(/^[a-z]{5,12}$/).map((word) => `${word}zq`);
	fc.assert(
		fc.property(secret, fc.constantFrom(...sataDrives.map(([name]) => name)), (word, drive) => {
			const texts = [`Intel(R) Xeon(R) CPU E5-2620 ${word}`, `${word} EPYC 7402P`, `Xeon ${word}`, `Core ${word}-6700`];
			for (const name of texts) expect(cpuModel(name) ?? "").not.toContain("zq");
			for (const name of [`${word} ${drive}`, `SAMSUNG ${word}`, `Samsung SSD ${word}`, `WD Blue ${word}`])
				expect(diskModel("ATA", name) ?? "").not.toContain(word);
			for (const name of [`${word}-6-x86_64`, `centos-${word}-6`, `centos-6-x86_64-${word}`])
				expect(containerOs(name)).not.toContain(word);
			expect(unitName(`openvpn@${word}.service`)).toBe("openvpn-.service");
			expect(hostDistro({ osrelease: `CentOS release 6.4 (${word})` })).toBe("centos-6");
			expect(kernelOf(`3.10.0-957.12.2.vz7.96.21.${word}`).version).toBeNull();
		}),
	);
});

test("megabytes of hostile text take no time", () => {
	for (const piece of ["a", " ", "0", "-", "1.", "A1-", "Core ", "(", "=", "\n", "==> ", "x86_64-", "@"]) {
		const long = piece.repeat(300_000 / piece.length);
		for (const rule of [
			cpuModel,
			systemVendor,
			containerOs,
			filesystem,
			openvzRelease,
			unitName,
			serverProgram,
			openvzPackage,
		])
			rule(long);
		diskModel(long, long);
		bondMode(long);
		hostDistro({ lsb: long, osrelease: long, releases: { "os-release": long } });
		kernelOf(long);
	}
});
