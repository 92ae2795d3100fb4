import { describe, expect, test } from "vitest";
import { read } from "./section";

describe("cgroups", () => {
	test("enabled controllers by name, unknown ones as other", () => {
		const proc_cgroups =
			"#subsys_name\thierarchy\tnum_cgroups\tenabled\nnet_cls\t7\t9\t1\nve\t12\t5\t1\nmemory\t0\t1\t0\nacme\t1\t1\t1\nown\t1\t1\t1\n\n";
		expect(read("cgroups", { proc_cgroups })?.controllers).toEqual(["net-cls", "other", "ve"]);
	});

	test("a limit in bytes or in operations", () => {
		const limits = (iolimit?: unknown, iopslimit?: unknown) => ({
			"beancounter.iolimit.speed": iolimit,
			"beancounter.iopslimit.speed": iopslimit,
		});
		const containers = [
			limits(0, 0),
			limits(10_485_760, 300),
			limits(0, 300),
			limits("10485760"),
			limits(0),
			limits(),
			limits(-1, "x"),
			7,
		];
		expect(read("cgroups", { containers })).toEqual({ controllers: [], ioLimited: 3, ioUnlimited: 2 });
	});
});
