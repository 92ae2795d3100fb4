/** The version of vzctl, as the package manager of the host lists it. */
import { compareKernels } from "#lib/facts/software/kernel";
import { lines } from "../lines";
import type { MemberText } from "./sections";

const number = String.raw`(\d{1,4}(?:\.\d{1,4}){0,4})`;

/** By member, what a line about vzctl itself looks like. */
const patterns: Readonly<Record<string, RegExp>> = {
	// EL 5 prints no architecture.
	"vzversion-rpm": new RegExp(`^vzctl-${number}-[^-\\s]+$`),
	// Only what is installed: the second letter of the state. An epoch may stand before the version.
	"vzversion-deb": new RegExp(`^[a-z]i\\s+vzctl(?::\\w+)?\\s+(?:\\d+:)?${number}(?=[-+~\\s])`),
	"vzversion-gentoo": new RegExp(`^sys-cluster/vzctl-${number}(?:-r\\d+)?$`),
	"vzversion-arch": new RegExp(`^vzctl (?:\\d+:)?${number}-\\S+$`),
};

/** The newest, where several are listed; `null` when none is. */
export function vzctlVersion(text: MemberText): string | null {
	const versions = Object.entries(patterns).flatMap(([member, pattern]) =>
		[...lines(text(member))].flatMap((line) => pattern.exec(line)?.[1] ?? []),
	);
	return versions.sort(compareKernels).at(-1) ?? null;
}
