/**
 * The shapes of the answers for programs. The description of the addresses is made from these; that they are the shapes
 * that the code answers with is proven at the end, by the compiler.
 */

import { z } from "zod";
import type { Day } from "#lib/day";
import { products } from "#lib/product";
import type { Distribution } from "#lib/series/distribution";
import type { Series } from "#lib/series/series";
import { statistics } from "#lib/statistics/index";
import { pages } from "#lib/statistics/pages";
import { amountsPerUnit, type Unit } from "#lib/statistics/statistic";
import type { ApiTextKey, PageSlug } from "#lib/text/index";

/** `about` describes a field to people: the key of a text. */
export const said = (about: ApiTextKey) => ({ about });

export const day = z.iso.date() as unknown as z.ZodType<Day>;
export const whole = z.int().min(0);
const units = Object.keys(amountsPerUnit) as Unit[];

export const slugSchema = z.enum(statistics.map(({ slug }) => slug)).meta({ id: "Slug", ...said("field.slug") });

const statisticShape = {
	slug: z.string().meta(said("field.slug")),
	title: z.string().meta(said("field.title")),
	unit: z.enum(units).meta(said("field.unit")),
	section: z.string().nullable().meta(said("field.section")),
};

const describedShape = {
	statistic: z.object(statisticShape).meta(said("field.statistic")),
	product: z.enum([...products, "all"]).meta(said("field.product")),
	windowDays: z.int().min(1).nullable().meta(said("field.windowDays")),
};

const baseSchema = z.object({ hosts: whole, total: z.number().min(0) }).meta(said("field.base"));

const countShape = {
	bucket: z.string().meta(said("field.bucket")),
	label: z.string().meta(said("field.label")),
	hosts: whole.meta(said("field.hosts")),
	total: z.number().min(0).meta(said("field.total")),
	percent: z.number().min(0).max(100).meta(said("field.percent")),
};

export const distributionSchema = z
	.object({
		...describedShape,
		date: day.meta(said("field.date")),
		base: baseSchema,
		rows: z
			.array(
				z.object({
					...countShape,
					merged: z.int().min(1).optional().meta(said("field.merged")),
				}),
			)
			.meta(said("field.rows")),
	})
	.meta({ id: "Distribution", ...said("field.distribution") });

const columns = {
	hosts: z.array(whole.nullable()).meta(said("field.daily")),
	total: z.array(z.number().min(0).nullable()).meta(said("field.dailyTotal")),
};

export const seriesSchema = z
	.object({
		...describedShape,
		from: day.meta(said("field.from")),
		to: day.meta(said("field.to")),
		days: z.array(day).meta(said("field.days")),
		base: z.object(columns).meta(said("field.dailyBase")),
		series: z
			.array(z.object({ bucket: countShape.bucket, label: countShape.label, ...columns }))
			.meta(said("field.series")),
	})
	.meta({ id: "Series", ...said("field.history") });

export const indexSchema = z
	.object({
		published: z.object({ from: day, to: day }).nullable().meta(said("field.published")),
		products: z.array(z.object({ product: z.enum(products), windowDays: z.int().min(1) })),
		statistics: z
			.array(
				z.object({
					...statisticShape,
					about: z.string().meta(said("field.about")),
					page: z.enum(pages.map(({ slug }) => slug)) as z.ZodType<PageSlug>,
					products: z.array(z.enum([...products, "all"])),
					hostsMin: z.int().min(1).meta(said("field.threshold")),
					links: z
						.object({
							page: z.string(),
							json: z.string(),
							csv: z.string(),
							seriesJson: z.string(),
							seriesCsv: z.string(),
						})
						.catchall(z.string())
						.meta(said("field.addresses")),
				}),
			)
			.meta(said("field.inOrder")),
	})
	.meta({ id: "Index", ...said("field.catalog") });
export type IndexOfData = z.infer<typeof indexSchema>;

export const factSchema = z
	.object({
		...describedShape,
		date: day.meta(said("field.factDate")),
		...countShape,
		base: baseSchema,
		value: z.string().meta(said("field.value")),
		sentence: z.string().meta(said("field.sentence")),
		simulated: z.boolean().meta(said("field.simulated")),
		page: z.string().meta(said("field.page")),
	})
	.meta({ id: "Fact", ...said("field.fact") });
export type Fact = z.infer<typeof factSchema>;

export const acceptanceSchema = z
	.object({
		status: z.enum(["accepted", "duplicate"]).meta(said("field.status")),
	})
	.meta({ id: "Acceptance", ...said("field.acceptance") });

export const problemSchema = z
	.looseObject({
		type: z.string(),
		title: z.string().meta(said("field.problemType")),
		status: z.int().min(400).max(599),
		detail: z.string().meta(said("field.detail")),
	})
	.meta({ id: "Problem", ...said("field.problem") });

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** The compiler refuses this where a schema and the type that is answered differ. */
export const areProven: [
	Same<z.infer<typeof distributionSchema>, Distribution>,
	Same<z.infer<typeof seriesSchema>, Series>,
] = [true, true];
