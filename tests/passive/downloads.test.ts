import { describe, expect, test } from "vitest";
import { type DownloadOptions, downloadReader } from "#lib/passive/downloads";
import { downloadOf, withinTree } from "#lib/passive/paths";
import { isRobot } from "#lib/passive/robots";
import { parseLine } from "#lib/passive/web-log";
import { countIn, edges, file, logLine, now, rowsOf } from "./files";

const plain: DownloadOptions = { now, prefix: null, isOwn: () => false, sizes: new Map() };
const count = (lines: readonly string[], options: Partial<DownloadOptions> = {}) =>
	countIn(downloadReader({ ...plain, ...options }), [file([...edges, ...lines].join("\n"))]);

const iso = "/virtuozzo/releases/7.0/x86_64/iso/openvz-iso-7.0.iso";
const gib = 2 ** 30;
const dnf = "libdnf (OpenVZ 9; generic; Linux.x86_64)";
const yum = "urlgrabber/3.10 yum/3.4.3";

describe("a line", () => {
	test("is read with its zone, and IPv6 is a customer's network", () => {
		const line = '2001:db8:1:2:3:4:5:6 - me [10/Oct/2025:23:30:00 -0230] "GET /a HTTP/2.0" 206 - "-" "x"';
		expect(parseLine(line)).toEqual({
			client: "8193:3512:1:2",
			ms: Date.UTC(2025, 9, 11, 2, 0, 0),
			method: "GET",
			path: "/a",
			status: 206,
			bytes: 0,
			agent: "x",
		});
		expect(parseLine(line.replace("2001:db8:1:2:3:4:5:6", "::ffff:192.0.2.9"))?.client).toBe("192.0.2.9");
	});
	test.each([
		["/a//b///c", "/a/b/c"],
		["/a/%2e%2e/b", "/b"],
		["/a/./b/", "/a/b/"],
		["/a%20b?c=/d.iso", "/a b"],
		["/with blank.iso", "/with blank.iso"],
		["http://mirror.example/a/b", "/a/b"],
		["//repodata/repomd.xml", "/repodata/repomd.xml"],
		["*", null],
	])("with the target %s has the path %s", (target, path) => {
		expect(parseLine(logLine({ target }))?.path).toBe(path);
	});
	test("may have escaped quotes, garbage or no agent in it", () => {
		expect(parseLine(logLine({ agent: String.raw`a \"quoted\" name` }))?.agent).toBe(String.raw`a \"quoted\" name`);
		expect(parseLine(logLine({ request: String.raw`\x16\x03\x01\x02`, status: 400 }))).toMatchObject({ path: null });
		expect(parseLine('192.0.2.1 - - [10/Oct/2025:23:30:00 +0000] "GET / HTTP/1.0" 200 5')?.agent).toBe("");
		for (const none of ["", "hello", '192.0.2.1 - - [10/Xyz/2025:23:30:00 +0000] "GET / HTTP/1.0" 200 5'])
			expect(parseLine(none)).toBeNull();
	});
});

test.each([
	...[
		"Googlebot/2.1",
		"Mozilla/5.0 (compatible; bingbot/2.0)",
		"Baiduspider",
		"ia_archiver",
		"AdsBot-Google",
		"HTTrack",
	],
	...[
		"meta-externalagent/1.1",
		"Mediapartners-Google",
		"CensysInspect/1.1",
		"zgrab/0.x",
		"Go-http-client/2.0",
		"axios/1.7",
	],
	...["lftp/4.9", "mirmon/2.11", "reposync (OpenVZ 9)", "pulp/3", "Nexus/3", "check_http/v2.3", "wget -m", "Java/17.0"],
])("%s is a robot", (agent) => {
	expect(isRobot(agent)).toBe(true);
});
test.each([
	...[yum, dnf, "CentOS (anaconda)/7 yum/3.4.3", "urlgrabber/3.10", "curl/7.29.0", "libcurl/8", "aria2/1.37"],
	...[
		"Wget/1.21.3",
		"Wget/1.13.4 (linux-musl)",
		"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Firefox/128.0",
		"",
		"Java",
		"Nexus 5",
	],
])("%s is none", (agent) => {
	expect(isRobot(agent)).toBe(false);
});

