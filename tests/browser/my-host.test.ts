/** A person asks what is kept of a host, and has it deleted: without any script, in a browser, on a phone and beside it. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keptHostsSchema } from "#lib/my-host/schemas";
import { packedSample } from "../readers/sample";
import { type Site, startSite } from "../site";
import { findings } from "./axe";
import { follow, visitorOf } from "./visit";

/** Of the sample. */
const uuid = "0f5c3f6e-8f1d-4a0e-9c7e-3a6d2b1c4e55";

const site = { url: "" };
let started: Site;
beforeAll(async () => {
	started = await startSite();
	site.url = started.url;
});
afterAll(() => started?.stop());
/** Who was deleted reports anew. */
beforeEach(async () => {
	const body = new Uint8Array(packedSample("openvz7"));
	const headers = { "content-type": "application/gzip" };
	expect((await fetch(`${site.url}/api/v1/reports`, { method: "POST", body, headers })).ok).toBe(true);
});
const visit = visitorOf(site);

const shows = "form.host-form button >> nth=0";
async function deleteAll(page: Page): Promise<void> {
	await page.fill("#again", uuid);
	await page.check("input[name=confirm]");
	await follow(page, "section.delete button");
}
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe("answer and deletion", () => {
	it.each([
		["", "light", 1280],
		["/ru", "dark", 320],
	] as const)("fit, and axe finds nothing: after %s/my-host, %s", async (prefix, colorScheme, width) => {
		await visit(
			`${prefix}/my-host`,
			async (page) => {
				const places: Record<string, () => Promise<unknown>> = {
					answer: async () => {
						await page.fill("#uuid", uuid);
						await follow(page, shows);
						for (const summary of await page.locator("main summary").all()) await summary.click();
					},
					deleted: () => deleteAll(page),
				};
				for (const [place, go] of Object.entries(places)) {
					await go();
					expect(await fits(page), place).toBeLessThanOrEqual(0);
					expect(await findings(page), place).toEqual([]);
					await page.emulateMedia({ colorScheme: colorScheme === "dark" ? "light" : "dark" });
					expect(await findings(page, "color-contrast"), place).toEqual([]);
					await page.emulateMedia({ colorScheme });
				}
			},
			{ colorScheme, viewport: { width, height: 900 } },
		);
	});
});

it("a person without JavaScript asks, takes the file, and deletes everything", async () => {
	await visit(
		"/privacy",
		async (page) => {
			await follow(page, "#leaving ~ p a");
			expect(page.url()).toBe(`${site.url}/my-host`);

			await page.fill("#uuid", `{${uuid.toUpperCase()}}`);
			const [file] = await Promise.all([page.waitForEvent("download"), page.click("button[value=json]")]);
			expect(file.suggestedFilename()).toBe("openvz-my-host.json");
			const { hosts } = keptHostsSchema.parse(JSON.parse(await readFile(await file.path(), "utf8")));
			expect(hosts.map(({ product }) => product)).toEqual(["openvz7"]);

			await follow(page, shows);
			expect(page.url()).toBe(`${site.url}/my-host/kept`);
			expect(await page.textContent("main")).toContain("Xeon E5-2620 v4");
			expect((await page.content()).toLowerCase()).not.toContain(uuid);

			// The browser itself asks for both halves of the confirmation.
			await page.fill("#again", uuid);
			await page.click("section.delete button");
			expect(page.url()).toBe(`${site.url}/my-host/kept`);
			await deleteAll(page);
			expect(page.url()).toBe(`${site.url}/my-host/deleted`);
			expect(await page.textContent("h1")).toBe("Everything kept about this host is deleted");
			expect(await page.textContent("main")).toContain("prlsrvctl set --cep off");
		},
		{ javaScriptEnabled: false },
	);
});
