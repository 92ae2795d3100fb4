/** How every thread of a pool begins. JavaScript, because a thread starts without the loader of TypeScript. */
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData);
