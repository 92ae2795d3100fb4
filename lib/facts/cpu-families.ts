/** The grammar of processor names, maker by maker, after trade marks, clock rates and core counts are taken off. */
import { amdFamilies } from "./cpu-amd";
import type { CpuFamily } from "./cpu-family";
import { intelFamilies } from "./cpu-intel";
import { otherFamilies } from "./cpu-others";

/** First match. */
export const cpuFamilies: readonly CpuFamily[] = [...intelFamilies, ...amdFamilies, ...otherFamilies];
