/**
 * Searches for the archive that takes longest to read: hill climbing over how many items, lines, characters, fields and
 * levels each part of a report has, and over the words that the texts are made of.
 */
import { constants, gzipSync } from "node:zlib";
import type { Product } from "#lib/product";
import { limits } from "#lib/readers/limits";
import { readLegacy, readOpenvz7 } from "#lib/readers/read-report";
import { Refused } from "#lib/readers/refused";
import { unpack } from "#lib/readers/unpack";
import { host, noise } from "./archive";
import { sampleFiles } from "./sample";

const kinds = ["items", "lines", "fields", "levels", "repeated", "directories", "noise"] as const;

/** Something much of which is in one place of the sample. */
export interface Gene {
	member: string;
	/** Where in the JSON of the member; of a text member only its end counts. */
	path: readonly (string | number)[];
	/**
	 * A list of so many items, a text of so many lines, an object of so many fields, so many levels; or, whatever its path:
	 * a member that is one object in which so many fields have one name, so many directories in the archive, and a file of
	 * so many hexadecimal digits that nothing reads: what takes longest to unpack.
	 */
	kind: (typeof kinds)[number];
	count: number;
	/** Characters of each. */
	length: number;
	word: number;
	/** Whether no two are equal. */
	isDistinct: boolean;
}

export interface Genome {
	product: Product;
	genes: Gene[];
}

/** Pieces that patterns and loops look at, and characters that take them long. */
export const words: readonly string[] = [
	...[
		"a",
		" ",
		"0",
		"-",
		"A",
		"\n",
		"\t",
		"\u00e9",
		"\u200b",
		"\ud83d\ude00",
		"\u0001",
		"\\",
		"prlctl_list_aix",
		"hdd",
		"a/",
		"\\x20",
		'="',
		"x ",
		"- ",
		"0.",
		"A0",
		"a1.",
	],
	...[
		"Intel(R) Xeon(R) CPU ",
		"(R)",
		"@ 2.10GHz ",
		"12-Core ",
		"with ",
		"E5-26",
		"Radeon ",
		"Dual-Core ",
		"  -1",
		", ",
	],
	...[
		"SAMSUNG MZ7LH960",
		"Dell Ent NVMe ",
		"KINGSTON S",
		"WDC WD",
		"HGST H",
		"TEAM L",
		"RAID 0",
		"-0a",
		"PERC ",
		"SSD ",
	],
	...[
		"centos-",
		"centos-stream-",
		"7.",
		"php7.4.",
		"nginx",
		"httpd ",
		"vzctl-7.0-1.vz7",
		"vzkernel-3.10.0-1.vz7.1.1",
		"sshd@",
	],
	...[
		".service",
		"ST1000",
		"==> /etc/",
		" <==\n",
		"NAME=",
		'ID="',
		"Bonding Mode: ",
		"3.10.0-1",
		".vz7.",
		"readykernel-patch-1.1-1",
	],
	...[
		"running ",
		"ploop ",
		"----\n",
		"1 httpd\n",
		"processor : 0\n",
		"model name : ",
		"OpenVZ release 7.",
		"CentOS release 6.4\n",
	],
	...[
		'NAME="sda" TYPE="disk" SIZE="1" ROTA="0" MODEL="',
		'" VENDOR="',
		"2048Mb",
		"unlimited",
		"/vz ",
		"cpuset 1 1 1\n",
	],
];

export const limitsOfGenes = { count: 4_000_000, length: 1_000_000, genes: 12 } as const;

const mark = (n: number) => n.toString(36);

function textOf({ word, length, isDistinct }: Gene, n: number): string {
	const piece = words[word % words.length] ?? "a";
	const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
	return isDistinct ? `${text}${mark(n)}` : text;
}

/** As many as there is room for: the archive would be refused. */
function times(gene: Gene, bytes: number): number {
	return Math.max(1, Math.min(gene.count, Math.floor(limits.unpackedBytes / (bytes + gene.length + 8))));
}

