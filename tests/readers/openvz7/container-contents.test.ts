import { describe, expect, test } from "vitest";
import { read } from "./section";

describe("container contents", () => {
	test("templates by rule, known programs once", () => {
		const containers = [
			{
				ostemplate: ".centos-7-x86_64",
				top: [
					[9, "httpd"],
					[5, "httpd"],
					[1, "acme-billingd"],
				],
			},
			{ ostemplate: "centos-7-x86_64-minimal", top: [[2, "httpd"]] },
			{ ostemplate: "seedunlimited-v3", top: [] },
			{ ostemplate: "" },
			{ ostemplate: 7, top: { nginx: 1 } },
			{ top: ["nginx", [1], [1, 2], [1, "nginx"], null] },
			"container",
		];
		expect(read("container-contents", { containers })?.containers).toEqual([
			{ os: "centos-7", processes: ["apache"], count: 2 },
			{ os: "custom", processes: [], count: 1 },
			{ os: "not-set", processes: ["nginx"], count: 1 },
			{ os: "not-set", processes: [], count: 2 },
		]);
	});
});
