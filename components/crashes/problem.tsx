import { Static } from "#components/static";
import { ShareCell } from "#components/statistic/cells";
import type { Day } from "#lib/day";
import { formatDay, formatNumber } from "#lib/format";
import type { Language } from "#lib/language";
import kernelBranch from "#lib/statistics/kernel-branch";
import { labelOf } from "#lib/statistics/labels";
import { translate } from "#lib/text/index";
import { bugName, componentName, releaseName, typeName } from "./problem-table";

interface Details {
	bthash: string;
	type: string;
	component: string;
	function: string | null;
	firstDay: Day;
	lastDay: Day;
	reports: number;
	hosts: number;
	signal: number | null;
	exception: string | null;
	taintFlags: readonly string[];
	bug: string | null;
	solution: string | null;
}

interface Props {
	problem: Details;
	lastVersion: string | null;
	versionWithout: string | null;
	language: Language;
}

/** What is known of a problem: all that is kept of its reports. */
export function ProblemFacts({ problem, lastVersion, versionWithout, language }: Props) {
	const t = translate(language);
	const facts: readonly (readonly [name: string, value: React.ReactNode])[] = [
		[t("crashes.problem.type"), typeName(problem.type, language)],
		[t("crashes.problem.component"), componentName(problem.component, language)],
		[t("crashes.problem.function"), problem.function && <code>{problem.function}</code>],
		[t("crashes.problem.signal"), problem.signal],
		[t("crashes.problem.exception"), problem.exception && <code>{problem.exception}</code>],
		[t("crashes.problem.taint"), problem.taintFlags.length > 0 && problem.taintFlags.join(", ")],
		[t("crashes.problem.first"), formatDay(problem.firstDay, language)],
		[t("crashes.problem.last"), formatDay(problem.lastDay, language)],
		[t("crashes.problem.reports"), formatNumber(problem.reports, language)],
		[t("crashes.problem.hosts"), formatNumber(problem.hosts, language)],
		[t("crashes.problem.lastVersion"), lastVersion],
		[t("crashes.problem.without"), versionWithout && t("crashes.problem.withoutText", { version: versionWithout })],
		[t("crashes.problem.bug"), problem.bug && <a href={problem.bug}>{bugName(problem.bug)}</a>],
		[t("crashes.problem.solution"), problem.solution],
		[t("crashes.problem.hash"), <code key="hash">{problem.bthash}</code>],
	];
	return (
		<Static as="table" className="pairs">
			<tbody>
				{facts
					.filter(([, value]) => value !== null && value !== false)
					.map(([name, value]) => (
						<tr key={name}>
							<th scope="row">{name}</th>
							<td>{value}</td>
						</tr>
					))}
			</tbody>
		</Static>
	);
}

interface HistoryProps {
	months: readonly { month: Day; reports: number }[];
	through: Day;
	language: Language;
}

/** Reports by month, the newest first. */
export function ProblemHistory({ months, through, language }: HistoryProps) {
	const t = translate(language);
	const longest = Math.max(1, ...months.map(({ reports }) => reports));
	return (
		<Static as="section" aria-labelledby="history">
			<h2 id="history">{t("crashes.problem.history")}</h2>
			<table className="distribution quality">
				<caption>{t("crashes.problem.historyCaption", { date: formatDay(through, language) })}</caption>
				<thead>
					<tr>
						<th scope="col">{t("crashes.problem.month")}</th>
						<th scope="col" className="share">
							{t("crashes.columns.reports")}
						</th>
					</tr>
				</thead>
				<tbody>
					{months.toReversed().map(({ month, reports }) => (
						<tr key={month}>
							<th scope="row">{formatDay(month, language, "wholeMonth")}</th>
							<td className="share">
								<span className="bar">
									{reports > 0 && (
										<i style={{ width: `${Math.round((reports / longest) * 1000) / 10}%`, background: "var(--c0)" }} />
									)}
								</span>
								<span>{formatNumber(reports, language)}</span>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</Static>
	);
}

type Shares = readonly { name: string; reports: number; percent: number }[];

interface SharesProps {
	shares: Readonly<Record<"osRelease" | "kernelBranch" | "version", Shares>>;
	language: Language;
}

/** By release, branch of the kernel and version; what is not known of any report is left out. */
export function ProblemShares({ shares, language }: SharesProps) {
	const t = translate(language);
	const labels = {
		osRelease: (name: string) => releaseName(name, language),
		kernelBranch: (name: string) => labelOf(kernelBranch, name, language),
		version: (name: string) => labelOf(kernelBranch, name, language),
	};
	return (["osRelease", "kernelBranch", "version"] as const)
		.filter((by) => shares[by].length > 0)
		.map((by) => (
			<Static as="section" key={by} aria-labelledby={by}>
				<h2 id={by}>{t(`crashes.problem.by.${by}`)}</h2>
				<table className="distribution quality">
					<thead>
						<tr>
							<th scope="col">{t(`crashes.problem.column.${by}`)}</th>
							<th scope="col" className="share">
								{t("crashes.problem.share")}
							</th>
							<th scope="col">{t("crashes.columns.reports")}</th>
						</tr>
					</thead>
					<tbody>
						{shares[by].map(({ name, reports, percent }) => (
							<tr key={name}>
								<th scope="row">{labels[by](name)}</th>
								<ShareCell
									percent={percent}
									baseHosts={shares[by].reduce((sum, one) => sum + one.reports, 0)}
									colour="c0"
									language={language}
								/>
								<td>{formatNumber(reports, language)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</Static>
		));
}
