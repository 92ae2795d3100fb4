/** Headers that keep an answer from being misread, framed, or made to run what it does not hold itself. */
import { createHash } from "node:crypto";

export const ofEveryAnswer = {
	"x-content-type-options": "nosniff",
	// Other sites learn nothing of what somebody looked at.
	"referrer-policy": "same-origin",
};

const unused = ["camera", "geolocation", "microphone", "payment", "usb"].map((feature) => `${feature}=()`).join(", ");

/**
 * Of a page: it loads from the site alone, and runs and styles itself with nothing but what stands in it now. Hashes
 * instead of nonces, because one answer is kept for everybody.
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

/** Of the elements with content of their own. JSON is data, but a hash more does no harm. */
function hashesOf(html: string, element: "script" | "style"): string[] {
	const whole = new RegExp(`<${element}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${element}>`, "g");
	const hashes = [...html.matchAll(whole)].map(([, content = ""]) =>
		createHash("sha256").update(content).digest("base64"),
	);
	return [...new Set(hashes)].map((hash) => `'sha256-${hash}'`);
}
