/** A thread of tests/thread-pool.test.ts: does what each job says. */
import { answerJobs } from "#lib/thread-pool";

answerJobs<string, string>(async (job) => {
	if (job === "never") for (;;);
	if (job === "never, idly") await new Promise(() => {});
	if (job === "throw") throw new RangeError("thrown by the job");
	if (job === "exit") process.exit(3);
	if (job === "fill") for (const all: string[][] = []; ; ) all.push(Array<string>(100_000).fill(job));
	return `did ${job}`;
});
