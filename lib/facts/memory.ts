/** The memory installed in a host, from the smaller amount that its kernel reports. */

/** Sizes that memory modules usually add up to, GiB. */
const usual: readonly number[] = [
	...[0.25, 0.5, 1, 2, 4, 6, 8, 12, 16, 24, 32, 48, 64, 72, 96, 128, 144, 160, 192, 256, 288, 320, 384, 448, 512],
	...[576, 768, 1024, 1536, 2048, 3072, 4096, 6144, 8192, 12_288, 16_384],
];

/** The largest share of memory that kernel, firmware and graphics reserve. */
const reservedShareMax = 0.06;

/** Above which size (GiB) odd sizes are rounded up to which step. */
const steps: readonly (readonly [above: number, step: number])[] = [
	[1024, 64],
	[256, 32],
	[64, 8],
	[16, 2],
	[1, 1],
	[0, 0.25],
];

const kbPerGib = 1_048_576;
const largestMib = 2 ** 40;

/**
 * MiB installed, from `MemTotal` in kB: the usual size of which at most 6 % are missing, else (20 or 40 GiB, the odd
 * virtual machine, half a gigabyte lent to graphics) the next step upwards. `null` for no memory.
 */
export function installedMib(memTotalKb: number): number | null {
	if (!Number.isSafeInteger(memTotalKb) || memTotalKb <= 0) return null;
	const gib = memTotalKb / kbPerGib;
	const mib = 1024 * (usual.find((size) => gib <= size && gib >= size * (1 - reservedShareMax)) ?? nextStep(gib));
	return mib <= largestMib ? mib : null;
}

function nextStep(gib: number): number {
	const [, step] = steps.find(([above]) => gib > above) ?? [0, 1];
	return Math.ceil(gib / step) * step;
}
