/** The day on which the tests take place (vitest.config.ts), also for what vitest itself runs, whose clock is not set. */
import { type Day, plusDays } from "#lib/day";

export const today = process.env.TEST_DAY as Day;
/** The last day that is over, so the last one that a server publishes. */
export const yesterday = plusDays(today, -1);
