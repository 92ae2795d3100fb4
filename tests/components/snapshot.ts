/**
 * Keeps charts as pictures that can be looked at: `output/<name>.svg`. One that comes out different is written beside it
 * as `<name>-changed.svg` and fails; look at both, then move it over.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect } from "vitest";

const folder = join(import.meta.dirname, "output");

export function expectChart(name: string, chart: ReactElement): void {
	const drawn = `${renderToStaticMarkup(chart).replaceAll("><", ">\n<")}\n`;
	const [kept, changed] = [join(folder, `${name}.svg`), join(folder, `${name}-changed.svg`)];
	mkdirSync(dirname(kept), { recursive: true });
	if (!existsSync(kept)) {
		expect(process.env.CI, `${name}.svg is not in the repository`).toBeFalsy();
		writeFileSync(kept, drawn);
	}
	const isSame = readFileSync(kept, "utf8") === drawn;
	if (isSame) rmSync(changed, { force: true });
	else writeFileSync(changed, drawn);
	expect(isSame, `${changed} is not what ${kept} shows`).toBe(true);
}
