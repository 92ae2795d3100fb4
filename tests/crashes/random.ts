/** Random crashes, always the same ones. */
import { createHash } from "node:crypto";

export type Numbers = (below: number) => number;

export function numbersFrom(seed: number): Numbers {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1103515245) + 12345) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

export const pick = <T>(items: readonly T[], number: Numbers): T => items[number(items.length)] as T;
export const bthash = (n: number) => createHash("sha1").update(`${n}`).digest("hex");
