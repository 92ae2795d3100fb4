import { afterEach, expect, test } from "vitest";
import { ThreadLost, ThreadPool, type ThreadPoolOptions } from "#lib/thread-pool";

const opened: ThreadPool<string, string>[] = [];
afterEach(async () => {
	for (const pool of opened.splice(0)) await pool.close();
});

function pool(options: Partial<ThreadPoolOptions> = {}): ThreadPool<string, string> {
	const one = new ThreadPool<string, string>({
		module: "tests/pool-thread.ts",
		threadsMax: 1,
		jobMsMax: 3_600_000,
		memoryMibMax: 64,
		...options,
	});
	opened.push(one);
	return one;
}

test("every job gets its own answer, however many wait", async () => {
	const jobs = Array.from({ length: 50 }, (_, n) => String(n));
	const two = pool({ threadsMax: 2 });
	expect(await Promise.all(jobs.map((job) => two.run(job)))).toEqual(jobs.map((job) => `did ${job}`));
});

test("what a job throws is thrown, and its thread goes on", async () => {
	const one = pool();
	const [failed, next] = await Promise.allSettled([one.run("throw"), one.run("next")]);
	expect(failed).toMatchObject({ status: "rejected", reason: { name: "RangeError", message: "thrown by the job" } });
	expect(next).toEqual({ status: "fulfilled", value: "did next" });
});

test.each([
	["computes for ever", "never", "it took longer than 0.5 s"],
	["waits for ever", "never, idly", "it took longer than 0.5 s"],
])("a job that %s loses its thread, and the next one gets another", async (_, job, message) => {
	const one = pool({ jobMsMax: 500 });
	const lost = one.run(job);
	const next = one.run("next");
	await expect(lost).rejects.toThrow(ThreadLost);
	await expect(lost).rejects.toThrow(message);
	expect(await next.catch(() => one.run("next"))).toBe("did next");
});

test.each([
	["ends its thread", "exit", "ended with code 3"],
	["fills the memory", "fill", "memory limit"],
])("a job that %s fails alone", async (_, job, message) => {
	const one = pool();
	const lost = one.run(job);
	const next = one.run("next");
	await expect(lost).rejects.toThrow(ThreadLost);
	await expect(lost).rejects.toThrow(message);
	expect(await next).toBe("did next");
});

test("a job that gets no thread in time fails, and the one that is under way goes on", async () => {
	const one = pool({ waitMsMax: 300 });
	expect(await one.run("first")).toBe("did first");
	const busy = Promise.allSettled([one.run("never, idly")]);
	await expect(one.run("next")).rejects.toThrow("no thread was free within 0.3 s");
	await one.close();
	expect((await busy)[0]).toMatchObject({ status: "rejected", reason: { message: "the threads are stopped" } });
});

test("a thread that cannot start is no lost job", async () => {
	const failed = await pool({ module: "tests/not-there.ts" })
		.run("next")
		.catch((error: unknown) => error);
	expect(failed).not.toBeInstanceOf(ThreadLost);
	expect(String(failed)).toMatch(/not-there/);
});

test("a closed pool fails what is under way, what waits and what comes", async () => {
	const one = pool();
	const jobs = [one.run("never"), one.run("next")];
	const settled = Promise.allSettled(jobs);
	await one.close();
	const late = await Promise.allSettled([one.run("late")]);
	for (const result of [...(await settled), ...late]) {
		expect(result).toMatchObject({ status: "rejected", reason: { message: "the threads are stopped" } });
	}
});
