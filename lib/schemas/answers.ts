/**
 * The shapes of the answers for programs. The description of the addresses is made from them; at the end, the compiler
 * checks that the code answers in these shapes.
 */

import { z } from "zod";
import type { Day } from "#lib/day";
import { dueReasons } from "#lib/day-log";
import { products } from "#lib/product";
import type { Distribution } from "#lib/series/distribution";
import type { Series } from "#lib/series/series";
import { statistics } from "#lib/statistics/index";
import { pages } from "#lib/statistics/pages";
import { amountsPerUnit, type Unit } from "#lib/statistics/statistic";
import type { PageSlug } from "#lib/text/index";
import type { ApiTextKey } from "#lib/text/server";

/** `about` describes a field to people: the key of a text. */
export const describedBy = (about: ApiTextKey) => ({ about });

export const day = z.iso.date() as unknown as z.ZodType<Day>;
export const whole = z.int().min(0);
const units = Object.keys(amountsPerUnit) as Unit[];

export const slugSchema = z.enum(statistics.map(({ slug }) => slug)).meta({ id: "Slug", ...describedBy("field.slug") });

export const statisticShape = {
	slug: z.string().meta(describedBy("field.slug")),
	title: z.string().meta(describedBy("field.title")),
	unit: z.enum(units).meta(describedBy("field.unit")),
	section: z.string().nullable().meta(describedBy("field.section")),
};

export const describedShape = {
	statistic: z.object(statisticShape).meta(describedBy("field.statistic")),
	product: z.enum([...products, "all"]).meta(describedBy("field.product")),
	windowDays: z.int().min(1).nullable().meta(describedBy("field.windowDays")),
};

const baseSchema = z.object({ hosts: whole, total: z.number().min(0) }).meta(describedBy("field.base"));

const countShape = {
	bucket: z.string().meta(describedBy("field.bucket")),
	label: z.string().meta(describedBy("field.label")),
	hosts: whole.meta(describedBy("field.hosts")),
	total: z.number().min(0).meta(describedBy("field.total")),
	percent: z.number().min(0).max(100).meta(describedBy("field.percent")),
};

const restatementShape = {
	at: z.iso.datetime().meta(describedBy("field.publishedAt")),
	reasons: z.array(z.enum(dueReasons)).meta(describedBy("field.reasons")),
};

export const distributionSchema = z
	.object({
		...describedShape,
		date: day.meta(describedBy("field.date")),
		base: baseSchema,
		rows: z
			.array(
				z.object({
					...countShape,
					merged: z.int().min(1).optional().meta(describedBy("field.merged")),
					interval: z.tuple([z.number(), z.number()]).nullable().optional().meta(describedBy("field.shareInterval")),
				}),
			)
			.meta(describedBy("field.rows")),
		restated: z.array(z.object(restatementShape)).optional().meta(describedBy("field.restated")),
	})
	.meta({ id: "Distribution", ...describedBy("field.distribution") });

const columns = {
	hosts: z.array(whole.nullable()).meta(describedBy("field.daily")),
	total: z.array(z.number().min(0).nullable()).meta(describedBy("field.dailyTotal")),
};

export const seriesSchema = z
	.object({
		...describedShape,
		from: day.meta(describedBy("field.from")),
		to: day.meta(describedBy("field.to")),
		days: z.array(day).meta(describedBy("field.days")),
		base: z.object(columns).meta(describedBy("field.dailyBase")),
		series: z
			.array(z.object({ bucket: countShape.bucket, label: countShape.label, ...columns }))
			.meta(describedBy("field.series")),
		restated: z
			.array(
				z.object({
					from: day.meta(describedBy("field.from")),
					to: day.meta(describedBy("field.to")),
					...restatementShape,
				}),
			)
			.optional()
			.meta(describedBy("field.restatedDays")),
	})
	.meta({ id: "Series", ...describedBy("field.history") });

