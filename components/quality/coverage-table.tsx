import { CourseLine } from "#components/course-line";
import { formatChange, formatNumber, formatShare } from "#lib/format";
import type { Language } from "#lib/language";
import { names, type SectionName, translate } from "#lib/text/index";

export interface KnownSection {
	section: SectionName;
	hosts: number;
	percent: number;
	course: readonly (number | null)[];
	change: number | null;
}

interface Props {
	sections: readonly KnownSection[];
	date: string;
	language: Language;
}

/** On how many hosts each section is known, and how that went. Bars and lines are of the whole: 100 % is the full length. */
export function CoverageTable({ sections, date, language }: Props) {
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
						<td className="course">
							<CourseLine course={course} colour="c0" />
						</td>
						<td className="share">
							<ShareBar percent={percent} colour="c0" />
							<span>{formatShare(percent, language)}</span>
						</td>
						<td>{formatNumber(hosts, language)}</td>
						<td>{change === null ? "–" : formatChange(change, language)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

export function ShareBar({ percent, colour }: { percent: number; colour: string }) {
	return (
		<span className="bar">
			<i style={{ width: `${Math.round(percent * 10) / 10}%`, background: `var(--${colour})` }} />
		</span>
	);
}
