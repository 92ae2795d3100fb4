/** Loaded into every process of the tests before anything else (vitest.config.ts). */
import { isMainThread } from "node:worker_threads";

// It sets the clock: a day that ends in the middle of a run, or a date on which a simulated fleet happens to lack something,
// would fail a test by chance.
const RealDate = Date;
const ahead = Number(process.env.TEST_CLOCK_AHEAD ?? 0);
const now = () => RealDate.now() + ahead;

globalThis.Date = new Proxy(RealDate, {
	construct: (target, given, made) => Reflect.construct(target, given.length > 0 ? given : [now()], made),
	apply: () => new RealDate(now()).toString(),
	get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});
RealDate.prototype.constructor = globalThis.Date;
// Next tells the age of what it keeps by this one.
Object.defineProperty(performance, "timeOrigin", { value: performance.timeOrigin + ahead });

// And what a test started ends when the test is gone, also when that was killed.
const test = Number(process.env.TEST_PROCESS ?? 0);
if (test && isMainThread) {
	const looking = setInterval(() => {
		if (exists(test)) return;
		clearInterval(looking);
		process.kill(process.pid, "SIGTERM");
	}, 500).unref();
}

function exists(pid) {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return error.code !== "ESRCH";
	}
}
