/** The policy of a page allows what stands in it, and nothing else. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ofPage } from "#bin/server/security";

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function policyOf(html: string): Record<string, string> {
	const policy = ofPage(html)["content-security-policy"] ?? "";
	return Object.fromEntries(policy.split("; ").map((one) => [one.split(" ", 1)[0], one.slice(one.indexOf(" ") + 1)]));
}

describe("a page's policy", () => {
	const page = `<!DOCTYPE html><head><style>a{color:red}</style><script id="_R_" async>\nlet a = "<b>";\n</script>
		<script src="/_next/static/chunks/a.js" async=""></script></head><body><script>push([1])</script><script>push([1])</script>`;

	test("has the hash of each script and style in it, once", () => {
		const policy = policyOf(page);
		expect(policy["script-src"]).toBe(`'self' ${hash('\nlet a = "<b>";\n')} ${hash("push([1])")}`);
		expect(policy["style-src"]).toBe(`'self' ${hash("a{color:red}")}`);
	});
	test("allows nothing inline where nothing is", () => {
		expect(policyOf("<!DOCTYPE html><p>text")).toMatchObject({ "script-src": "'self'", "style-src": "'self'" });
	});
	test("lets nobody frame it, and forms go to the site alone", () => {
		expect(policyOf(page)).toMatchObject({
			"default-src": "'none'",
			"frame-ancestors": "'none'",
			"form-action": "'self'",
			"base-uri": "'none'",
		});
		expect(policyOf(page)["script-src"]).not.toContain("unsafe");
	});
});
