/** How many processors a host has, where what its tools say can be true. */
import { processorMaxima } from "../maxima";

export interface ProcessorCounts {
	sockets: number | null;
	cores: number | null;
	threads: number | null;
}

/**
 * The most sockets that boards for a model have. A virtual machine that is given the host's own model often has each of its
 * processors in a socket of its own.
 */
const socketsMax: readonly (readonly [RegExp, number])[] = [
	[/^(?:Mobile )?(?:Core|Pentium|Celeron|Atom|Ryzen|Athlon|Sempron|Turion|Phenom|FX|PRO A|A\d|[CEZ]-|E[12]-)/, 1],
	[/^(?:[NU]\d|Intel 300|[GR]X?-|V1|Custom APU|AMD [34]10|30[12]\d|Apple|Geode|Duron|Nano|Eden|C[37]\b|ZX-)/, 1],
	[/^Xeon (?:(?:E3|E|W|D)-|w\d-2|[ELX]3[0-4]|W3[56]|3[0-2]|63)/, 1],
	[/^Xeon (?:E5-[12]|[A-Z]{0,2}5[0-6]\d\d|6[579]|Bronze|Silver|Max)/, 2],
	[/^Xeon (?:E5-4|Gold)/, 4],
	[/^Xeon (?:E7|Platinum|[A-Z]?7[0-5]|[A-Z]?65)/, 32],
	[/^EPYC (?:[34]|8)/, 1],
	[/^EPYC/, 2],
	[/^Opteron (?:1\d\d|1[23]\d\d|3\d\d\d|X|A)/, 1],
	[/^Opteron (?:2\d\d|2[2-4]\d\d|4[1-4])/, 2],
	[/^Opteron 6/, 4],
	[/^Opteron 8/, 8],
	[/^(?:Altra|AmpereOne|ThunderX|Centriq|eMAG|C86)/, 2],
	[/^(?:Graviton|Cobalt|Axion)/, 2],
];

/** An impossible number is left out alone: what else the tool says may be right. `model` is the label of `cpu-model`. */
export function plausibleCounts(model: string | null, { sockets, cores, threads }: ProcessorCounts): ProcessorCounts {
	const most = socketsMax.find(([models]) => models.test(model ?? ""))?.[1] ?? processorMaxima.sockets;
	return {
		sockets: within(sockets, most),
		cores: within(cores, processorMaxima.cores),
		threads: within(threads, processorMaxima.threads),
	};
}

function within(count: number | null, most: number): number | null {
	return count !== null && count <= most ? count : null;
}
