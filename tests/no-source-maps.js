/**
 * Loaded into every process of the tests (vitest.config.ts): to read the source maps of a server takes as much CPU as all
 * else that it does until it is ready. Stack traces name functions and files of the built site without them, too.
 */
process.setSourceMapsEnabled = () => {};
