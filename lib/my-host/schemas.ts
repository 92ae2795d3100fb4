/** The shapes of what programs are told of one host. */
import { z } from "zod";
import { sectionNames } from "#lib/facts/sections";
import { products } from "#lib/product";
import { day, said, whole } from "#lib/schemas/answers";
import type { ApiTextKey } from "#lib/text/index";

const moment = z.iso.datetime();
const section = z.enum(sectionNames).meta(said("field.reportSection"));
const since = day.meta(said("field.since"));
const until = (about: ApiTextKey) => day.meta(said(about));
const digest = z.string().meta(said("field.digest"));

const keptHostSchema = z.object({
	product: z.enum(products).meta(said("field.reportingProduct")),
	id: z.string().meta(said("field.hostId")),
	firstDay: day.meta(said("field.firstDay")),
	lastReport: moment.meta(said("field.lastReport")),
	windowDays: z.int().min(1).meta(said("field.hostWindow")),
	isActive: z.boolean().meta(said("field.isActive")),
	reports: z
		.array(z.object({ at: moment, seq: whole, day, digest, sections: z.array(section) }))
		.meta(said("field.reports")),
	known: z
		.array(
			z.object({
				section,
				since,
				until: until("field.knownUntil"),
			}),
		)
		.meta(said("field.known")),
	facts: z.array(z.object({ section, since, facts: z.record(z.string(), z.unknown()) })).meta(said("field.facts")),
	counted: z
		.array(
			z.object({
				statistic: z.string(),
				bucket: z.string().meta(said("field.countedBucket")),
				label: z.string().nullable().meta(said("field.storedLabel")),
				since,
				until: until("field.countedUntil").nullable(),
				amount: whole.meta(said("field.amount")),
			}),
		)
		.meta(said("field.counted")),
	unmatched: z
		.array(
			z.object({
				rule: z.string(),
				digest,
				day,
				text: z.string().nullable().meta(said("field.unmatchedText")),
			}),
		)
		.meta(said("field.unmatched")),
});

export const keptHostsSchema = z
	.object({
		at: moment.meta(said("field.asOf")),
		hosts: z.array(keptHostSchema).meta(said("field.byProduct")),
	})
	.meta({ id: "KeptHosts", ...said("field.keptHost") });
export type KeptHosts = z.infer<typeof keptHostsSchema>;

export const deletedHostSchema = z
	.object({
		status: z.enum(["deleted", "nothing-kept"]).meta(said("field.deleted")),
		reports: whole.meta(said("field.deletedReports")),
	})
	.meta({
		id: "DeletedHost",
		...said("field.deletion"),
	});
export type DeletedHost = z.infer<typeof deletedHostSchema>;