function grown(tree: unknown, gene: Gene, [key, ...rest]: Gene["path"]): unknown {
	if (key !== undefined) {
		if (typeof tree !== "object" || tree === null) return tree;
		if (Array.isArray(tree)) return tree.map((item, i) => (i === key ? grown(item, gene, rest) : item));
		return { ...tree, [key]: grown((tree as Record<string, unknown>)[key], gene, rest) };
	}
	if (gene.kind === "items") return manyItems(tree, gene);
	if (gene.kind === "lines") return Array.from({ length: times(gene, 1) }, (_, n) => textOf(gene, n)).join("\n");
	if (gene.kind === "fields") {
		const [value] = typeof tree === "object" && tree !== null ? Object.values(tree) : [tree ?? 1];
		const many = times(gene, bytesOf(value) + 8);
		return Object.fromEntries(Array.from({ length: many }, (_, n) => [`${mark(n)}${textOf(gene, n)}`, value]));
	}
	if (gene.kind !== "levels") return tree;
	let deep = tree;
	for (let n = 0; n < Math.min(gene.count, 500); n++) deep = [deep];
	return deep;
}

function bytesOf(tree: unknown): number {
	return JSON.stringify(tree ?? null).length;
}

/** The items that are there, repeated, with a text in each that is one or has one. */
function manyItems(tree: unknown, gene: Gene): unknown {
	const items: unknown[] = Array.isArray(tree) && tree.length > 0 ? tree : [tree];
	return Array.from({ length: times(gene, bytesOf(items) / items.length) }, (_, n) =>
		withText(items[n % items.length], gene, n),
	);
}

