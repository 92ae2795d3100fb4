/** Simulated reports have the members and the shapes of the sample reports, key by key. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import type { Day } from "#lib/day";
import { fleetOf, unpacked } from "./unpacked";

const sample = (product: string) => readFileSync(`tests/fixtures/reports/${product}-report.tar.gz`);

/** Every path of keys in a JSON value with the type that stands there; numbers of devices and nodes are all alike. */
function shape(value: unknown, path = ""): string[] {
	if (Array.isArray(value)) return [`${path}[]`, ...value.flatMap((item) => shape(item, `${path}[]`))];
	if (value === null || typeof value !== "object") return [`${path} ${value === null ? "null" : typeof value}`];
	return Object.entries(value).flatMap(([key, item]) => shape(item, `${path}.${key.replace(/node\d+/, "node#")}`));
}

const jsonOf = async (archive: Buffer) =>
	[...(await unpacked(archive))].map(([name, text]) => [name, JSON.parse(text) as unknown] as const);

describe("openvz7", () => {
	let expected: Set<string>;
	let simulated: Set<string>;

	beforeAll(async () => {
		const collect = async (archives: readonly Buffer[]) => {
			const members = (await Promise.all(archives.map(jsonOf))).flat();
			return new Set(members.flatMap(([name, value]) => shape(value, name)));
		};
		expected = await collect([sample("openvz7")]);
		const reports = await fleetOf({ hosts: 200, days: 8, seed: 3 });
		simulated = await collect(reports.map(({ archive }) => archive));
	});

	test("has every key of the sample, with its type", () => {
		expect([...expected].filter((path) => !simulated.has(path))).toEqual([]);
	});

	test("has no key that the sample lacks, but those of configured clusters, teams, md and virtual machines as hosts", () => {
		const extra =
			/readykernel\.installed null|lscpu\.(Hypervisor vendor|Virtualization type) |teams\[\]|\.md\[\]|shaman\.|vstorage\.clusters\[\]/;
		const strange = /lscpu string|releases\.os-release|layouts\.7|state null/;
		const unknown = [...simulated].filter((path) => !expected.has(path) && !extra.test(path) && !strange.test(path));
		expect(unknown).toEqual([]);
	});

	test("orders keys as prlctl does", async () => {
		const keys = (archive: readonly (readonly [string, unknown])[], member: string) => {
			const found = archive.find(([name]) => name.endsWith(member))?.[1] as { prlctl_list_aij: object[] } | undefined;
			return Object.keys(found?.prlctl_list_aij[0] ?? {});
		};
		const first = await jsonOf(sample("openvz7"));
		const reports = await fleetOf({ hosts: 40, days: 10 });
		const all = await Promise.all(reports.map(({ archive }) => jsonOf(archive)));
		for (const member of ["ves.json", "libvirt_guests.json"]) {
			const like = keys(first, member);
			const made = all.map((archive) => keys(archive, member)).filter((list) => list.length > 0);
			expect(made.length).toBeGreaterThan(0);
			for (const list of made) expect(list).toEqual(like);
		}
	});

	test("lays the tar out as tar does: the folder, then ./members, owner root", () => {
		const tar = gunzipSync(sample("openvz7"));
		const names = (bytes: Buffer) => bytes.subarray(0, 100).toString("latin1").replace(/\0.*/s, "");
		expect(names(tar)).toBe("./");
		return fleetOf({ hosts: 1, days: 10 }).then((reports) => {
			const made = gunzipSync(reports[0]?.archive ?? Buffer.alloc(0));
			for (const [from, to] of [
				[0, 136],
				[156, 157],
				[257, 263],
				[265, 270],
				[297, 302],
			] as const) {
				expect(made.subarray(from, to)).toEqual(tar.subarray(from, to));
			}
			expect(names(made.subarray(512))).toBe("./manifest.json");
		});
	});

	test("newer hosts send lsblk -J: strings on EL8, numbers and booleans on EL9", async () => {
		const reports = await fleetOf({ hosts: 250, days: 8, end: "2026-11-21" as Day });
		const disks = (await Promise.all(reports.map(({ archive }) => unpacked(archive)))).flatMap((members) => {
			const value = JSON.parse(members.get("./disks.json") ?? "{}");
			return value.lsblk_J ? [value.lsblk_J.blockdevices[0]] : [];
		});
		expect(disks.length).toBeGreaterThan(5);
		expect(new Set(disks.map((disk) => typeof disk.rota))).toContain("boolean");
		expect(disks[0]).toHaveProperty("children");
	});
});

describe("legacy", () => {
	const oldest = { legacyHosts: 400, days: 32, end: "2013-07-20" as Day };

	test("has the members of the sample", async () => {
		const expected = [...(await unpacked(sample("legacy"))).keys()].sort();
		const reports = await fleetOf({ legacyHosts: 60 });
		for (const { archive } of reports) {
			const names = [...(await unpacked(archive)).keys()].filter((name) => name !== "./lspci");
			expect(names.sort()).toEqual(expected);
		}
	});

	test("prints /proc/cpuinfo and /proc/meminfo with the names of the sample", async () => {
		const names = (text: string | undefined) => [
			...new Set((text ?? "").split("\n").map((line) => line.split(":")[0])),
		];
		const expected = await unpacked(sample("legacy"));
		const all = await Promise.all((await fleetOf({ legacyHosts: 60 })).map(({ archive }) => unpacked(archive)));
		const sampleNames = names(expected.get("./cpuinfo"));
		expect(
			all.filter((members) => members.get("./cpuinfo")).map((members) => names(members.get("./cpuinfo"))),
		).toContainEqual(sampleNames);
		for (const members of all) {
			expect(sampleNames).toEqual(expect.arrayContaining(names(members.get("./cpuinfo"))));
			expect(names(expected.get("./meminfo"))).toEqual(expect.arrayContaining(names(members.get("./meminfo"))));
		}
	});

	test("sets the traps of the old tools", async () => {
		const all = await Promise.all((await fleetOf(oldest)).map(({ archive }) => unpacked(archive)));
		const some = (member: string, pattern: RegExp) =>
			expect(
				all.some((members) => pattern.test(members.get(`./${member}`) ?? "")),
				`${member} ${pattern}`,
			).toBe(true);
		some("vzlist", /^(running|stopped) +\n/);
		some("vzlist", /^(running|stopped) +(ploop|simfs) *\n/);
		some("vzlist", /^(running|stopped) +(ploop|simfs) +(yes|no)\n/);
		some("vzlist", /^$/);
		some("df", /lv_vz\n {20} +\d/);
		some("fs", /^rootfs\next4\n$/);
		some("osrelease", /^==> \/etc\/centos-release <==\nCentOS release 6/);
		some("osrelease", /^CentOS release 5/);
		some("osrelease", /^$/);
		some("lsbrelease", /^Distributor ID:\tDebian\n/);
		some("vzversion-deb", /^ii {2}linux-image-op /m);
		some("vzversion-rpm", /^ovzkernel-2\.6\.18-[^ ]+stab[\d.]+\n/m);
		some("uname", /-pve x86_64\n$/);
		some("uname", / i686\n$/);
		some("ostemplates", /^-$/m);
		some("ostemplates", /^(seedunlimited|pagoda)/m);
		some("top-ps", /^----\n\d+ httpd$/m);
		some("lspci", /Host bridge/);
	});
});
