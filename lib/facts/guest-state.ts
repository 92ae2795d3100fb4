/** What virtual machines and containers are doing, by the words of prlctl and vzlist. */
import { cleanText } from "./text";

/** States prlctl prints for machines and containers, `_` written as `-`. */
export const vmStates: ReadonlySet<string> = new Set(
	`stopped starting restoring running paused resetting pausing suspending stopping compacting suspended snapshoting
	continuing migrating del-snapshot resuming syncing invalid reconnecting mounted unknown`.split(/\s+/),
);

/** Those, and what vzlist prints: running, paused, mounted, suspended, stopped, unknown. */
export const containerStates: ReadonlySet<string> = vmStates;

function stateIn(states: ReadonlySet<string>, said: unknown): string {
	const state = cleanText(said)?.toLowerCase().replaceAll("_", "-");
	if (state === undefined) return "unknown";
	return states.has(state) ? state : "other";
}

export function vmState(state: unknown): string {
	return stateIn(vmStates, state);
}

export function containerState(state: unknown): string {
	return stateIn(containerStates, state);
}
