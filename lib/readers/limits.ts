/** How large a report may be. */

const MiB = 2 ** 20;
export const limits = {
	packedBytes: 2 * MiB,
	/** The sum of what is in the files. */
	unpackedBytes: 16 * MiB,
	files: 64,
	/** What gunzip may give at all: names, padding and directories are not content, but cost too. */
	archiveBytes: 18 * MiB,
} as const;
