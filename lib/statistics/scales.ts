/** The scales that several statistics share. */
import { countScale, mibScale } from "./scale";

const gib = 1024;

/** Containers, virtual machines and disks of a host. */
export const perHost = countScale(0, [0, 1, 4, 9, 19, 49, 99, 199]);
/** Cores and threads. */
export const processors = countScale(1, [1, 2, 4, 8, 16, 32, 64, 128]);
/** Sockets and NUMA nodes. */
export const fewParts = countScale(1, [1, 2, 4, 8]);
/** Memory of a virtual machine or a container, MiB. */
export const guestMemory = mibScale([256, 512, ...[1, 2, 4, 8, 16, 32, 64].map((size) => size * gib)]);
/** Memory of a host, MiB. */
export const hostMemory = mibScale([8, 16, 32, 64, 128, 256, 512, 1024].map((size) => size * gib));