describe("a path", () => {
	test.each([
		["/virtuozzo/releases/7.0.11/x86_64/iso/a.iso", { kind: "iso", release: "7.0.11" }],
		["/virtuozzo/releases/openvz-7.0.15-628/x86_64/iso/a.iso", { kind: "iso", release: "7.0.15" }],
		["/virtuozzo/releases/7.0-beta3/x86_64/iso/a.iso", { kind: "iso", release: "other" }],
		["/virtuozzo/factory/x86_64/iso/factory-DVD", { kind: "iso", release: "factory" }],
		["/virtuozzo/releases/7.0.11/x86_64/iso/net/install/a.iso", { kind: "iso", release: "7.0.11" }],
		["/virtuozzo/releases/7.0.11/x86_64/isolinux/a.iso", null],
		["/virtuozzo/factory/x86_64/iso/factory-CHECKSUM", null],
		["/virtuozzo/releases/7.0/x86_64/os/repodata/repomd.xml", { kind: "repository", client: "openvz-7" }],
		["/vzlinux/7/x86_64/os/repodata/repomd.xml", { kind: "repository", client: "openvz-7" }],
		["/virtuozzo/factory8/x86_64/os/repodata/repomd.xml", { kind: "repository", client: "vz8" }],
		["/virtuozzo/releases/9.0/x86_64/os/repodata/repomd.xml", { kind: "repository", client: "vz9" }],
		["/virtuozzo/factory/x86_64/os/repodata/repomd.xml", { kind: "repository", client: "factory" }],
		["/kernel/branches/rhel6-2.6.32/current/repodata/repomd.xml", { kind: "repository", client: "openvz-6" }],
		[
			"/kernel/branches/rhel6-2.6.32/042stab106.4/vzkernel-2.6.32-042stab106.4.x86_64.rpm",
			{ kind: "package", of: "kernel" },
		],
		["/virtuozzo/releases/7.0/x86_64/os/Packages/p/prlctl-7.0.100-1.vz7.x86_64.rpm", { kind: "package", of: "tools" }],
		[
			"/virtuozzo/releases/7.0/x86_64/os/Packages/c/centos-7-x86_64-ez-7.0.0-1.noarch.rpm",
			{ kind: "package", of: "template" },
		],
		["/virtuozzo/releases/7.0/x86_64/os/Packages/b/bash-4.2-1.x86_64.rpm", { kind: "package", of: "other" }],
		["/virtuozzo/factory/source/SRPMS/v/vzctl-7.0-1.vz7.src.rpm", null],
		["/template/precreated/centos-6-x86_64.tar.gz", { kind: "template", distribution: "centos" }],
		["/template/precreated/contrib/my-own-thing.tar.gz", { kind: "template", distribution: "other" }],
		["/timestamp", { kind: "timestamp" }],
		["/RPM-GPG-Key-OpenVZ", null],
	])("%s", (path, expected) => {
		const found = downloadOf(path);
		if (expected === null) expect(found).toBeNull();
		else expect(found).toMatchObject(expected);
	});
	test.each([
		["/pub/openvz/kernel/a", null, "/kernel/a"],
		["/mirrors/download.openvz.org/template/a", null, "/template/a"],
		["/openvz/virtuozzo/a", null, "/virtuozzo/a"],
		["/centos/7/os/repodata/repomd.xml", null, null],
		["/pub/openvz/current/a", "/pub/openvz", "/current/a"],
		["/pub/linux/kernel/a", "/pub/openvz", null],
		["/pub/openvz-other/kernel/a", "/pub/openvz", null],
		["/timestamp", null, "/timestamp"],
	])("%s of a mirror with the folder %s", (path, prefix, inside) => {
		expect(withinTree(path, prefix)).toBe(inside);
	});
});

