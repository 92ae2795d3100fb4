/** Installed packages: OpenVZ's own by version, all others as a number. */

import type { Facts } from "#lib/facts/sections";
import { openvzPackage } from "#lib/facts/software/package";
import { grouped } from "../grouped";
import { type JsonObject, manyOf, textsOf } from "../values";

/** Several kernels are normal, hundreds are made up. */
const packagesMax = 200;

export function readSoftware(output: JsonObject): Facts["software"] | null {
	const installed = textsOf(output.rpm_qa);
	if (!installed) return null;
	const own = grouped(installed.flatMap((line) => openvzPackage(line) ?? []));
	return {
		packages: own.slice(0, packagesMax).map(({ name, version }) => ({ name, version })),
		// Keys for signatures are listed like packages.
		total: manyOf(output.total) ?? installed.filter((line) => !line.startsWith("gpg-pubkey-")).length,
	};
}
