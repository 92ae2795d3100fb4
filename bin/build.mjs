/**
 * The second half of `npm run build`: bundles what a server and the operator's tool run, so that they start at once from a
 * folder that they can only read. Others are bundled when they are first run.
 */
import { bundleOf } from "../lib/bundle.mjs";

const programs = [
	...["bin/serve.ts", "bin/stats.ts", "lib/receipt/reading-thread.ts", "lib/crashes/reading-thread.ts"],
	...["lib/import/reader-thread.ts", "lib/fleet/writer-thread.ts", "lib/store/embedded/leave-behind.ts"],
];

for (const program of programs) if (!(await bundleOf(program))) process.exit(1);
