import { Static } from "#components/static";
import { daysBetween } from "#lib/day";
import { formatChange, formatDay, formatNumber, formatPercentChangeOf } from "#lib/format";
import type { Language } from "#lib/language";
import { wholeDiffers } from "#lib/series/change";
import type { Series } from "#lib/series/series";
import { statisticBySlug } from "#lib/statistics/index";
import { countsEvents } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { translateOnServer } from "#lib/text/server";

const daysBack = [0, 7, 30, 90, 365];
/** Of what happened on a day: the same weekday. */
const weekdaysBack = [0, 7, 28, 91, 364];

/** There is no percentage of zero, and one above 1,000 % says nothing. */
function isComparable(by: number, value: number): boolean {
	return value > 0 && by < value * 10;
}

/** One number now and earlier. */
export function CourseTable({ history, language }: { history: Series; language: Language }) {
	const t = translate(language);
	const { statistic, days, base, to } = history;
	const last = days.length - 1;
	const counted = statisticBySlug(statistic.slug);
	const isOfDays = counted !== undefined && countsEvents(counted);
	const back = isOfDays ? weekdaysBack : daysBack;
	const first = isOfDays ? last % 7 : 0;
	const places = [...new Set([...back.map((by) => last - by).filter((place) => place > first), first, last])].sort(
		(a, b) => b - a,
	);
	const now = base.total[last] ?? 0;
	const rows = places.map((place) => ({
		place,
		isChance: place !== last && wholeDiffers(history, place, last) === false,
	}));
	return (
		<Static as="table" className="course">
			<caption>
				{t("table.caption", { title: statistic.title, date: formatDay(to, language) })}
				{rows.some(({ isChance }) => isChance) && `. ${translateOnServer(language)("courseTable.noise")}`}
			</caption>
			<thead>
				<tr>
					<th scope="col">{t("course.day")}</th>
					<th scope="col">{t(`table.total.${statistic.unit}`)}</th>
					<th scope="col">{t("course.since")}</th>
				</tr>
			</thead>
			<tbody>
				{rows.map(({ place, isChance }) => {
					const day = days[place];
					const value = base.total[place];
					if (!day || value === null || value === undefined) return null;
					const by = now - value;
					return (
						<tr key={day}>
							<th scope="row">
								{formatDay(day, language, "short")}
								{place !== last && <small>{t("course.ago", { days: daysBetween(day, to) })}</small>}
							</th>
							<td>{formatNumber(value, language)}</td>
							<td className={isChance ? "noise" : undefined}>
								{place !== last && formatChange(by, language)}
								{place !== last && isComparable(by, value) && (
									<small>{formatPercentChangeOf((by / value) * 100, value, language)}</small>
								)}
							</td>
						</tr>
					);
				})}
			</tbody>
		</Static>
	);
}
