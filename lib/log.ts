/** The program's log. Senders' addresses are never written to it: what identifies a request is its method and path. */
import { pino } from "pino";
import { env } from "./env";

export const log = pino({
	level: env().LOG_LEVEL,
	base: null,
	timestamp: pino.stdTimeFunctions.isoTime,
	redact: {
		paths: ["headers", "*.headers", "remoteAddress", "*.remoteAddress", "ip", "*.ip", "address", "*.address"],
		remove: true,
	},
});
