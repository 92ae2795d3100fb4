/**
 * Loaded into every process of the tests before anything else (vitest.config.ts): sets the clock to the day of the tests.
 * A day that ends in the middle of a run, or a date on which a simulated fleet happens to lack something, would fail a
 * test by chance.
 */
const RealDate = Date;
const ahead = Number(process.env.TEST_CLOCK_AHEAD ?? 0);
const now = () => RealDate.now() + ahead;

globalThis.Date = new Proxy(RealDate, {
	construct: (target, given, made) => Reflect.construct(target, given.length > 0 ? given : [now()], made),
	apply: () => new RealDate(now()).toString(),
	get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});
RealDate.prototype.constructor = globalThis.Date;
// Next measures the age of cached entries with this one.
Object.defineProperty(performance, "timeOrigin", { value: performance.timeOrigin + ahead });
