/** The site's own address, for links that leave it: as the operator says, else as the client called it. */
import { env } from "#lib/env";

/** Such as `https://stats.example.org`, without a slash at the end. */
export function siteAddress({ headers, url }: { headers: Pick<Headers, "get">; url: string }): string {
	const { PUBLIC_URL } = env();
	if (PUBLIC_URL) return PUBLIC_URL;
	// Of proxies that are not trusted, nothing is left of what they forward.
	const host = headers.get("x-forwarded-host") ?? headers.get("host") ?? "";
	const scheme = headers.get("x-forwarded-proto") === "https" ? "https" : "http";
	const address = `${scheme}://${host}`;
	// Much looks like a host and is none, such as 1.2.3.999.
	const isHost = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(host) && URL.canParse(address);
	return isHost ? address : new URL(url).origin;
}
