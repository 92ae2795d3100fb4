/** What dropping a bucket would mean: the hosts that have it, their course, and when so few have it that it may go. */
import { type Day, daysBetween, later, plusDays } from "#lib/day";
import { formatDay, formatNumber, formatShareOf } from "#lib/format";
import { defaultLanguage, type Language } from "#lib/language";
import { products } from "#lib/product";
import { type Crossing, crossingsOf } from "#lib/questions/crossings";
import { inPercent, type Share, wilson } from "#lib/questions/intervals";
import { type Pace, paceOf, retireBelow } from "#lib/questions/pace";
import type { HostShare, Retirement } from "#lib/schemas/questions";
import { percentOf } from "#lib/series/amounts";
import type { Frame, LineSpec, SizeName } from "#lib/series/chart-spec";
import { describe } from "#lib/series/distribution";
import { lineCharts } from "#lib/series/line-chart";
import type { Series } from "#lib/series/series";
import { endsOfLifeOf, eventsBetween, type WorldEvent } from "#lib/statistics/events";
import { labelOf } from "#lib/statistics/labels";
import { isAcrossProducts, isSentBy, type WindowStatistic } from "#lib/statistics/statistic";
import type { Published } from "#lib/store/daily-rows";
import { hostMoves, hostsIn, hostsOnlyIn } from "#lib/store/questions";
import { translate } from "#lib/text/index";
import { assertAnswers, assertBucket, countedAs, fewIn, labelled, labelsOf, yearDays } from "./questions";
import { readSeries } from "./read";
import { publishedRange, type Subject } from "./request";

/** What dropping a bucket would mean on a day. */
export async function readRetirement(
	{ statistic, product, language }: Subject,
	day: Day,
	bucket: string,
	published: Published | null,
): Promise<Retirement> {
	assertAnswers(statistic);
	await assertBucket(statistic, bucket);
	const from = later(plusDays(day, -yearDays), publishedRange(published).from);
	const counted = countedAs(statistic, product);
	const [shares, only, { counts, flows }, labelFor] = await Promise.all([
		readShares(statistic, day, bucket),
		hostsOnlyIn(counted, day, bucket),
		hostMoves(counted, from, day, bucket),
		labelsOf(statistic, language),
	]);
	const described = describe(statistic, product, language);
	const { stayed, switchedFrom: switched, silent } = counts;
	return {
		statistic: described.statistic,
		product: described.product,
		date: day,
		bucket,
		label: labelFor(bucket),
		products: shares,
		only,
		year: {
			from,
			...{ stayed, switched, silent },
			flows: labelled(flows.to, labelFor),
			...fewIn([stayed, switched, silent]),
		},
		...fewIn([only]),
	};
}

async function readShares(statistic: WindowStatistic, day: Day, bucket: string): Promise<Retirement["products"]> {
	const sending = products.filter((product) => isSentBy(statistic, product));
	const asked = isAcrossProducts(statistic) ? sending.slice(0, 1) : sending;
	const found = await Promise.all(asked.map((product) => hostsIn(countedAs(statistic, product), day, bucket)));
	const shares = new Map(found.flatMap((one) => [...one]));
	return Object.fromEntries(
		sending.map((product) => {
			const { hosts, base } = shares.get(product) ?? { hosts: 0, base: 0 };
			return [product, shareOfHosts(hosts, base)];
		}),
	);
}

function shareOfHosts(hosts: number | null, base: number): HostShare {
	if (hosts === null) return { hosts, base, percent: null, interval: null, few: true };
	const share = { share: base > 0 ? hosts / base : 0, size: base };
	return { hosts, base, percent: percentOf(hosts, base), interval: inPercent(wilson(share)) };
}

/** The course of a bucket as a share of hosts, whatever the statistic counts, and where it leads. */
export interface HostCourse {
	chart(size: SizeName | Frame): LineSpec;
	/** When support of the bucket ends or ended, earliest first; empty where that is not known. */
	endsOfLife: WorldEvent[];
	/** The day since which the pace is measured. */
	from: Day;
	pace: Pace;
}

