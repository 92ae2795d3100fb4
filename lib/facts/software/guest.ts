/** Guest systems and the states of virtual machines and containers, by the names that prlctl and vzlist print. */
import { cleanText } from "../text";

type GuestFamily = "windows" | "linux" | "freebsd" | "other" | "unknown";

/** Names that prlctl gives to guest systems, by family: its table of all versions. */
export const guestsByFamily: Readonly<Record<Exclude<GuestFamily, "unknown">, readonly string[]>> = {
	windows: `win-2000 win-xp win-2003 win-vista win-2008 win-7 win-8 win-2012 win-8.1 win-10 win-2016 win-2019 win-11
		win-2022 win`.split(/\s+/),
	linux: `rhel rhel7 rhel8 rhel9 suse sles11 sles12 debian fedora-core xandros ubuntu mandriva centos centos7 centos8
		almalinux8 almalinux9 vzlinux vzlinux7 vzlinux8 cloudlinux cloudlinux7 cloudlinux8 psbm redhat opensuse linux-2.4
		linux-2.6 linux mageia mint`.split(/\s+/),
	freebsd: "freebsd-4 freebsd-5 freebsd-6 freebsd-7 freebsd-8 freebsd".split(" "),
	other: "msdos chrome-1 chrome android netware solaris macos".split(" "),
};

const families = new Map<string, GuestFamily>(
	Object.entries(guestsByFamily).flatMap(([family, names]) => names.map((name) => [name, family as GuestFamily])),
);

/** How names begin that a later prlctl may have: their family is known before they are. */
const laterNames: readonly (readonly [RegExp, GuestFamily])[] = [
	[/^win-\d/, "windows"],
	[
		/^(rhel|centos|alma|rocky|oracle|debian|ubuntu|fedora|opensuse|sles|suse|vzlinux|cloudlinux)[a-z]*[-.\d]*$/,
		"linux",
	],
	[/^freebsd-\d/, "freebsd"],
];

/** `unknown` when the name is empty or absent, `other` when prlctl has no such name. */
export function guestOs(os: unknown): { os: string; family: GuestFamily } {
	const name = cleanText(os)?.toLowerCase() ?? null;
	if (name === null) return { os: "unknown", family: "unknown" };
	const family = families.get(name);
	if (family !== undefined) return { os: name, family };
	return { os: "other", family: laterNames.find(([names]) => names.test(name))?.[1] ?? "other" };
}

/** States prlctl prints for machines and containers, `_` written as `-`. */
export const vmStates: ReadonlySet<string> = new Set(
	`stopped starting restoring running paused resetting pausing suspending stopping compacting suspended snapshoting
	continuing migrating del-snapshot resuming syncing invalid reconnecting mounted unknown`.split(/\s+/),
);

/** Those, and what vzlist prints: running, paused, mounted, suspended, stopped, unknown. */
export const containerStates: ReadonlySet<string> = vmStates;

function stateIn(states: ReadonlySet<string>, text: unknown): string {
	const state = cleanText(text)?.toLowerCase().replaceAll("_", "-");
	if (state === undefined) return "unknown";
	return states.has(state) ? state : "other";
}

export function vmState(state: unknown): string {
	return stateIn(vmStates, state);
}

export function containerState(state: unknown): string {
	return stateIn(containerStates, state);
}
