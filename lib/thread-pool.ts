/**
 * Threads for what computes long, or may never end. Each does one job at a time, within a time limit: a thread that
 * exceeds it is stopped, and another one takes its place.
 */
import { join } from "node:path";
import { parentPort, Worker } from "node:worker_threads";

export interface ThreadPoolOptions {
	/** The module that calls `answerJobs`, as a path in the project's folder: the built site lies elsewhere than its sources. */
	module: string;
	threadsMax: number;
	/** For one job, from the moment a thread begins it. */
	jobMsMax: number;
	/** For one job, until a thread begins it; without a limit it waits for its turn. */
	waitMsMax?: number;
	memoryMibMax: number;
}

/** The job cost its thread: it took too long, or too much memory. */
export class ThreadLost extends Error {
	override readonly name = "ThreadLost";
}

interface Task {
	job: unknown;
	resolve(answer: unknown): void;
	reject(reason: unknown): void;
	late?: NodeJS.Timeout;
}

type Message = { ready: true } | { answer: unknown } | { thrown: unknown };

export class ThreadPool<Job, Answer> {
	readonly #options: ThreadPoolOptions;
	readonly #threads = new Set<Thread>();
	readonly #waiting: Task[] = [];
	#isClosed = false;

	/** Starts no thread yet: the first jobs do. */
	constructor(options: ThreadPoolOptions) {
		this.#options = options;
	}

	/**
	 * Jobs are begun in the order of the calls. Throws what the job threw, `ThreadLost`, why no thread can be started, or that
	 * none was free in time.
	 */
	run(job: Job): Promise<Answer> {
		if (this.#isClosed) return Promise.reject(stopped());
		const { waitMsMax } = this.#options;
		return new Promise<Answer>((resolve, reject) => {
			const task: Task = { job, resolve: resolve as Task["resolve"], reject };
			if (waitMsMax !== undefined) task.late = setTimeout(() => this.#giveUp(task), waitMsMax);
			this.#waiting.push(task);
			this.#begin();
		});
	}

	#giveUp(task: Task): void {
		this.#waiting.splice(this.#waiting.indexOf(task), 1);
		task.reject(new Error(`no thread was free within ${(this.#options.waitMsMax ?? 0) / 1000} s`));
	}

	/** Stops all threads. Jobs that are not done fail. */
	async close(): Promise<void> {
		this.#isClosed = true;
		for (const { reject, late } of this.#waiting.splice(0)) {
			clearTimeout(late);
			reject(stopped());
		}
		await Promise.all([...this.#threads].map((thread) => thread.stop(stopped())));
	}

	#begin(): void {
		while (this.#waiting.length > 0) {
			const thread = [...this.#threads].find((one) => one.isFree) ?? this.#started();
			const task = thread && this.#waiting.shift();
			if (!task) return;
			clearTimeout(task.late);
			thread.begin(task);
		}
	}

	#started(): Thread | null {
		if (this.#threads.size >= this.#options.threadsMax) return null;
		const thread = new Thread(this.#options, () => {
			if (thread.isGone) this.#threads.delete(thread);
			this.#begin();
		});
		this.#threads.add(thread);
		return thread;
	}
}

const stopped = () => new Error("the threads are stopped");

class Thread {
	isGone = false;
	#isReady = false;
	#task: Task | null = null;
	#timer: NodeJS.Timeout | undefined;
	readonly #worker: Worker;
	readonly #jobMsMax: number;

	/** `onChange` is called when the thread is free again, and when it is gone. */
	constructor({ module, jobMsMax, memoryMibMax }: ThreadPoolOptions, onChange: () => void) {
		this.#jobMsMax = jobMsMax;
		this.#worker = new Worker(join(process.cwd(), "lib/thread.mjs"), {
			workerData: module,
			execArgv: [],
			resourceLimits: { maxOldGenerationSizeMb: memoryMibMax },
		});
		this.#worker.on("message", (message: Message) => {
			if ("ready" in message) {
				this.#isReady = true;
				this.#limitTime();
				return;
			}
			if ("answer" in message) this.#end()?.resolve(message.answer);
			else this.#end()?.reject(message.thrown);
			onChange();
		});
		this.#worker.on("error", (error: Error) => {
			this.isGone = true;
			// Before the thread is ready it is not the job that fails, but whatever it is given.
			this.#end()?.reject(this.#isReady ? new ThreadLost(error.message, { cause: error }) : error);
		});
		this.#worker.on("exit", (code) => {
			this.isGone = true;
			this.#end()?.reject(new ThreadLost(`its thread ended with code ${code}`));
			onChange();
		});
	}

	get isFree(): boolean {
		return this.#task === null && !this.isGone;
	}

	begin(task: Task): void {
		this.#task = task;
		this.#worker.ref();
		this.#worker.postMessage(task.job);
		if (this.#isReady) this.#limitTime();
	}

	async stop(reason: Error): Promise<void> {
		this.isGone = true;
		this.#end()?.reject(reason);
		await this.#worker.terminate();
	}

	#limitTime(): void {
		const task = this.#task;
		if (!task) return;
		this.#timer = setTimeout(() => {
			// Where this process was busy itself, the answer may have come meanwhile: it is looked at first.
			setImmediate(() => {
				if (this.#task === task) void this.stop(new ThreadLost(`it took longer than ${this.#jobMsMax / 1000} s`));
			});
		}, this.#jobMsMax);
	}

	/** The task that was under way. A thread without one does not keep the process alive. */
	#end(): Task | null {
		clearTimeout(this.#timer);
		this.#worker.unref();
		const task = this.#task;
		this.#task = null;
		return task;
	}
}

/** In a thread: answers each job of its pool. What `answer` throws, `run` throws. */
export function answerJobs<Job, Answer>(answer: (job: Job) => Answer | Promise<Answer>): void {
	parentPort?.on("message", async (job: Job) => {
		try {
			parentPort?.postMessage({ answer: await answer(job) });
		} catch (thrown) {
			parentPort?.postMessage({ thrown });
		}
	});
	parentPort?.postMessage({ ready: true });
}
