/** Looks at a page with axe. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * axe finds nothing on the page, which is open in that colour scheme; nor, of two schemes, in the other one. Only colours
 * depend on the scheme, and they depend on neither width nor language: where both languages are tried, one each is enough.
 */
export async function expectAccessible(page: Page, scheme: "light" | "dark", schemes: number): Promise<void> {
	expect(await findings(page), `${page.url()} ${scheme}`).toEqual([]);
	if (schemes === 1) return;
	const other = scheme === "light" ? "dark" : "light";
	await page.emulateMedia({ colorScheme: other });
	expect(await findings(page, "color-contrast"), `${page.url()} ${other}`).toEqual([]);
	await page.emulateMedia({ colorScheme: scheme });
}

/** What axe finds, of all its rules or of one. */
export async function findings(page: Page, rule?: string): Promise<string[]> {
	if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
	return page.evaluate(async (only) => {
		interface Found {
			violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
		}
		const { run } = (window as unknown as { axe: { run(where: Document, how: object): Promise<Found> } }).axe;
		const { violations } = await run(document, {
			resultTypes: ["violations"],
			preload: false,
			iframes: false,
			...(only ? { runOnly: [only] } : { rules: { "target-size": { enabled: true } } }),
		});
		return violations.flatMap(({ id, nodes }) =>
			nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
		);
	}, rule);
}