export const indexSchema = z
	.object({
		published: z.object({ from: day, to: day }).nullable().meta(describedBy("field.published")),
		products: z.array(z.object({ product: z.enum(products), windowDays: z.int().min(1) })),
		statistics: z
			.array(
				z.object({
					...statisticShape,
					about: z.string().meta(describedBy("field.about")),
					page: z.enum(pages.map(({ slug }) => slug)) as z.ZodType<PageSlug>,
					products: z.array(z.enum([...products, "all"])).meta(describedBy("field.sentBy")),
					observed: z.object({ from: day, to: day }).optional().meta(describedBy("field.observed")),
					hostsMin: z.int().min(1).meta(describedBy("field.threshold")),
					links: z
						.object({
							page: z.string(),
							json: z.string(),
							csv: z.string(),
							seriesJson: z.string(),
							seriesCsv: z.string(),
						})
						.catchall(z.string())
						.meta(describedBy("field.addresses")),
				}),
			)
			.meta(describedBy("field.inOrder")),
	})
	.meta({ id: "Index", ...describedBy("field.catalog") });
export type IndexOfData = z.infer<typeof indexSchema>;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const daysSchema = z
	.object({
		head: hash.nullable().meta(describedBy("field.logHead")),
		methods: z
			.record(
				hash,
				z.object({
					code: z.string().meta(describedBy("field.code")),
					windowDays: z.record(z.string(), z.int().min(1)).meta(describedBy("field.methodWindows")),
					statistics: z.record(z.string(), z.int().min(1)).meta(describedBy("field.methodStatistics")),
				}),
			)
			.meta(describedBy("field.methods")),
		records: z.array(
			z.object({
				day: day.meta(describedBy("field.logDay")),
				at: restatementShape.at,
				reasons: restatementShape.reasons.meta(describedBy("field.logReasons")),
				reports: whole.meta(describedBy("field.logReports")),
				method: hash.meta(describedBy("field.logMethod")),
				digest: z.union([hash, z.literal("")]).meta(describedBy("field.logDigest")),
				hash: hash.meta(describedBy("field.logHash")),
			}),
		),
	})
	.meta({ id: "Days", ...describedBy("field.log") });
export type DaysLog = z.infer<typeof daysSchema>;

export const factSchema = z
	.object({
		...describedShape,
		date: day.meta(describedBy("field.factDate")),
		...countShape,
		base: baseSchema,
		value: z.string().meta(describedBy("field.value")),
		sentence: z.string().meta(describedBy("field.sentence")),
		simulated: z.boolean().meta(describedBy("field.simulated")),
		page: z.string().meta(describedBy("field.page")),
	})
	.meta({ id: "Fact", ...describedBy("field.fact") });
export type Fact = z.infer<typeof factSchema>;

export const acceptanceSchema = z
	.object({
		status: z.enum(["accepted", "duplicate"]).meta(describedBy("field.status")),
	})
	.meta({ id: "Acceptance", ...describedBy("field.acceptance") });

const linkSchema = z.object({
	reporter: z.string().meta(describedBy("field.reporter")),
	type: z.literal("url").meta(describedBy("field.linkType")),
	value: z.string().meta(describedBy("field.link")),
});

export const crashAcceptanceSchema = z
	.object({
		result: z.boolean().meta(describedBy("field.isKnown")),
		bthash: z.string().meta(describedBy("field.bthash")),
		message: z.string().optional().meta(describedBy("field.crashMessage")),
		solutions: z
			.array(
				z.object({
					cause: z.string().meta(describedBy("field.cause")),
					note: z.string().meta(describedBy("field.solution")),
					url: z.string().meta(describedBy("field.link")),
				}),
			)
			.optional()
			.meta(describedBy("field.solutions")),
		reported_to: z.array(linkSchema).meta(describedBy("field.reportedTo")),
	})
	.meta({ id: "CrashAcceptance", ...describedBy("field.crashAcceptance") });
export type CrashAcceptance = z.infer<typeof crashAcceptanceSchema>;

export const problemSchema = z
	.looseObject({
		type: z.string(),
		title: z.string().meta(describedBy("field.problemType")),
		status: z.int().min(400).max(599),
		detail: z.string().meta(describedBy("field.detail")),
	})
	.meta({ id: "Problem", ...describedBy("field.problem") });

export type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** The compiler refuses this if a schema and the type that is answered differ. */
[true, true] satisfies [
	Same<z.infer<typeof distributionSchema>, Distribution>,
	Same<z.infer<typeof seriesSchema>, Series>,
];
