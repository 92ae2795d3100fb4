/**
 * How much of a report is taken in, and looked at. Anybody can send anything: each list, text and file is cut to its bound
 * before a loop or a pattern sees it, so that the costliest archive takes no more than 50 ms to read
 * (`tests/readers/worst-archive.test.ts` searches for it). The largest real report, of a host with 600 containers that
 * sends all sections at once, is far below each bound.
 */

const MiB = 2 ** 20;

/** Over one of these the whole report is refused. */
export const limits = {
	packedBytes: 2 * MiB,
	/** The sum of what is in the files. */
	unpackedBytes: 16 * MiB,
	files: 64,
	/** Of files, of directories, and of what tar writes before them: directories are not content, but each costs. */
	headers: 500,
	/** All that gunzip may give: names, padding and directories are not content, but cost too. */
	archiveBytes: 18 * MiB,
	/** Of deflate, in archives over 128 kB: gzip writes some hundreds in 2 MiB, each of 16,000 symbols. */
	blocks: 4000,
	/** Literals and matches in them: gzip writes about one for each byte, and two for each where it packs hexadecimal digits. */
	symbols: 4_500_000,
} as const;

/**
 * Over one of these what is too much is not looked at: it costs its item or its section. A section that is lost so is set
 * aside like one with implausible amounts, and counted for the operator.
 */
export const readLimits = {
	/** Of one file; 600 containers and their settings take 1 MiB. */
	fileBytes: 3 * MiB,
	/** Of all files that a reader looks at, the smallest first. */
	filesBytes: 4 * MiB,
	/** Values in one JSON file, and in all that a reader looks at, the smallest first: 600 containers have 50,000. */
	values: 150_000,
	/** Objects and lists inside each other: no tool nests as deep. */
	depth: 64,
	/** Characters of one text: the end of a long one is not kept. */
	textCharacters: 4096,
	/** Fields of one object that are read. */
	fields: 200,
	/** Fields of one file whose names are not known beforehand, like `hdd0`: 600 containers have 1,200. */
	otherFields: 3000,
	/** Different names of them: `lscpu` prints 70. */
	otherNames: 250,
	/**
	 * Items of one list: 600 containers have 1,500 block devices, a full installation has 3,000 packages. A longer list is
	 * not cut, because it would count as if it ended there.
	 */
	items: 5000,
	/** Lines of legacy lists of containers: a list twice as long as the largest host's is set aside all the same. */
	containers: 2000,
	/** Server programs of one container: `top-ps` prints five. */
	programs: 20,
	/** Bonds and teams: each is a text. */
	bonds: 100,
	/** Lines of a text file: 1,000 logical processors have 26,000 in `/proc/cpuinfo`. */
	lines: 30_000,
	/** Lines of a file of which a host prints a few: its versions of vzctl, its file systems, its memory. */
	fewLines: 1000,
	lineCharacters: 1024,
	/** Different texts of one report that the rules for names look at. */
	differentTexts: 250,
} as const;
