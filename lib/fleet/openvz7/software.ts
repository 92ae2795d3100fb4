/** What an OpenVZ 7 host runs on a date: release, kernels and ReadyKernel. */
import { adopted, lagOf, lastBoot } from "../adoption";
import type { Life } from "../life";
import { along, dayMs, yearOf } from "../time";
import { readykernelPatch, successorShares, successors, updates } from "./updates";

export interface Software {
	major: 7 | 8 | 9;
	/** Number of the update; the last one for VZ8 and VZ9. */
	update: number;
	/** `7.0.11 (235)` */
	release: string;
	/** Version of Virtuozzo Linux below. */
	base: string;
	/** The running kernel. */
	kernel: string;
	/** Installed ones: the running one is often not the newest. */
	kernels: readonly string[];
	readykernel: { autoupdate: boolean; installed: string | null; loaded: boolean };
	booted: number;
}

export function softwareOf(life: Life, at: number): Software {
	const { draw, installed } = life;
	const lag = lagOf(draw);
	const rebootLag = draw("reboot lag") ** 2 * 120 * dayMs;
	const running = adopted(updates, at, installed, lag + rebootLag);
	const current = adopted(updates, at, installed, lag);
	if (draw("successor") < along(successorShares, yearOf(at))) {
		const { major, kernel, release, base, at: released } = adopted(successors, at, installed, lag * 0.5);
		const none = { autoupdate: false, installed: null, loaded: false };
		const booted = lastBoot(life.key, Math.max(installed, released), at);
		return { major, update: 22, release, base, kernel, kernels: [kernel], readykernel: none, booted };
	}
	const old = at - running.at > 60 * dayMs;
	const u = draw("readykernel");
	const loaded = u < (old ? 0.55 : 0.2);
	const leftOver = u > 0.97;
	const present = loaded || u > 0.9;
	// Patches of another build are left behind by updates; they do nothing for the running kernel.
	const patched = leftOver ? adopted(updates, running.at - dayMs, 0, 0).kernel : running.kernel;
	return {
		major: 7,
		update: current.number,
		release: `7.0.${current.number} (${current.build})`,
		base: `7.${current.minor}`,
		kernel: running.kernel,
		kernels: [...new Set([running.kernel, current.kernel])],
		readykernel: {
			autoupdate: u < 0.7,
			installed: present ? readykernelPatch(patched, at - lag / 4) : null,
			loaded,
		},
		booted: lastBoot(life.key, Math.max(installed, running.at), at),
	};
}
