import { expect, test } from "vitest";
import { shownFacts } from "#lib/privacy/shown-facts";

test("a list of things is a table, a value that is not said says so", () => {
	expect(shownFacts("software", { packages: [{ name: "vzctl", version: "7.0" }], total: null }, "en")).toEqual({
		values: [{ name: "Number of all packages", value: "not reported" }],
		lists: [
			{ name: "OpenVZ’s own packages", heads: ["OpenVZ’s own packages", "Their versions"], rows: [["vzctl", "7.0"]] },
		],
	});
});

test("a list of keys is one line, an empty list is none", () => {
	expect(shownFacts("services", { enabled: ["libvirtd.service", "vz.service"], others: 3 }, "en").values).toEqual([
		{ name: "Which of the known services are enabled", value: "libvirtd.service, vz.service" },
		{ name: "Number of other services", value: "3" },
	]);
	expect(shownFacts("software", { packages: [], total: 812 }, "ru")).toEqual({
		values: [
			{ name: "Собственные пакеты OpenVZ", value: "нет" },
			{ name: "Число всех пакетов", value: "812" },
		],
		lists: [],
	});
});
