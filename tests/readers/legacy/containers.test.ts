import { describe, expect, test } from "vitest";
import { read } from "./report";

describe("vzlist", () => {
	const limits = { memoryMib: null, cpus: null, diskMib: null };

	test("three columns", () => {
		const { "container-settings": settings, simfs } = read({
			vzlist:
				"running   ploop    yes\nstopped   simfs     no\nsuspended ploop    yes\nmounted ???  -\nrunning   ploop    yes\n",
		});
		expect(settings?.containers).toEqual([
			{ state: "mounted", ...limits, vswap: null, count: 1 },
			{ state: "running", ...limits, vswap: true, count: 2 },
			{ state: "stopped", ...limits, vswap: false, count: 1 },
			{ state: "suspended", ...limits, vswap: true, count: 1 },
		]);
		expect(simfs?.layouts).toEqual({ ploop: 3, simfs: 1, other: 0, unknown: 1 });
	});

	test("two columns: before vzctl 4.2", () => {
		const { "container-settings": settings, simfs } = read({ vzlist: "running   ploop \nrunning   simfs \n" });
		expect(settings?.containers).toEqual([{ state: "running", ...limits, vswap: null, count: 2 }]);
		expect(simfs?.layouts).toEqual({ ploop: 1, simfs: 1, other: 0, unknown: 0 });
	});

	test("one column: before vzctl 3.2", () => {
		const { "container-settings": settings, simfs } = read({ vzlist: "running  \nstopped  \n" });
		expect(settings?.containers.map(({ state, count }) => [state, count])).toEqual([
			["running", 1],
			["stopped", 1],
		]);
		expect(simfs?.layouts).toEqual({ ploop: 0, simfs: 0, other: 0, unknown: 2 });
	});

	test("complaints are no containers, unknown words are other", () => {
		const vzlist = "Unable to open /etc/vz/vz.conf: denied\nexploded vzfs yes\n";
		expect(read({ vzlist })["container-settings"]?.containers).toEqual([
			{ state: "other", ...limits, vswap: true, count: 1 },
		]);
		expect(read({ vzlist }).simfs?.layouts).toEqual({ ploop: 0, simfs: 0, other: 1, unknown: 0 });
	});
});

describe("ostemplates and top-ps", () => {
	const contents = (files: Record<string, string>) => read(files)["container-contents"]?.containers;
	const ostemplates = "centos-6-x86_64\ndebian-7.0-x86_64\nour-golden\n-\n";

	test("templates by rule; the programs are those of the running containers, in their order", () => {
		const files = {
			ostemplates,
			vzlist: "stopped ploop yes\nrunning ploop yes\nrunning simfs no\nrunning ploop yes\n",
			"top-ps": "----\n884 php-cgi\n401 nginx\n----\n----\n5 acme-billingd\n4 nginx -g\n3 httpd\n",
		};
		expect(contents(files)).toEqual([
			{ os: "centos-6", processes: [], count: 1 },
			{ os: "custom", processes: [], count: 1 },
			{ os: "debian-7", processes: ["nginx", "php"], count: 1 },
			{ os: "not-set", processes: ["apache", "nginx"], count: 1 },
		]);
	});

	test.each([
		["one more block than containers run", "running\nstopped\nstopped\nstopped\n"],
		["another number of containers", "running\nrunning\n"],
		["no list", ""],
	])("%s: as many containers of each template and each program as there are", (_, vzlist) => {
		const groups = contents({ ostemplates, vzlist, "top-ps": "----\n9 httpd\n----\n8 httpd\n7 mysqld\n" }) ?? [];
		expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(4);
		expect(groups.map(({ os }) => os).sort()).toEqual(["centos-6", "custom", "debian-7", "not-set"]);
		expect(groups.flatMap(({ processes }) => processes).sort()).toEqual(["apache", "apache", "mysql"]);
	});

	test("blocks without containers are none", () => {
		expect(contents({ ostemplates: "-\n", "top-ps": "9 httpd\n----\n8 nginx\n----\n7 httpd\n" })).toEqual([
			{ os: "not-set", processes: ["nginx"], count: 1 },
		]);
		expect(contents({ ostemplates: "", "top-ps": "----\n8 nginx\n" })).toEqual([]);
	});
});
