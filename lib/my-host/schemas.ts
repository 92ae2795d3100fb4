/** The shapes of what programs are told of one host. */
import { z } from "zod";
import { sectionNames } from "#lib/facts/sections";
import { products } from "#lib/product";
import { day, said, whole } from "#lib/schemas/answers";

const moment = z.iso.datetime();
const section = z.enum(sectionNames).meta(said("The section of a report.", "Раздел отчёта."));
const since = day.meta(said("The first day of which it is true.", "Первый день, когда это верно."));
const until = (en: string, ru: string) => day.meta(said(en, ru));
const digest = z.string().meta(said("SHA-256 in hexadecimal digits.", "SHA-256 шестнадцатеричными цифрами."));

const keptHostSchema = z.object({
	product: z.enum(products).meta(said("The product that reports.", "Продукт, который присылает отчёты.")),
	id: z
		.string()
		.meta(said("The hash of its UUID by which it is known here.", "Хеш UUID, под которым сервер здесь известен.")),
	firstDay: day.meta(said("Day of the first report.", "День первого отчёта.")),
	lastReport: moment.meta(said("Receipt of the last report.", "Время получения последнего отчёта.")),
	windowDays: z.int().min(1).meta(said("Days for which a report counts.", "Сколько дней учитывается отчёт.")),
	isActive: z.boolean().meta(said("Whether it counts as active now.", "Считается ли сервер сейчас активным.")),
	reports: z
		.array(z.object({ at: moment, seq: whole, day, digest, sections: z.array(section) }))
		.meta(said("Every report: when, which bytes, which sections.", "Каждый отчёт: когда, какие байты, какие разделы.")),
	known: z
		.array(
			z.object({
				section,
				since,
				until: until("The first day on which it is known no longer.", "Первый день, когда раздел уже не известен."),
			}),
		)
		.meta(said("The days on which each section is known.", "В какие дни известен каждый раздел.")),
	facts: z
		.array(z.object({ section, since, facts: z.record(z.string(), z.unknown()) }))
		.meta(
			said("What each section said, until its next entry.", "Что сообщал каждый раздел — до следующей его записи."),
		),
	counted: z
		.array(
			z.object({
				statistic: z.string(),
				bucket: z.string().meta(said("Empty: the base.", "Пусто: основание.")),
				label: z.string().nullable().meta(said("The stored name of the bucket.", "Сохранённое название категории.")),
				since,
				until: until("The first day of which it is true no longer.", "Первый день, когда это уже не верно.").nullable(),
				amount: whole.meta(said("Memory is in MiB, storage in GB.", "Память — в МиБ, место на дисках — в ГБ.")),
			}),
		)
		.meta(
			said(
				"In which values it counts while the section is known.",
				"В каких значениях сервер учитывается, пока раздел известен.",
			),
		),
	unmatched: z
		.array(
			z.object({
				rule: z.string(),
				digest,
				day,
				text: z
					.string()
					.nullable()
					.meta(said("null while few hosts say the same.", "null, пока так говорят немногие серверы.")),
			}),
		)
		.meta(said("What no rule knows.", "Чего не знает ни одно правило.")),
});

export const keptHostsSchema = z
	.object({
		at: moment.meta(said("Of which moment this is true.", "На какой момент это верно.")),
		hosts: z.array(keptHostSchema).meta(said("By product.", "По продуктам.")),
	})
	.meta({ id: "KeptHosts", ...said("All that is kept of a host.", "Всё, что хранится о сервере.") });
export type KeptHosts = z.infer<typeof keptHostsSchema>;

export const deletedHostSchema = z
	.object({
		status: z.enum(["deleted", "nothing-kept"]).meta(said("Whether there was anything.", "Было ли что удалять.")),
		reports: whole.meta(said("Reports that were deleted.", "Сколько отчётов удалено.")),
	})
	.meta({
		id: "DeletedHost",
		...said("Nothing is kept of the host any more.", "О сервере больше ничего не хранится."),
	});
export type DeletedHost = z.infer<typeof deletedHostSchema>;
