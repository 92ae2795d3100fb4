/** How much of what real hosts say the rules know: the share of strings of public lists that each recognises. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generationOf } from "#lib/facts/cpu/generation";
import { cpuModel } from "#lib/facts/cpu/model";
import { cpuVendor } from "#lib/facts/cpu/vendor";
import { diskKind } from "#lib/facts/disk/kind";
import { diskModel } from "#lib/facts/disk/model";
import { diskVendor } from "#lib/facts/disk/vendor";
import { volumeKind } from "#lib/facts/disk/volumes";
import { filesystem } from "#lib/facts/filesystem";
import { nicDriver } from "#lib/facts/network";
import { containerOs } from "#lib/facts/software/container-template";
import { guestOs } from "#lib/facts/software/guest";
import { hostDistro } from "#lib/facts/software/host-distro";
import { kernelOf } from "#lib/facts/software/kernel";
import { openvzPackage } from "#lib/facts/software/package";
import { serverProgram } from "#lib/facts/software/process";
import { unitName } from "#lib/facts/software/unit";
import { systemVendor } from "#lib/facts/system-vendor";

const text = (list: string) => readFileSync(new URL(`../fixtures/strings/${list}.txt`, import.meta.url), "utf8").trim();
const lines = (list: string) => text(list).split("\n");
const words = (list: string) => text(list).split(/\s+/);

/** A drive of `VENDOR|MODEL`; a volume counts as known when its kind is. */
function drive(rule: (vendor: string, model: string) => string | null) {
	return (said: string) => {
		const [vendor = "", model = ""] = said.split("|");
		return volumeKind(vendor, model) ?? rule(vendor, model);
	};
}
const kindOf = (vendor: string, model: string) =>
	diskKind({ name: "sda", type: "disk", size: 1e12, rota: true, tran: null, vendor, model });

/** Rule, its list, what it makes of a string, and the share in percent that it is known to recognise. */
const rules: readonly (readonly [string, readonly string[], (said: string) => string | null, number])[] = [
	["cpu-vendor", lines("cpu-names"), (name) => cpuVendor(null, name), 98.9],
	["cpu-model", [...lines("cpu-names"), ...lines("cpu-folders")], cpuModel, 99.3],
	["cpu-generation", [...lines("cpu-names"), ...lines("cpu-folders")], generationOf, 98.1],
	["disk-kind", lines("drives"), drive(kindOf), 100],
	["disk-vendor", lines("drives"), drive(diskVendor), 98.6],
	["disk-model", lines("drives"), drive(diskModel), 94],
	["kernel", lines("kernels"), (uname) => kernelOf(uname).version, 100],
	["kernel-branch", lines("kernels"), (uname) => kernelOf(uname).branch, 90],
	["host-distro", lines("host-releases"), (line) => hostDistro({ osrelease: line }), 100],
	["container-os", lines("templates"), containerOs, 100],
	["vm-guest-os", words("guest-systems"), (name) => guestOs(name).os, 100],
	["host-vendor", lines("system-vendors"), systemVendor, 100],
	["nic-driver", words("nic-drivers"), nicDriver, 100],
	["vz-filesystem", words("filesystems"), filesystem, 96],
	["openvz-packages", lines("packages"), (nevra) => openvzPackage(nevra)?.version ?? null, 100],
	["services", words("units"), unitName, 100],
	["container-processes", words("processes"), serverProgram, 94],
];

const unknown: readonly (string | null)[] = [null, "other", "custom", "unknown"];

test.each(rules)("%s", (rule, said, made, least) => {
	const missed = said.filter((one) => unknown.includes(made(one)));
	const percent = (100 * (said.length - missed.length)) / said.length;
	console.info(`${rule}: ${percent.toFixed(1)} % of ${said.length} recognised`);
	expect(percent, `not recognised: ${missed.join(", ")}`).toBeGreaterThanOrEqual(least);
});
