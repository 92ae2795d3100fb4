/**
 * Loaded into every process of the tests (vitest.config.ts): a worker ends when Vitest is gone, and what a test started
 * ends when its worker is gone, even if that was killed.
 */
import { isMainThread } from "node:worker_threads";

const starter = Number(process.env.TEST_PROCESS ?? 0);
if (starter && isMainThread) {
	const timer = setInterval(() => {
		if (exists(starter)) return;
		clearInterval(timer);
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
