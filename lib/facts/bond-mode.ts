/** How bonds and teams are run, by the texts of the bonding driver and the names of teamd. */

/** What `Bonding Mode:` of /proc/net/bonding says, in lower case, and the driver's own name of the mode. */
export const bondModes: Readonly<Record<string, string>> = {
	"load balancing (round-robin)": "balance-rr",
	"fault-tolerance (active-backup)": "active-backup",
	"load balancing (xor)": "balance-xor",
	"fault-tolerance (broadcast)": "broadcast",
	"ieee 802.3ad dynamic link aggregation": "802.3ad",
	"transmit load balancing": "balance-tlb",
	"adaptive load balancing": "balance-alb",
};

export const teamRunners: ReadonlySet<string> = new Set([
	"activebackup",
	"lacp",
	"loadbalance",
	"roundrobin",
	"broadcast",
	"random",
]);

/** Mode of a bond from the text of /proc/net/bonding/<bond>; `other` for what the table does not know. */
export function bondMode(procText: string): string {
	const said = /^[ \t]*Bonding Mode:([^\n]{0,200})$/im.exec(procText)?.[1] ?? "";
	// A suffix only says what happens to the hardware address when the active card changes.
	const mode = said
		.replace(/\(fail_over_mac [a-z]+\)\s*$/i, "")
		.replace(/\s+/g, " ")
		.trim()
		.toLowerCase();
	return (Object.hasOwn(bondModes, mode) ? bondModes[mode] : undefined) ?? "other";
}

/** Runner of a team from `setup.runner_name`. */
export function teamRunner(name: unknown): string {
	return typeof name === "string" && teamRunners.has(name) ? name : "other";
}
