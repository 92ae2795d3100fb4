/**
 * The shapes of the answers for programs. The description of the addresses is made from these; that they are the shapes
 * that the code answers with is proven at the end, by the compiler.
 */

import { z } from "zod";
import type { Day } from "#lib/day";
import type { Text } from "#lib/language";
import { products } from "#lib/product";
import type { Distribution } from "#lib/series/distribution";
import type { Series } from "#lib/series/series";
import { statistics } from "#lib/statistics/index";
import { pages } from "#lib/statistics/pages";
import { amountsPerUnit, type Unit } from "#lib/statistics/statistic";
import type { PageSlug } from "#lib/text/index";

/** `about` says to people what a field is. */
export const said = (en: string, ru: string): { about: Text } => ({ about: { en, ru } });

export const day = z.iso.date() as unknown as z.ZodType<Day>;
export const whole = z.int().min(0);
const units = Object.keys(amountsPerUnit) as Unit[];

export const slugSchema = z
	.enum(statistics.map(({ slug }) => slug))
	.meta({ id: "Slug", ...said("The name of a statistic.", "Имя показателя.") });

const statisticShape = {
	slug: z.string().meta(said("The name of the statistic.", "Имя показателя.")),
	title: z.string().meta(said("Its title.", "Его название.")),
	unit: z.enum(units).meta(said("What total counts.", "В чём измеряется total.")),
	section: z
		.string()
		.nullable()
		.meta(said("The section of a report that it is read from.", "Раздел отчёта, из которого он взят.")),
};

const describedShape = {
	statistic: z.object(statisticShape).meta(said("Which statistic.", "Какой показатель.")),
	product: z.enum([...products, "all"]).meta(said("Whose hosts are counted.", "Чьи серверы сосчитаны.")),
	windowDays: z
		.int()
		.min(1)
		.nullable()
		.meta(
			said(
				"Days for which a report counts; null where there is not one window.",
				"Сколько дней учитывается отчёт; null, если окно не одно.",
			),
		),
};

const baseSchema = z
	.object({ hosts: whole, total: z.number().min(0) })
	.meta(
		said("All hosts of which it is known, and their amount.", "Все серверы, о которых это известно, и их количество."),
	);

const countShape = {
	bucket: z.string().meta(said("The key of the bucket, which never changes.", "Ключ категории, который не меняется.")),
	label: z.string().meta(said("Its name for people.", "Её название для людей.")),
	hosts: whole.meta(said("Hosts counted in it.", "Сколько серверов в ней сосчитано.")),
	total: z.number().min(0).meta(said("The amount, in the unit.", "Количество в единицах показателя.")),
	percent: z
		.number()
		.min(0)
		.max(100)
		.meta(said("Of the base’s total, two decimals.", "Доля от total базы, два знака после запятой.")),
};

export const distributionSchema = z
	.object({
		...describedShape,
		date: day.meta(said("The day of the numbers.", "День, на который приведены числа.")),
		base: baseSchema,
		rows: z
			.array(
				z.object({
					...countShape,
					merged: z
						.int()
						.min(1)
						.optional()
						.meta(
							said(
								"In other: how many buckets too small to publish are in it.",
								"У other: сколько в ней категорий, слишком малых для публикации.",
							),
						),
				}),
			)
			.meta(said("The largest first, other last.", "Сначала самые большие, other в конце.")),
	})
	.meta({ id: "Distribution", ...said("One statistic on one day.", "Показатель на один день.") });

const columns = {
	hosts: z
		.array(whole.nullable())
		.meta(said("One value a day; null: never published.", "По числу на день; null — день не опубликован.")),
	total: z.array(z.number().min(0).nullable()).meta(said("The same, in the unit.", "То же в единицах показателя.")),
};

export const seriesSchema = z
	.object({
		...describedShape,
		from: day.meta(said("The first day.", "Первый день.")),
		to: day.meta(said("The last day.", "Последний день.")),
		days: z.array(day).meta(said("Every day of the range.", "Все дни периода.")),
		base: z
			.object(columns)
			.meta(said("All hosts of which it is known, day by day.", "Все серверы, о которых это известно, по дням.")),
		series: z
			.array(z.object({ bucket: countShape.bucket, label: countShape.label, ...columns }))
			.meta(said("One for each bucket.", "По одному ряду на категорию.")),
	})
	.meta({ id: "Series", ...said("The history of one statistic.", "История показателя.") });

export const indexSchema = z
	.object({
		published: z
			.object({ from: day, to: day })
			.nullable()
			.meta(said("The published days; null before the first.", "Опубликованные дни; null, пока их нет.")),
		products: z.array(z.object({ product: z.enum(products), windowDays: z.int().min(1) })),
		statistics: z
			.array(
				z.object({
					...statisticShape,
					about: z.string().meta(said("How it is counted.", "Как он считается.")),
					page: z.enum(pages.map(({ slug }) => slug)) as z.ZodType<PageSlug>,
					products: z.array(z.enum([...products, "all"])),
					hostsMin: z
						.int()
						.min(1)
						.meta(
							said(
								"Buckets with fewer hosts are merged into other.",
								"Категории, где серверов меньше, входят в other.",
							),
						),
					links: z
						.object({
							page: z.string(),
							json: z.string(),
							csv: z.string(),
							seriesJson: z.string(),
							seriesCsv: z.string(),
						})
						.catchall(z.string())
						.meta(said("Addresses, from the root of the site.", "Адреса от корня сайта.")),
				}),
			)
			.meta(said("In the order of the pages.", "В порядке страниц.")),
	})
	.meta({ id: "Index", ...said("The catalog.", "Каталог.") });
export type IndexOfData = z.infer<typeof indexSchema>;

export const factSchema = z
	.object({
		...describedShape,
		date: day.meta(said("The day of the number.", "День, на который приведено число.")),
		...countShape,
		base: baseSchema,
		value: z.string().meta(said("The number as people write it.", "Число в привычной записи.")),
		sentence: z.string().meta(said("The same as a sentence, with its date.", "То же предложением, с датой.")),
		simulated: z.boolean().meta(said("The hosts are made up.", "Серверы вымышлены.")),
		page: z.string().meta(said("Where it can be seen, as of that day.", "Где это видно на тот день.")),
	})
	.meta({ id: "Fact", ...said("One dated number.", "Одно число с датой.") });
export type Fact = z.infer<typeof factSchema>;

export const acceptanceSchema = z
	.object({
		status: z
			.enum(["accepted", "duplicate"])
			.meta(
				said(
					"duplicate: the same bytes from the same host within 24 hours, not counted.",
					"duplicate — те же байты с того же сервера в течение 24 часов, не учтены.",
				),
			),
	})
	.meta({ id: "Acceptance", ...said("The report is stored.", "Отчёт сохранён.") });

export const problemSchema = z
	.looseObject({
		type: z.string(),
		title: z.string().meta(said("The kind of problem.", "Вид ошибки.")),
		status: z.int().min(400).max(599),
		detail: z.string().meta(said("What is wrong, and what to do.", "Что не так и что делать.")),
	})
	.meta({ id: "Problem", ...said("Why there is no answer (RFC 9457).", "Почему ответа нет (RFC 9457).") });

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** The compiler refuses this where a schema and the type that is answered differ. */
export const areProven: [
	Same<z.infer<typeof distributionSchema>, Distribution>,
	Same<z.infer<typeof seriesSchema>, Series>,
] = [true, true];
