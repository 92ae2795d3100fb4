/** Progress of long steps on stderr: a bar on a terminal, a line at the end elsewhere. Nothing for what takes no second. */
import { Presets, SingleBar } from "cli-progress";

export interface Progress {
	/** `total` may grow while work is found. */
	update(done: number, total: number): void;
	end(): void;
}

export function progress(title: string): Progress {
	const begun = Date.now();
	const seconds = () => (Date.now() - begun) / 1000;
	let bar: SingleBar | null = null;
	return {
		update(done, total) {
			if (!process.stderr.isTTY || (!bar && seconds() < 1)) return;
			if (!bar) {
				bar = new SingleBar(
					{ format: `${title} {bar} {percentage} % | {eta_formatted}`, stream: process.stderr, hideCursor: true },
					Presets.shades_classic,
				);
				bar.start(total, done);
			}
			bar.setTotal(total);
			bar.update(Math.min(done, total));
		},
		end() {
			if (bar) {
				bar.update(bar.getTotal());
				bar.stop();
			} else if (seconds() >= 1) process.stderr.write(`${title}: ${seconds().toFixed(1)} s\n`);
		},
	};
}
