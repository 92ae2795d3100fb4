/** How every thread of a pool begins. JavaScript, because a thread starts without a loader for TypeScript. */
import { workerData } from "node:worker_threads";
import { importBundle } from "./bundle.mjs";

await importBundle(workerData);
