/** Reads the environment: every variable the program knows, with its default, in one schema. */
import { resolve } from "node:path";
import ipaddr from "ipaddr.js";
import { z } from "zod";
import { OperatorError } from "./operator-error";

const wholeNumber = (least: number, most: number) =>
	z
		.string()
		.regex(/^\d+$/, "is not a whole number")
		.transform(Number)
		.refine((n) => n >= least && n <= most, `must be from ${least} to ${most}`);

const url = (protocols: readonly string[], example: string) =>
	z
		.string()
		.refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), `must be like ${example}`);

const networks = z.string().transform((text, context) =>
	text
		.split(/[\s,]+/)
		.filter(Boolean)
		.map((part) => {
			try {
				const address = ipaddr.parse(part.split("/")[0] ?? "");
				return ipaddr.parseCIDR(part.includes("/") ? part : `${part}/${address.kind() === "ipv4" ? 32 : 128}`);
			} catch {
				context.addIssue({ code: "custom", message: `has ${JSON.stringify(part)}, which is not like 10.0.0.0/8` });
				return z.NEVER;
			}
		}),
);

const variables = z.object({
	/** 0 takes a free port. */
	PORT: wholeNumber(0, 65535).default(3000),
	HOST: z.string().default("127.0.0.1"),
	/** Unset: an embedded PostgreSQL under DATA_DIR. */
	DATABASE_URL: url(["postgres:", "postgresql:"], "postgresql://user:password@host/database").optional(),
	DATA_DIR: z
		.string()
		.default("./data")
		.transform((path) => resolve(path)),
	/** The site's own address as visitors see it, without a slash at the end. */
	PUBLIC_URL: url(["http:", "https:"], "https://stats.example.org")
		.transform((text) => text.replace(/\/+$/, ""))
		.optional(),
	/** Networks from which `X-Forwarded-For` is believed. With any, PUBLIC_URL must be set. */
	TRUSTED_PROXIES: networks.default([]),
	GEOIP_DB: z
		.string()
		.transform((path) => resolve(path))
		.optional(),
	LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
	/** Reports that one network may send at once. */
	REPORTS_BURST: wholeNumber(1, 1_000_000_000).default(2000),
	/** New hosts that one network may add a day. */
	NEW_HOSTS_PER_DAY: wholeNumber(1, 1_000_000_000).default(300),
	/** Whom to tell of a security problem, for /.well-known/security.txt. */
	SECURITY_CONTACT: url(["mailto:", "https:", "tel:"], "mailto:security@example.org").optional(),
	/** How long facts are kept: longer than the longest window. */
	FACTS_DAYS: wholeNumber(90, 36_500).default(400),
});

/** Proxies pass on whatever host a client names: answers that everybody shares must not repeat it. */
const schema = variables.refine(({ TRUSTED_PROXIES, PUBLIC_URL }) => TRUSTED_PROXIES.length === 0 || PUBLIC_URL, {
	path: ["TRUSTED_PROXIES"],
	message: "needs PUBLIC_URL: set it to the site's address as visitors see it",
});

export type Env = z.infer<typeof schema>;

/** The environment, typed. An empty variable is an absent one. Throws an `OperatorError` that names the wrong one. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
	const given = Object.keys(variables.shape).map((name) => [name, source[name]?.trim() || undefined]);
	const result = schema.safeParse(Object.fromEntries(given));
	if (result.success) return result.data;
	const issue = result.error.issues[0];
	const name = String(issue?.path[0]);
	const reason =
		issue?.code === "invalid_value" ? `must be one of ${issue.values.join(", ")}` : (issue?.message ?? "is wrong");
	throw new OperatorError(`${name} ${reason}`);
}

let known: Env | undefined;

/** The environment of this process, read once. */
export function env(): Env {
	known ??= readEnv();
	return known;
}
