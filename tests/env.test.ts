import { describe, expect, test } from "vitest";
import { readEnv } from "#lib/env";
import { OperatorError } from "#lib/operator-error";

describe("readEnv", () => {
	test("defaults, and an empty variable is an absent one", () => {
		const defaults = readEnv({});
		expect(defaults).toMatchObject({
			PORT: 3000,
			HOST: "127.0.0.1",
			LOG_LEVEL: "info",
			REPORTS_BURST: 2000,
			NEW_HOSTS_PER_DAY: 300,
			FACTS_DAYS: 400,
		});
		expect(defaults.DATA_DIR).toBe(`${process.cwd()}/data`);
		expect([defaults.DATABASE_URL, defaults.PUBLIC_URL, defaults.GEOIP_DB]).toEqual([undefined, undefined, undefined]);
		expect(readEnv({ PORT: "", HOST: " ", DATABASE_URL: "", TRUSTED_PROXIES: "", LOG_LEVEL: "" })).toEqual(defaults);
	});

	test("values", () => {
		const env = readEnv({
			PORT: "0",
			DATABASE_URL: "postgres://me:secret@db.example/stats",
			DATA_DIR: "/srv/stats/",
			PUBLIC_URL: "https://stats.example.org/",
			TRUSTED_PROXIES: "10.0.0.0/8, 192.0.2.7 fd00::/8",
			REPORTS_BURST: "1",
		});
		expect(env).toMatchObject({ PORT: 0, DATA_DIR: "/srv/stats", PUBLIC_URL: "https://stats.example.org" });
		expect(env.TRUSTED_PROXIES.map(([network, bits]) => `${network}/${bits}`)).toEqual([
			"10.0.0.0/8",
			"192.0.2.7/32",
			"fd00::/8",
		]);
	});

	test.each([
		["PORT", "http", "PORT is not a whole number"],
		["PORT", "65536", "PORT must be from 0 to 65535"],
		["PORT", "-1", "PORT is not a whole number"],
		["DATABASE_URL", "mysql://db/stats", "DATABASE_URL must be like postgresql://user:password@host/database"],
		["DATABASE_URL", "stats", "DATABASE_URL must be like postgresql://user:password@host/database"],
		["PUBLIC_URL", "stats.example.org", "PUBLIC_URL must be like https://stats.example.org"],
		["PUBLIC_URL", "javascript:alert(1)", "PUBLIC_URL must be like https://stats.example.org"],
		["TRUSTED_PROXIES", "10.0.0.0/8,proxy", 'TRUSTED_PROXIES has "proxy", which is not like 10.0.0.0/8'],
		["TRUSTED_PROXIES", "10.0.0.0/33", 'TRUSTED_PROXIES has "10.0.0.0/33", which is not like 10.0.0.0/8'],
		[
			"TRUSTED_PROXIES",
			"10.0.0.0/8",
			"TRUSTED_PROXIES needs PUBLIC_URL: set it to the site's address as visitors see it",
		],
		["SECURITY_CONTACT", "me", "SECURITY_CONTACT must be like mailto:security@example.org"],
		["SECURITY_CONTACT", "http://example.org", "SECURITY_CONTACT must be like mailto:security@example.org"],
		["LOG_LEVEL", "loud", "LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent"],
		["FACTS_DAYS", "60", "FACTS_DAYS must be from 90 to 36500"],
		["REPORTS_BURST", "0", "REPORTS_BURST must be from 1 to 1000000000"],
	])("%s=%s is one line", (name, value, line) => {
		expect(() => readEnv({ [name]: value })).toThrow(new OperatorError(line));
	});
});
