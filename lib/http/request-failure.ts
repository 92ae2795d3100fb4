/**
 * The error because of which a request could not be answered. Next answers an error in a page with an empty document and
 * status 500, or, to the browser's router, with status 200; the error itself it gives to `instrumentation.ts` alone.
 */
import { AsyncLocalStorage } from "node:async_hooks";

export interface Failing {
	error?: unknown;
	onError?(): void;
}

// The server and Next's bundle load this module separately.
const shared = globalThis as { openvzStatisticsFailing?: AsyncLocalStorage<Failing> };

function storage(): AsyncLocalStorage<Failing> {
	shared.openvzStatisticsFailing ??= new AsyncLocalStorage();
	return shared.openvzStatisticsFailing;
}

/** Runs `answer`; what fails in it is in `failing` afterwards. */
export function notingFailure<T>(failing: Failing, answer: () => T): T {
	return storage().run(failing, answer);
}

/** The first error counts: others follow from it. */
export function noteFailure(error: unknown): void {
	const failing = storage().getStore();
	if (!failing || failing.error !== undefined) return;
	failing.error = error;
	failing.onError?.();
}

/** Next may tell of the error a moment after its answer has ended. */
const lateMillisecondsMax = 1000;

/** The error of an answer that shows that there was one. */
export async function failureOf(failing: Failing): Promise<unknown> {
	if (failing.error === undefined)
		await new Promise<void>((done) => {
			failing.onError = done;
			setTimeout(done, lateMillisecondsMax).unref();
		});
	return failing.error ?? new Error("Next answered with an error and did not say which");
}