describe("an image", () => {
	test("is downloaded once, on the day of the first request, within 24 hours", async () => {
		const part = (at: string, bytes: number, status = 206) => logLine({ target: iso, at, bytes, status });
		const { statistics, counted } = await count([
			part("2026-03-02T23:00:00", gib / 2),
			part("2026-03-03T01:00:00", gib / 4),
			part("2026-03-03T22:59:59", gib / 4),
			part("2026-03-03T23:00:00", gib, 200),
		]);
		expect(counted).toBe(4);
		expect(rowsOf(statistics, "iso-downloads")).toEqual([
			"2026-03-02 (all) 1",
			"2026-03-02 7.0 1",
			"2026-03-03 (all) 1",
			"2026-03-03 7.0 1",
		]);
	});
	test("counts from 90% of its size on: of the largest answer, or as it is told", async () => {
		const of = (client: string, bytes: number) => logLine({ target: iso, client, bytes });
		const lines = [
			of("192.0.2.1", gib),
			of("192.0.2.2", Math.ceil(gib * 0.9)),
			of("192.0.2.3", Math.floor(gib * 0.89)),
		];
		expect(rowsOf((await count(lines)).statistics, "iso-downloads")[0]).toBe("2026-03-10 (all) 2");
		const sizes = new Map([[iso, 2 * gib]]);
		expect(rowsOf((await count(lines, { sizes })).statistics, "iso-downloads")).toEqual([]);
	});
	test("of unknown size counts from 100 MiB on", async () => {
		const of = (client: string, bytes: number) => logLine({ target: iso, client, bytes, status: 206 });
		const { statistics } = await count([of("192.0.2.1", 100 * 2 ** 20), of("192.0.2.2", 100 * 2 ** 20 - 1)]);
		expect(rowsOf(statistics, "iso-downloads")[0]).toBe("2026-03-10 (all) 1");
	});
	test("of another agent behind the same address is another download", async () => {
		const of = (agent: string) => logLine({ target: iso, agent, bytes: gib });
		const { statistics } = await count([of("Mozilla/5.0"), of("curl/8.5.0"), of("curl/8.5.0")]);
		expect(rowsOf(statistics, "iso-downloads")[0]).toBe("2026-03-10 (all) 2");
	});
});

describe("clients that ask for updates", () => {
	const target = "/virtuozzo/releases/7.0/x86_64/os/repodata/repomd.xml";
	const of = (client: string, more: object = {}) => logLine({ target, client, agent: yum, ...more });
	test("are counted once a week, on its Sunday", async () => {
		const six = Array.from({ length: 6 }, (_, i) => of(`192.0.2.${i}`));
		const { statistics } = await count([
			...six,
			...six,
			of("192.0.2.1", { at: "2026-03-15T23:59:59" }),
			of("192.0.2.1", { at: "2026-03-16T00:00:00" }),
		]);
		expect(rowsOf(statistics, "update-clients")).toEqual([
			"2026-03-15 (all) 6",
			"2026-03-15 openvz-7 6",
			"2026-03-22 (all) 1",
			"2026-03-22 other 1",
		]);
	});
	test("fewer than five of a kind are merged into other; in several kinds they are one in all", async () => {
		const both = Array.from({ length: 5 }, (_, i) => [
			of(`192.0.2.${i}`),
			of(`192.0.2.${i}`, { target: target.replace("7.0", "9.0") }),
		]).flat();
		const { statistics } = await count([
			...both,
			of("192.0.2.9", { target: "/vzlinux/8/repodata/repomd.xml", agent: dnf }),
		]);
		expect(rowsOf(statistics, "update-clients")).toEqual([
			"2026-03-15 (all) 6",
			"2026-03-15 openvz-7 5",
			"2026-03-15 other 1",
			"2026-03-15 vz9 5",
		]);
	});
	test("are package managers that got an answer, also that nothing is new", async () => {
		const { ignored } = await count([
			of("192.0.2.1", { status: 304 }),
			of("192.0.2.2", { status: 404 }),
			of("192.0.2.3", { agent: "Mozilla/5.0" }),
			of("192.0.2.4", { method: "HEAD" }),
		]);
		expect(Object.fromEntries(ignored)).toMatchObject({ "other status": 1, "other program": 1, "not GET": 1 });
	});
	test("of one IPv6 network are one", async () => {
		const lines = Array.from({ length: 9 }, (_, i) => of(`2001:db8::${i}`));
		expect(rowsOf((await count(lines)).statistics, "update-clients")[0]).toBe("2026-03-15 (all) 1");
	});
});

