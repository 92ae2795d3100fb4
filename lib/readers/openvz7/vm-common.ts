/** Versions of what runs the virtual machines. */
import type { Facts } from "#lib/facts/sections";
import { type JsonObject, objectOf, textOf } from "../values";

export function readVmCommon(output: JsonObject): Facts["vm-common"] | null {
	const [libvirt, qemu] = [textOf(output.libvirt), textOf(output.qemu)];
	if (libvirt === null && qemu === null && !objectOf(output.domains)) return null;
	return { libvirt: threeNumbers(libvirt), qemu: threeNumbers(qemu) };
}

/** `2.12.0-18.6.3.vz7.21.6` → `2.12.0`: rebuilds could tell hosts apart. */
function threeNumbers(version: string | null): string | null {
	return /^\s*(\d{1,4}(?:\.\d{1,4}){1,2})(?!\d)/.exec(version ?? "")?.[1] ?? null;
}
