/** Security headers. */
import { createHash } from "node:crypto";

export const ofEveryAnswer = {
	"x-content-type-options": "nosniff",
	// Other sites do not see which page a visitor came from.
	"referrer-policy": "same-origin",
};

const unused = ["camera", "geolocation", "microphone", "payment", "usb"].map((feature) => `${feature}=()`).join(", ");

/**
 * A page loads from this site only, and runs only the inline scripts and styles that it has now: the policy has their
 * hashes. A nonce would protect nothing, because one answer is kept for everybody.
 */
export function ofPage(html: string): Record<string, string> {
	const directives = [
		"default-src 'none'",
		["script-src", "'self'", ...hashesOf(html, "script")].join(" "),
		["style-src", "'self'", ...hashesOf(html, "style")].join(" "),
		// Widths of bars and colours of rows: an attribute cannot load or run anything.
		"style-src-attr 'unsafe-inline'",
		"img-src 'self' data:",
		"font-src 'self'",
		"connect-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
	];
	return {
		"content-security-policy": directives.join("; "),
		"cross-origin-opener-policy": "same-origin",
		"permissions-policy": unused,
	};
}

/** Hashes of inline elements. JSON is data and needs none; one more does no harm. */
function hashesOf(html: string, element: "script" | "style"): string[] {
	const whole = new RegExp(`<${element}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${element}>`, "g");
	const hashes = [...html.matchAll(whole)].map(([, content = ""]) =>
		createHash("sha256").update(content).digest("base64"),
	);
	return [...new Set(hashes)].map((hash) => `'sha256-${hash}'`);
}