function withText(item: unknown, gene: Gene, n: number): unknown {
	if (typeof item === "string") return item.replace(/(MODEL="|$)/, `$1${textOf(gene, n)}`);
	if (Array.isArray(item)) return item.map((one) => withText(one, gene, n));
	if (typeof item !== "object" || item === null) return item;
	return Object.fromEntries(Object.entries(item).map(([key, value]) => [key, withText(value, gene, n)]));
}

/** The gzipped tar; `null` where it would be refused as too large. */
export function archiveOf(genome: Genome): Buffer | null {
	try {
		return packed(genome);
	} catch (error) {
		// Longer than any text can be.
		if (error instanceof RangeError) return null;
		throw error;
	}
}

function packed({ product, genes }: Genome): Buffer | null {
	const files: Record<string, string> = { ...sampleFiles(product) };
	if (product === "openvz7") files["manifest.json"] = JSON.stringify({ schema: 1, host_uuid: host });
	for (const gene of genes) {
		const content = files[gene.member];
		if (content === undefined) continue;
		if (gene.kind === "directories") continue;
		if (gene.kind === "noise") {
			files.noise = noiseOf(gene.count);
			continue;
		}
		if (gene.kind === "repeated") files[gene.member] = repeatedFields(gene);
		else if (product === "legacy") files[gene.member] = legacyText(gene, content);
		else files[gene.member] = JSON.stringify(grown(JSON.parse(content), gene, gene.path));
		if ((files[gene.member]?.length ?? 0) > limits.unpackedBytes) return null;
	}
	const sizes = Object.values(files).map((content) => Buffer.byteLength(content));
	if (sizes.reduce((sum, size) => sum + size, 0) > limits.unpackedBytes) return null;
	const directories = genes.filter(({ kind }) => kind === "directories").flatMap(directoriesOf);
	const bytes = gzipSync(tarOf(files, directories), { level: constants.Z_BEST_SPEED });
	return bytes.length > limits.packedBytes ? null : bytes;
}

function legacyText(gene: Gene, content: string): string {
	const many = Array.from({ length: times(gene, 1) }, (_, n) => textOf(gene, n)).join("\n");
	return gene.kind === "fields" ? `${content}\n`.repeat(times(gene, content.length)) : `${content}\n${many}`;
}

function repeatedFields(gene: Gene): string {
	return `{${Array.from({ length: times(gene, 8) }, (_, n) => `${JSON.stringify(textOf(gene, n))}:1`).join(",")}}`;
}

let digits = "";

/** They take longest to unpack of what gzip packs: two for each byte. */
function noiseOf(count: number): string {
	digits ||= noise(limits.packedBytes).toString("hex");
	return digits.slice(0, count);
}

/** As many as an archive of the largest size has blocks for; the name and its prefix have 250 characters. */
function directoriesOf(gene: Gene): string[] {
	const length = Math.min(gene.length, 240);
	return Array.from({ length: Math.min(gene.count, 34_000) }, (_, n) => `${textOf({ ...gene, length }, n)}${mark(n)}`);
}

function tarOf(files: Record<string, string>, directories: readonly string[]): Buffer {
	const blocks = Object.entries(files).flatMap(([name, content]) => {
		const bytes = Buffer.from(content);
		return [headerOf(name, bytes.length, "0"), bytes, Buffer.alloc(-bytes.length & 511)];
	});
	return Buffer.concat([...blocks, ...directories.map((name) => headerOf(name, 0, "5")), Buffer.alloc(1024)]);
}

/** What of the name is longer than its field is in that of the prefix. */
function headerOf(name: string, size: number, flag: string): Buffer {
	const header = Buffer.alloc(512);
	header.write(name.slice(-100), 0, 100);
	header.write(name.slice(0, -100).slice(-150), 345, 155);
	header.write(size.toString(8).padStart(11, "0"), 124);
	header.write(flag, 156);
	header.write("ustar\u000000", 257);
	header.fill(" ", 148, 156);
	const sum = header.reduce((total, byte) => total + byte, 0);
	header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
	return header;
}

/** Reads it as the server does. Returns the CPU time in ms; it does not depend on what else the machine has to do. */
function millisecondsOf(product: Product, packed: Uint8Array): number {
	return millisecondsToRead(() => {
		const { members } = unpack(packed);
		if (product === "openvz7") readOpenvz7(members);
		else readLegacy(members, host);
	});
}

/** The CPU time in ms. `read` may refuse. */
export function millisecondsToRead(read: () => void): number {
	const begun = process.cpuUsage();
	try {
		read();
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
	}
	const { user, system } = process.cpuUsage(begun);
	return (user + system) / 1000;
}

/** Where something can be put: all lists, objects and texts of the sample. */
export function places(product: Product): { member: string; path: Gene["path"] }[] {
	return Object.entries(sampleFiles(product)).flatMap(([member, content]) => {
		if (product === "legacy") return [{ member, path: [] }];
		const found: { member: string; path: Gene["path"] }[] = [];
		const visit = (tree: unknown, path: Gene["path"]) => {
			found.push({ member, path });
			if (typeof tree !== "object" || tree === null) return;
			for (const [key, value] of Object.entries(tree)) visit(value, [...path, Array.isArray(tree) ? Number(key) : key]);
		};
		visit(JSON.parse(content), []);
		return found;
	});
}

/** What lines of the longest legacy files look like. */
const allLines = {
	vzlist: "running ",
	"top-ps": "----\n",
	ostemplates: "centos-",
	cpuinfo: "model name : ",
};

/** The attacks that were found by hand, and what the search begins with. */
export function seeds(product: Product): Genome[] {
	const gene = (member: string, path: Gene["path"], more: Partial<Gene>): Gene => ({
		...{ member, path, kind: "items", count: 10_000, length: 100, word: 0, isDistinct: true },
		...more,
	});
	const one = (...genes: Gene[]): Genome => ({ product, genes });
	const unread = (count: number) => gene(product === "legacy" ? "fs" : "cpu.json", [], { kind: "noise", count });
	const directories = (count: number) =>
		gene("-", [], { kind: "directories", count, length: 230, word: words.indexOf("a/") });
	if (product === "legacy") {
		const longest = Object.entries({ ...allLines, fs: "a", "vzversion-rpm": "a", "vzversion-deb": "a" }).map(
			([member, word]) => gene(member, [], { kind: "lines", count: 30_000, length: 20, word: words.indexOf(word) }),
		);
		return [
			...Object.keys(sampleFiles("legacy")).flatMap((member) =>
				[0, 1, 30].map((length) => one(gene(member, [], { kind: "lines", count: 500_000, length }))),
			),
			one(gene("osrelease", [], { kind: "lines", count: 1000, word: words.indexOf("==> /etc/"), length: 9 })),
			one(gene("cpuinfo", [], { kind: "fields", count: 1000 })),
			// Every file with as many lines as are read, and as much beside them as may be unpacked.
			one(...longest, gene("collect.log", [], { kind: "lines", count: 150_000, length: 30 })),
			one(...longest, unread(3_200_000)),
			one(unread(3_600_000)),
		];
	}
	const disk = words.indexOf("A0");
	const members = Object.keys(sampleFiles("openvz7")).filter((member) => member !== "manifest.json");
	// Every file with as many values, and escapes, as are read; the first of them fill the bytes that are read, too.
	const everyFile = (word: string, length: number, count: number) =>
		members.map((member) =>
			gene(member, [], { kind: "repeated", count, length, word: words.indexOf(word), isDistinct: false }),
		);
	return [
		...["a", "\n", "\u0001", "\u00e9", "prlctl_list_aix", "hdd"].flatMap((word) =>
			[5000, 10_700].map((count) => one(...everyFile(word, word.length, count), directories(400))),
		),
		...[100, 250].map((length) => one(...everyFile("a", length, 4_000_000 / 14 / length))),
		...["hdd", "OS", "a"].map((word) =>
			one(
				...["ves.json", "libvirt_guests.json"].map((member) =>
					gene(member, ["prlctl_list_aij", 0, "Hardware"], {
						kind: "fields",
						count: 200,
						length: 3,
						word: words.indexOf(word),
					}),
				),
				...["ves.json", "libvirt_guests.json"].map((member) =>
					gene(member, ["prlctl_list_aij"], { count: 900, length: 1, isDistinct: false }),
				),
			),
		),
		one(gene("cpu.json", ["lscpu"], { kind: "fields", count: 200 }), gene("cpu.json", ["lscpu", "x"], { count: 900 })),
		one(directories(499)),
		one(unread(3_600_000)),
		...["a", "prlctl_list_aix"].map((word) =>
			one(...everyFile(word, word.length, 5000), directories(400), unread(3_200_000)),
		),
		...Object.keys(sampleFiles("openvz7")).flatMap((member) => [
			one(gene(member, ["x"], { kind: "fields", count: 300_000, length: 1 })),
			one(gene(member, ["x"], { kind: "items", count: 1_000_000, length: 0 })),
		]),
		one(gene("static.json", ["releases"], { kind: "fields", count: 4000 })),
		one(
			gene("static.json", ["releases", "openvz-release"], { kind: "lines", count: 1300, length: 1 }),
			gene("static.json", ["releases"], { kind: "fields", count: 4000 }),
		),
		one(gene("disks.json", ["lsblk_P_b"], { count: 20_000, length: 60, word: disk })),
		one(gene("disks.json", ["lsblk_P_b"], { count: 4000, length: 4000, word: words.indexOf("A") })),
		one(gene("packages.json", ["rpm_qa"], { count: 20_000, length: 60, word: words.indexOf("-") })),
		one(gene("packages.json", ["rpm_qa"], { count: 20_000, length: 20, word: words.indexOf("vzctl-7.0-1.vz7") })),
		one(gene("services.json", ["enabled"], { count: 20_000, length: 500, word: words.indexOf("\u200b") })),
		one(gene("ves_content.json", ["containers"], { count: 20_000, length: 30 })),
		one(
			gene("ves_content.json", ["containers", 0, "top"], { count: 100, length: 20 }),
			gene("ves_content.json", ["containers"], { count: 5000, length: 20 }),
		),
		one(gene("ves.json", ["prlctl_list_aij"], { count: 20_000, length: 20 })),
		one(gene("libvirt_guests.json", ["prlctl_list_aij"], { count: 20_000, length: 20 })),
		one(gene("network.json", ["nics"], { count: 20_000, length: 300, word: words.indexOf("\u200b") })),
		one(gene("network.json", ["bonds"], { count: 20_000, length: 300, word: words.indexOf("\n") })),
		one(gene("cpu.json", ["lscpu", "Model name"], { kind: "lines", count: 1, length: 1000, word: 17 })),
	];
}

type Random = () => number;

function mutated({ product, genes }: Genome, random: Random, where: ReturnType<typeof places>): Genome {
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const at = Math.floor(random() * genes.length);
	const gene = genes[at];
	const turn = random();
	const added: Gene = {
		...pick(where),
		...{ kind: pick(kinds), count: Math.floor(10 ** (random() * 5)) },
		...{
			length: Math.floor(10 ** (random() * 4)),
			word: Math.floor(random() * words.length),
			isDistinct: random() < 0.8,
		},
	};
	if (!gene || (turn < 0.25 && genes.length < limitsOfGenes.genes)) return { product, genes: [added, ...genes] };
	if (turn < 0.32 && genes.length > 1) return { product, genes: genes.filter((_, i) => i !== at) };
	const scale = pick([0.5, 0.8, 1.25, 2, 4]);
	const changed: Gene =
		turn < 0.55
			? { ...gene, count: Math.ceil(Math.min(limitsOfGenes.count, gene.count * scale)) }
			: turn < 0.75
				? { ...gene, length: Math.ceil(Math.min(limitsOfGenes.length, gene.length * scale)) }
				: turn < 0.92
					? { ...gene, word: Math.floor(random() * words.length) }
					: { ...gene, isDistinct: !gene.isDistinct };
	return { product, genes: genes.map((one, i) => (i === at ? changed : one)) };
}

export interface Found {
	genome: Genome;
	milliseconds: number;
}

/** What `fixedWork` takes on the machine that the bound is meant for, with nothing else running on it. */
const quietMilliseconds = 6.3;

/** The CPU time in ms of a fixed piece of work: caches and cores that are shared make it dearer, as they do reading. */
function fixedWork(): number {
	const begun = process.cpuUsage();
	const counts = new Map<string, number>();
	for (let n = 0; n < 100_000; n++) counts.set(`k${n % 5000}`, n);
	const { user, system } = process.cpuUsage(begun);
	return (user + system) / 1000;
}

/**
 * The median CPU time of several tries, in ms of the quiet machine: each try is compared with the fixed work before and after
 * it. Most cost little: what shows in one try that it costs no more than `toBeat` is not tried again.
 */
export function quietCost(millisecondsOfTry: () => number, tries: number, toBeat = 0): number {
	const costs: number[] = [];
	for (let n = 0; n < tries; n++) {
		const before = fixedWork();
		const milliseconds = millisecondsOfTry();
		const slowness = Math.max(1, (before + fixedWork()) / 2 / quietMilliseconds);
		if (milliseconds / slowness <= toBeat) return milliseconds / slowness;
		costs.push(milliseconds / slowness);
	}
	return costs.sort((a, b) => a - b)[costs.length >> 1] ?? 0;
}

function cost(genome: Genome, tries: number, toBeat = 0): number {
	const packed = archiveOf(genome);
	return packed ? quietCost(() => millisecondsOf(genome.product, packed), tries, toBeat) : 0;
}

const climbersMax = 8;

/** Climbs from each of the costliest seeds. The worst are measured again, so that none is only unlucky. */
export function search(product: Product, steps: number, random: Random = Math.random): Found[] {
	const where = places(product);
	let climbing: Found[] = [];
	for (const genome of seeds(product)) {
		const milliseconds = cost(genome, 3, climbing[climbersMax - 1]?.milliseconds);
		climbing = [...climbing, { genome, milliseconds }]
			.sort((a, b) => b.milliseconds - a.milliseconds)
			.slice(0, climbersMax);
	}
	for (let step = 0; step < steps; step++) {
		const at = step % climbing.length;
		const best = climbing[at];
		if (!best) break;
		const genome = mutated(best.genome, random, where);
		const milliseconds = cost(genome, 3, best.milliseconds);
		if (milliseconds > best.milliseconds) climbing[at] = { genome, milliseconds };
	}
	return climbing
		.map(({ genome }) => ({ genome, milliseconds: cost(genome, 9) }))
		.sort((a, b) => b.milliseconds - a.milliseconds);
}

export function describeGenome({ genes }: Genome): string {
	return genes
		.map(({ member, path, kind, count, length, word, isDistinct }) => {
			const text = JSON.stringify(words[word % words.length]);
			return `${[member, ...path].join("/")}: ${count} ${isDistinct ? "different" : "equal"} ${kind} of ${length} × ${text}`;
		})
		.join(", ");
}
