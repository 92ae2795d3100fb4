/** The shapes of the answers about one host. */
import { z } from "zod";
import { sectionNames } from "#lib/facts/sections";
import { products } from "#lib/product";
import { day, describedBy, whole } from "#lib/schemas/answers";
import type { ApiTextKey } from "#lib/text/server";

const moment = z.iso.datetime();
const section = z.enum(sectionNames).meta(describedBy("field.reportSection"));
const since = day.meta(describedBy("field.since"));
const until = (about: ApiTextKey) => day.meta(describedBy(about));
const digest = z.string().meta(describedBy("field.digest"));

const keptHostSchema = z.object({
	product: z.enum(products).meta(describedBy("field.reportingProduct")),
	id: z.string().meta(describedBy("field.hostId")),
	network: z.string().nullable().meta(describedBy("field.network")),
	firstDay: day.meta(describedBy("field.firstDay")),
	lastReport: moment.meta(describedBy("field.lastReport")),
	windowDays: z.int().min(1).meta(describedBy("field.hostWindow")),
	isActive: z.boolean().meta(describedBy("field.isActive")),
	isCounted: z.boolean().meta(describedBy("field.isCounted")),
	reports: z
		.array(z.object({ at: moment, seq: whole, day, digest, sections: z.array(section) }))
		.meta(describedBy("field.reports")),
	known: z
		.array(
			z.object({
				section,
				since,
				until: until("field.knownUntil"),
			}),
		)
		.meta(describedBy("field.known")),
	facts: z
		.array(z.object({ section, since, facts: z.record(z.string(), z.unknown()) }))
		.meta(describedBy("field.facts")),
	counted: z
		.array(
			z.object({
				statistic: z.string(),
				bucket: z.string().meta(describedBy("field.countedBucket")),
				label: z.string().nullable().meta(describedBy("field.storedLabel")),
				since,
				until: until("field.countedUntil").nullable(),
				amount: whole.meta(describedBy("field.amount")),
			}),
		)
		.meta(describedBy("field.counted")),
	unmatched: z
		.array(
			z.object({
				rule: z.string(),
				digest,
				day,
				text: z.string().nullable().meta(describedBy("field.unmatchedText")),
			}),
		)
		.meta(describedBy("field.unmatched")),
});

export const keptHostsSchema = z
	.object({
		at: moment.meta(describedBy("field.asOf")),
		hosts: z.array(keptHostSchema).meta(describedBy("field.byProduct")),
	})
	.meta({ id: "KeptHosts", ...describedBy("field.keptHost") });
export type KeptHosts = z.infer<typeof keptHostsSchema>;

export const deletedHostSchema = z
	.object({
		status: z.enum(["deleted", "nothing-kept"]).meta(describedBy("field.deleted")),
		reports: whole.meta(describedBy("field.deletedReports")),
	})
	.meta({
		id: "DeletedHost",
		...describedBy("field.deletion"),
	});
export type DeletedHost = z.infer<typeof deletedHostSchema>;
