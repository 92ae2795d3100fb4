/** `node bin/start.mjs bin/serve.ts …` runs a program of this project, bundled, with its arguments. */
import { importBundle } from "../lib/bundle.mjs";

const [, , program] = process.argv;
process.argv.splice(1, 1);
await importBundle(program);
