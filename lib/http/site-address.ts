/** The site's own address, for links that leave it: as the operator says, else as the client called it. */
import { env } from "#lib/env";

/**
 * Such as `https://stats.example.org`, without a slash at the end. What proxies forward does not count: behind one, the
 * operator must set PUBLIC_URL.
 */
export function siteAddress({ headers, url }: { headers: Pick<Headers, "get">; url: string }): string {
	const { PUBLIC_URL } = env();
	if (PUBLIC_URL) return PUBLIC_URL;
	const host = headers.get("host") ?? "";
	const address = `http://${host}`;
	// Much looks like a host and is none, such as 1.2.3.999.
	const isHost = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(host) && URL.canParse(address);
	return isHost ? address : new URL(url).origin;
}
