/** The shapes of the answers to questions about hosts. */
import { z } from "zod";
import { products } from "#lib/product";
import type { Comparison } from "#lib/series/comparison";
import { day, describedBy, describedShape, type Same, statisticShape, whole } from "./answers";

const { statistic, product } = describedShape;
const percent = z.number().min(0).max(100);
const interval = z.tuple([z.number(), z.number()]);
/** `null`: few, or another count would tell that these are few. */
const hosts = whole.nullable();
const few = z.literal(true).optional().meta(describedBy("field.few"));

const side = z
	.object({ product, date: day, base: z.object({ hosts: whole, total: z.number().min(0) }) })
	.meta(describedBy("field.side"));
const sideRow = z
	.object({ hosts: whole, total: z.number().min(0), percent })
	.nullable()
	.meta(describedBy("field.sideRow"));

export const comparisonSchema = z
	.object({
		statistic,
		a: side,
		b: side,
		rows: z
			.array(
				z.object({
					bucket: z.string().meta(describedBy("field.bucket")),
					label: z.string().meta(describedBy("field.label")),
					a: sideRow,
					b: sideRow,
					points: z.number().nullable().meta(describedBy("field.points")),
					interval: interval.nullable().meta(describedBy("field.difference")),
					certain: z.boolean().meta(describedBy("field.certain")),
				}),
			)
			.meta(describedBy("field.byDifference")),
	})
	.meta({ id: "Comparison", ...describedBy("field.comparison") });
true satisfies Same<z.infer<typeof comparisonSchema>, Comparison>;

const flow = z.object({
	bucket: z.string().meta(describedBy("field.bucket")),
	label: z.string().meta(describedBy("field.label")),
	hosts,
	few,
});
const bucket = {
	bucket: z.string().nullable().meta(describedBy("field.ofBucket")),
	label: z.string().nullable().meta(describedBy("field.label")),
};

const change = z.object({
	bucket: z.string().meta(describedBy("field.bucket")),
	label: z.string().meta(describedBy("field.label")),
	start: whole.meta(describedBy("field.start")),
	end: whole.meta(describedBy("field.end")),
});

export const movesSchema = z
	.object({
		statistic,
		product,
		from: day.meta(describedBy("field.from")),
		to: day.meta(describedBy("field.to")),
		...bucket,
		start: hosts.meta(describedBy("field.start")),
		end: hosts.meta(describedBy("field.end")),
		stayed: hosts.meta(describedBy("field.stayed")),
		new: hosts.meta(describedBy("field.newHosts")),
		returned: hosts.meta(describedBy("field.returned")),
		switchedTo: hosts.meta(describedBy("field.switchedTo")),
		silent: hosts.meta(describedBy("field.silent")),
		switchedFrom: hosts.meta(describedBy("field.switchedFrom")),
		amount: z
			.object({ start: z.number(), grown: z.number(), shrunk: z.number(), end: z.number() })
			.nullable()
			.optional()
			.meta(describedBy("field.amountOfStayed")),
		flows: z.object({ to: z.array(flow), from: z.array(flow) }).meta(describedBy("field.flows")),
		returns: z
			.object({
				days: whole,
				from: day.meta(describedBy("field.from")),
				to: day.meta(describedBy("field.to")),
				silences: whole,
				returned: whole,
				percent,
				interval,
			})
			.nullable()
			.meta(describedBy("field.returns")),
		by: z
			.array(z.object({ statistic: z.object(statisticShape), rows: z.array(change) }))
			.meta(describedBy("field.changesBy")),
		few,
	})
	.meta({ id: "Moves", ...describedBy("field.moves") });
export type Moves = z.infer<typeof movesSchema>;

const hostShare = z
	.object({ hosts, base: whole, percent: percent.nullable(), interval: interval.nullable(), few })
	.meta(describedBy("field.hostsShare"));
export type HostShare = z.infer<typeof hostShare>;

export const retirementSchema = z
	.object({
		statistic,
		product,
		date: day.meta(describedBy("field.date")),
		bucket: z.string().meta(describedBy("field.bucket")),
		label: z.string().meta(describedBy("field.label")),
		products: z.partialRecord(z.enum(products), hostShare).meta(describedBy("field.byProductHosts")),
		only: hosts.meta(describedBy("field.only")),
		year: z
			.object({
				from: day.meta(describedBy("field.from")),
				stayed: hosts.meta(describedBy("field.stayed")),
				switched: hosts.meta(describedBy("field.switchedFrom")),
				silent: hosts.meta(describedBy("field.silent")),
				flows: z.array(flow).meta(describedBy("field.flows")),
				few,
			})
			.meta(describedBy("field.year")),
		few,
	})
	.meta({ id: "Retirement", ...describedBy("field.retirement") });
export type Retirement = z.infer<typeof retirementSchema>;

const labels = z.record(z.string(), z.string());

export const crossSchema = z
	.object({
		statistic,
		by: z.object(statisticShape).meta(describedBy("field.statistic")),
		product,
		date: day.meta(describedBy("field.date")),
		base: z.object({ hosts: whole }).meta(describedBy("field.crossBase")),
		labels: z.object({ a: labels, b: labels }).meta(describedBy("field.cellLabels")),
		rows: z
			.array(
				z.object({
					a: z.string().meta(describedBy("field.cellA")),
					b: z.string().meta(describedBy("field.cellB")),
					hosts: whole.meta(describedBy("field.hosts")),
				}),
			)
			.meta(describedBy("field.cells")),
	})
	.meta({ id: "Cross", ...describedBy("field.cross") });
export type Cross = z.infer<typeof crossSchema>;