test("a package counts once for a client on a day, though its header is fetched first", async () => {
	const target = "/virtuozzo/releases/7.0/x86_64/os/Packages/p/prlctl-7.0.100-1.vz7.x86_64.rpm";
	const of = (more: object = {}) => logLine({ target, agent: yum, ...more });
	const { statistics, ignored } = await count([
		of({ status: 206 }),
		of(),
		of({ at: "2026-03-11T00:00:00" }),
		of({ client: "192.0.2.7" }),
	]);
	expect(rowsOf(statistics, "package-downloads")).toEqual([
		"2026-03-10 (all) 2",
		"2026-03-10 tools 2",
		"2026-03-11 (all) 1",
		"2026-03-11 tools 1",
	]);
	expect(ignored.get("repeated")).toBe(1);
});

test("templates count by distribution", async () => {
	const of = (name: string) => logLine({ target: `/template/precreated/${name}.tar.gz` });
	const { statistics } = await count([of("centos-6-x86_64"), of("debian-8.0-x86_64"), of("secret-customer-image")]);
	expect(rowsOf(statistics, "template-downloads")).toEqual([
		"2026-03-10 (all) 3",
		"2026-03-10 centos 1",
		"2026-03-10 debian 1",
		"2026-03-10 other 1",
	]);
});

test("an installation is the description of a release and its image, or Anaconda's description", async () => {
	const root = "/virtuozzo/releases/7.0/x86_64/os";
	const tree = (client: string, agent: string) => logLine({ target: `${root}/.treeinfo`, client, agent });
	const image = (client: string) => logLine({ target: `${root}/LiveOS/squashfs.img`, client, agent: "curl/7.29.0" });
	const { statistics } = await count([
		...[image("192.0.2.1"), tree("192.0.2.1", "curl/7.29.0")],
		tree("192.0.2.2", "CentOS (anaconda)/7 yum/3.4.3"),
		tree("192.0.2.3", "curl/7.29.0"),
		image("192.0.2.4"),
	]);
	expect(rowsOf(statistics, "network-installs")).toEqual(["2026-03-10 (all) 2", "2026-03-10 all 2"]);
});

test("what nobody downloads is ignored, and said by its reason", async () => {
	const { ignored, entries, counted } = await count(
		[
			"no line of a log",
			logLine({ request: String.raw`\x16\x03`, status: 400 }),
			logLine({ target: "/debian/pool/a.deb" }),
			logLine({ target: "/openvz/timestamp", agent: "mirmon/1.0" }),
			logLine({ target: iso, method: "HEAD" }),
			logLine({ target: iso, status: 302 }),
			logLine({ target: iso, agent: "Googlebot/2.1 (+http://www.google.com/bot.html)" }),
			logLine({ target: iso, agent: "Wget/1.20 --mirror" }),
			logLine({ target: iso, client: "198.51.100.7" }),
			logLine({ target: "/virtuozzo/readme.txt" }),
			logLine({ target: iso, at: "2031-01-01T00:00:00" }),
			logLine({ target: iso, at: "1999-01-01T00:00:00" }),
		],
		{ isOwn: (address) => address.startsWith("198.51.100.") },
	);
	expect(Object.fromEntries(ignored)).toEqual({
		unreadable: 1,
		"no request of a path": 1,
		// The lines at the edges are among them.
		"not of OpenVZ": 3,
		"probe of a mirror": 1,
		"not GET": 1,
		"other status": 1,
		robot: 2,
		"own network": 1,
		"other file": 1,
		"impossible time": 2,
	});
	expect([entries, counted]).toEqual([14, 0]);
});

test("the first and the last day, week and month of the files are not whole", async () => {
	const days = ["2026-03-02T10:00:00", "2026-03-03T00:00:00", "2026-03-16T00:00:00", "2026-03-17T00:00:00"];
	const reader = downloadReader(plain);
	const { statistics } = await countIn(reader, [file(days.map((at) => logLine({ at })).join("\n"))]);
	const of = (slug: string) => statistics.find(({ statistic }) => statistic === slug);
	expect(of("iso-downloads")?.days.map(({ day }) => day)).toHaveLength(14);
	expect(of("iso-downloads")?.days[0]?.day).toBe("2026-03-03");
	expect(of("iso-downloads")?.partial.map(({ day }) => day)).toEqual(["2026-03-02", "2026-03-17"]);
	expect(of("update-clients")?.days.map(({ day }) => day)).toEqual(["2026-03-15"]);
	expect(of("update-clients")?.partial.map(({ day }) => day)).toEqual(["2026-03-08", "2026-03-22"]);
});