/** The history of a bucket in hosts, also where the statistic counts units of theirs. */
async function readHostSeries(
	{ statistic, product, language }: Subject,
	{ firstDay }: Pick<Published, "firstDay">,
	day: Day,
	bucket: string,
): Promise<Series> {
	const history = await readSeries(statistic, product, { from: firstDay, to: day }, language, [bucket]);
	return {
		...history,
		statistic: { ...history.statistic, unit: "hosts" },
		base: { hosts: history.base.hosts, total: history.base.hosts },
		series: history.series.map((one) => ({ ...one, total: one.hosts })),
	};
}

export async function readHostCourse(
	subject: Subject,
	published: Pick<Published, "firstDay">,
	day: Day,
	bucket: string,
): Promise<HostCourse> {
	const { statistic, language } = subject;
	const { firstDay } = published;
	const ofHosts = await readHostSeries(subject, published, day, bucket);
	const label = labelOf(statistic, bucket, defaultLanguage, new Map());
	const endsOfLife = endsOfLifeOf(label);
	const events = eventsBetween(statistic, firstDay, day).filter((event) => endsOfLife.includes(event));
	const from = later(plusDays(day, -yearDays), firstDay);
	const shareOn = (on: Day): Share => {
		const place = daysBetween(firstDay, on);
		const size = ofHosts.base.hosts[place] ?? 0;
		return { share: size > 0 ? (ofHosts.series[0]?.hosts[place] ?? 0) / size : 0, size };
	};
	return {
		chart: lineCharts(
			ofHosts,
			{ ...statistic, unit: "hosts" },
			{ language, measure: "share", chosen: [bucket], events },
		),
		endsOfLife,
		from,
		pace: paceOf(shareOn(from), shareOn(day), from, day),
	};
}

/** The days on which the share of hosts fell under a threshold or rose above it again, latest first. */
export async function readCrossings(
	subject: Subject,
	{ firstDay, lastDay }: Published,
	bucket: string,
): Promise<Crossing[]> {
	const { days, base, series } = await readHostSeries(subject, { firstDay }, lastDay, bucket);
	const hosts = series[0]?.hosts ?? [];
	const counts = days.map((day, i) => ({ day, hosts: hosts[i] ?? 0, base: base.hosts[i] ?? 0 }));
	return crossingsOf(counts, subject.statistic.threshold).reverse();
}

export const retirementTitle = ({ label }: Retirement, language: Language) =>
	translate(language)("questions.retire.title", { label });

/** How many hosts have it, of both products. */
export function retirementSentence({ products, label, date }: Retirement, language: Language): string {
	const t = translate(language);
	return Object.entries(products)
		.filter(([, share]) => share.base > 0)
		.map(([product, { hosts, base, percent }]) =>
			t("questions.retire.lead", {
				product: t(`product.${product as "openvz7"}`),
				hosts: hosts === null ? t("questions.few") : formatNumber(hosts, language),
				base: t("questions.hosts", { count: base }),
				percent:
					percent === null
						? `<${formatShareOf(Math.max(1, 500 / base), base, language)}`
						: formatShareOf(percent, base, language),
				label,
				date: formatDay(date, language),
			}),
		)
		.join(" ");
}

/** When so few have it that it may go, and how sure that is. */
export function paceText({ pace, from }: Pick<HostCourse, "pace" | "from">, language: Language): string {
	const t = translate(language);
	const threshold = formatShareOf(retireBelow, 0, language);
	const since = formatDay(from, language);
	if (pace.kind === "under") return t("questions.retire.under", { threshold });
	if (pace.kind === "unknown") return t("questions.retire.noPace", { since });
	const month = (day: Day) => formatDay(day, language, "wholeMonth");
	const values = { since, threshold, month: month(pace.day), first: month(pace.first) };
	if (pace.last === null) return t("questions.retire.paceOpen", values);
	return t("questions.retire.pace", { ...values, last: month(pace.last) });
}

/** The course as a chart for slides, frames and pictures: it says the numbers and the pace. */
export function retirementChart(retirement: Retirement, course: HostCourse, language: Language) {
	const title = retirementTitle(retirement, language);
	const sentence = `${retirementSentence(retirement, language)} ${paceText(course, language)}`;
	return (size: SizeName | Frame): LineSpec => ({ ...course.chart(size), title, sentence });
}
