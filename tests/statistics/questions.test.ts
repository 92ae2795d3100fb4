import { expect, test } from "vitest";
import { statistics } from "#lib/statistics/index";
import { canCross, hasShares, reasonNotToCross } from "#lib/statistics/questions";

const known = (slug: string) => statistics.find((one) => one.slug === slug) ?? expect.fail(slug);

test("pairs of which one says the other have no table, in either order", () => {
	for (const [one, other] of [
		["container-os", "container-os-family"],
		["cpu-vendor", "cpu-model"],
		["cpu-generation", "cpu-vendor"],
		["kernel", "kernel-branch"],
		["vm-guest-os", "vm-guest-family"],
		["disk-kind", "hosts-with-ssd"],
		["virtualization", "hosts-with-vms"],
		["cpu-vendor", "cpu-vendor"],
		["cpu-vendor", "openvz-version"],
		["cpu-vendor", "hosts-active"],
	] as const) {
		expect(canCross(known(one), known(other)), `${one} ${other}`).toBe(false);
		expect(reasonNotToCross(known(other), known(one))).toEqual(expect.any(String));
	}
});

test("pairs that tell two things have one", () => {
	for (const [one, other] of [
		["cpu-vendor", "country"],
		["container-os", "openvz-release"],
		["kernel-branch", "cpu-vendor"],
		["virtualization", "containers-per-host"],
		["host-vendor", "disk-kind"],
	] as const)
		expect(canCross(known(one), known(other)), `${one} ${other}`).toBe(true);
	const all = statistics.filter(hasShares).filter((one) => one.slug !== "openvz-version");
	const pairs = all.flatMap((one, i) => all.slice(i + 1).map((other) => canCross(one, other)));
	expect(pairs.filter((can) => !can)).toHaveLength(15);
});
