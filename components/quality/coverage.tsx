import { Static } from "#components/static";
import { CourseCell, ShareCell } from "#components/statistic/cells";
import type { View } from "#lib/address/links";
import type { Day } from "#lib/day";
import { formatDay, formatNumber, formatPointsOf } from "#lib/format";
import type { Language } from "#lib/language";
import { windowDays } from "#lib/product";
import { amountOf } from "#lib/series/captions";
import { names, type SectionName, translate } from "#lib/text/index";

interface Props {
	view: View;
	coverage: {
		active: number;
		sections: readonly KnownSection[];
		unread: readonly SectionName[];
		comparedWith: { day: Day } | null;
	};
	firstDay: Day;
	day: Day;
}

/** On how many hosts each section is known. */
export function CoverageSection({ view, coverage, firstDay, day }: Props) {
	const { language, product } = view;
	const { active, sections, unread, comparedWith } = coverage;
	const t = translate(language);
	const days = `${windowDays[product]}`;
	const date = formatDay(day, language);
	const title = (section: SectionName) =>
		t("quality.coverage.quoted", { title: names(language).reports.sections[section] });
	return (
		<Static as="section" aria-labelledby="coverage">
			<h2 id="coverage">{t("quality.coverage.title")}</h2>
			<p className="about">
				{t(`quality.coverage.about.${product}`, { days, amount: amountOf(active, "hosts", language) })}
			</p>
			{active === 0 ? (
				<p className="nothing">{t("quality.coverage.none", { days, date })}</p>
			) : (
				<>
					<CoverageTable {...{ active, sections, date, language }} />
					<p className="note">
						{comparedWith
							? t("quality.coverage.note", {
									first: formatDay(firstDay, language),
									before: formatDay(comparedWith.day, language),
								})
							: t("quality.coverage.noteOfOneDay")}
						{unread.length > 0 &&
							` ${t("quality.coverage.unread", { count: unread.length, sections: unread.map(title).join(", ") })}`}
					</p>
				</>
			)}
		</Static>
	);
}

interface KnownSection {
	section: SectionName;
	hosts: number;
	percent: number;
	course: readonly (number | null)[];
	change: number | null;
}

interface TableProps {
	active: number;
	sections: readonly KnownSection[];
	date: string;
	language: Language;
}

/** Bars and lines are shares of all active hosts: 100 % is the full length. */
function CoverageTable({ active, sections, date, language }: TableProps) {
	const t = translate(language);
	return (
		<table className="distribution quality sections">
			<caption>{t("quality.coverage.caption", { date })}</caption>
			<thead>
				<tr>
					<th scope="col">{t("quality.coverage.section")}</th>
					<th scope="col" className="course">
						{t("quality.coverage.course")}
					</th>
					<th scope="col" className="share">
						{t("quality.coverage.share")}
					</th>
					<th scope="col">n</th>
					<th scope="col">{t("quality.coverage.change")}</th>
				</tr>
			</thead>
			<tbody>
				{sections.map(({ section, hosts, percent, course, change }) => (
					<tr key={section} id={`section-${section}`}>
						<th scope="row">{names(language).reports.sections[section]}</th>
						<CourseCell course={course} colour="c0" />
						<ShareCell percent={percent} baseHosts={active} colour="c0" language={language} />
						<td>{formatNumber(hosts, language)}</td>
						<td>{change === null ? "–" : formatPointsOf(change, active, language)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
