/** What axe finds on a page, of all its rules or of one. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Once for each document. */
export async function loadAxe(page: Page): Promise<void> {
	await page.evaluate(source);
}

/** `rule`: the one to look at, where not all of them. */
export function findings(page: Page, rule?: string): Promise<string[]> {
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
