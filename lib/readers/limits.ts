/** How large a report may be, and what is said of one that is larger. */

const MiB = 2 ** 20;
export const limits = {
	packedBytes: 2 * MiB,
	/** The sum of what is in the files. */
	unpackedBytes: 16 * MiB,
	files: 64,
	/** What gunzip may give at all: names, padding and directories are not content, but cost too. */
	archiveBytes: 18 * MiB,
} as const;

export const tooLarge = {
	packed: "the report is larger than 2 MiB packed: send less",
	unpacked: "the report is larger than 16 MiB unpacked: send less",
	files: "the report holds more than 64 files: send fewer",
};
