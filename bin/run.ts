/** How every command runs: errors as one line and exit code 1, signals as a chance to end in order. */
import { constants } from "node:os";
import { errorLine, OperatorError } from "#lib/operator-error";

/** From the second signal on, so much later, the command ends at once: one Ctrl-C may arrive twice, through npm too. */
const insistMilliseconds = 1000;

/** Runs a command to its end. `signal` is aborted by Ctrl-C and SIGTERM, with the name of what came as its reason. */
export async function run(command: (signal: AbortSignal) => Promise<void>): Promise<void> {
	const controller = new AbortController();
	let firstAt = 0;
	for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
		process.on(name, () => {
			if (firstAt && Date.now() - firstAt > insistMilliseconds) process.exit(128 + constants.signals[name]);
			firstAt ||= Date.now();
			controller.abort(name);
		});
	}
	// Whoever read what is printed may be gone, like a terminal: then it is said to nobody, and the work goes on.
	for (const stream of [process.stdout, process.stderr]) stream.on("error", noteUnprinted);
	try {
		await command(controller.signal);
	} catch (error) {
		if (!controller.signal.aborted) report(error);
		process.exitCode = controller.signal.aborted ? 128 + constants.signals[signalOf(controller)] : 1;
	}
	// What a library left open must not keep a finished command alive.
	setTimeout(() => process.exit(), 100).unref();
}

function noteUnprinted({ code }: NodeJS.ErrnoException): void {
	if (code !== "EPIPE") process.exitCode = 1;
}

function signalOf(controller: AbortController): "SIGINT" | "SIGTERM" | "SIGHUP" {
	return controller.signal.reason;
}

function report(error: unknown): void {
	console.error(errorLine(error));
	const verbose = ["debug", "trace"].includes(process.env.LOG_LEVEL ?? "");
	if (error instanceof OperatorError || !(error instanceof Error)) return;
	if (verbose) console.error(error.stack);
	else console.error("(LOG_LEVEL=debug shows where this comes from)");
}

/** Rejects when the signal is aborted, or so much later: to stop waiting for work that knows of no signals. */
export function aborted(signal: AbortSignal, milliseconds = 0): Promise<never> {
	return new Promise((_, failed) => {
		const stop = () => setTimeout(() => failed(new OperatorError(`stopped by ${signal.reason}`)), milliseconds).unref();
		if (signal.aborted) stop();
		else signal.addEventListener("abort", stop, { once: true });
	});
}
