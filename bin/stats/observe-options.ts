/** The options of `stats observe`, as they are read from the command line. */
import { InvalidArgumentError } from "commander";
import ipaddr from "ipaddr.js";
import type { Day } from "#lib/day";
import { crashSource } from "#lib/store/crash-days";

export const kinds = ["downloads", "mail", "bugs", "forum", "figures"] as const;
export type ObservedKind = (typeof kinds)[number];

export interface ObserveOptions {
	source: string;
	from?: Day;
	through?: Day;
	dryRun?: true;
	replace?: true;
	partial?: true;
	prefix?: string;
	ignore: Networks;
	sizes?: string;
	dateFormat?: string;
	forget?: string;
}

export type Networks = ReturnType<typeof ipaddr.parseCIDR>[];

export function sourceName(text: string): string {
	if (!/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}$/.test(text)) {
		throw new InvalidArgumentError("A name has at most 64 letters, digits, blanks, dots, dashes and underscores.");
	}
	if (text === crashSource) throw new InvalidArgumentError("This name is that of the crash reports that hosts sent.");
	return text;
}

export function prefix(text: string): string {
	const bare = text.replace(/\/+$/, "");
	if (bare !== "" && !bare.startsWith("/")) throw new InvalidArgumentError("It must be a path like /pub/openvz.");
	return bare;
}

export function networks(text: string, known: Networks): Networks {
	if (!ipaddr.isValidCIDR(text)) throw new InvalidArgumentError("It must be a network like 192.0.2.0/24.");
	return [...known, ipaddr.parseCIDR(text)];
}
