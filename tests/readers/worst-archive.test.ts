/** No archive is costly to read: `npm run test:long` searches for the worst one, and counts CPU time only. */
import { describe, expect, test } from "vitest";
import { type Product, products } from "#lib/product";
import { readLegacy, readOpenvz7 } from "#lib/readers/read-report";
import { Refused } from "#lib/readers/refused";
import { unpack } from "#lib/readers/unpack";
import { rounds } from "../rounds";
import { host } from "./archive";
import { archiveOf, describeGenome, search, seeds } from "./worst-archive";

const millisecondsMax = 50;
const steps = rounds(0, 1500);

function readsTo(product: Product, packed: Uint8Array): number {
	try {
		const { members } = unpack(packed);
		return JSON.stringify(product === "openvz7" ? readOpenvz7(members) : readLegacy(members, host)).length;
	} catch (error) {
		if (error instanceof Refused) return 0;
		throw error;
	}
}

describe.each(products)("of %s", (product) => {
	// Most seeds differ in the member only.
	const tried = seeds(product).filter((_, i) => i % rounds(11, 1) === 0);

	test.each(tried.map((genome) => [describeGenome(genome), genome] as const))("%s reads to little", (_, genome) => {
		const packed = archiveOf(genome);
		if (packed) expect(readsTo(product, packed)).toBeLessThan(500_000);
	});

	test.runIf(steps > 0)(`the worst of ${steps} takes at most ${millisecondsMax} ms`, () => {
		const [worst] = search(product, steps);
		console.log(`${worst?.milliseconds.toFixed(1)} ms: ${worst && describeGenome(worst.genome)}`);
		expect(worst?.milliseconds).toBeLessThan(millisecondsMax);
	});
});
