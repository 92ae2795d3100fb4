import { describe, expect, test } from "vitest";
import { read } from "./section";

describe("services", () => {
	test("known units once, in any order, without what stands behind @", () => {
		const enabled = ["sshd.service", "acme.service", "vz.service", "sshd.service", "getty@tty1.service", "", 7];
		const services = read("services", { enabled });
		expect(services?.enabled.slice(-2)).toEqual(["sshd.service", "vz.service"]);
		expect(JSON.stringify(services)).not.toMatch(/tty1|acme/);
		expect(services?.others).toBeGreaterThanOrEqual(2);
		expect(read("services", { enabled: enabled.toReversed() })).toEqual(services);
	});
});

describe("software", () => {
	test("own packages by version, keys for signatures are none", () => {
		const rpm_qa = ["vzctl-7.0.205.5-1.vz7.x86_64", "gpg-pubkey-0123abcd-4567ef01", "acme-1.0-1.noarch", "", 7];
		const software = read("software", { rpm_qa });
		expect(software?.packages.map(({ name }) => name)).toEqual(["vzctl"]);
		expect(software?.total).toBe(3);
		expect(read("software", { rpm_qa, total: 618 })?.total).toBe(618);
		expect(read("software", { rpm_qa, total: -618 })?.total).toBe(3);
	});

	test("an invented list of versions is cut", () => {
		const rpm_qa = Array.from({ length: 5000 }, (_, i) => `vzctl-7.0.${i}-1.vz7.x86_64`);
		expect(read("software", { rpm_qa })?.packages.length).toBeLessThanOrEqual(200);
	});
});
