import type { Day } from "#lib/day";
import { formatChange, formatDay, formatNumber } from "#lib/format";
import type { Language } from "#lib/language";
import type { Moves } from "#lib/schemas/questions";
import { translate } from "#lib/text/index";

interface Props {
	moves: Moves;
	language: Language;
}

const steps = [
	{ name: "start", sign: 0 },
	{ name: "new", sign: 1 },
	{ name: "returned", sign: 1 },
	{ name: "switchedTo", sign: 1 },
	{ name: "silent", sign: -1 },
	{ name: "switchedFrom", sign: -1 },
	{ name: "end", sign: 0 },
] as const;

/** From the hosts of one day to those of another, step by step: each bar begins where the one before has ended. */
export function Waterfall({ moves, language }: Props) {
	const t = translate(language);
	const names = {
		start: t("questions.why.start", { date: formatDay(moves.from, language) }),
		new: t("questions.why.new", { date: formatDay(moves.from, language) }),
		returned: t("questions.why.returned"),
		switchedTo: t("questions.why.switchedTo"),
		silent: t("questions.why.silent"),
		switchedFrom: t("questions.why.switchedFrom"),
		end: t("questions.why.end", { date: formatDay(moves.to, language) }),
	};
	let level = 0;
	const rows = steps.map(({ name, sign }) => {
		const hosts = moves[name];
		const before = sign === 0 ? 0 : level;
		level = sign === 0 ? (hosts ?? level) : level + sign * (hosts ?? 0);
		return { name, sign, hosts, from: Math.min(before, level), to: Math.max(before, level) };
	});
	const most = Math.max(1, ...rows.map(({ to }) => to));
	const percent = (value: number) => `${Math.round((value / most) * 1000) / 10}%`;
	const isOneNumber = moves.statistic.slug === "hosts-active";
	return (
		<table className="waterfall">
			<caption>{t("questions.why.caption")}</caption>
			<tbody>
				{rows
					.filter(({ name }) => !(isOneNumber || moves.bucket === null) || !name.startsWith("switched"))
					.map(({ name, sign, hosts, from, to }) => (
						<tr key={name} className={sign === 0 ? "whole" : sign > 0 ? "gain" : "loss"}>
							<th scope="row">{names[name]}</th>
							<td className="steps">
								<span aria-hidden="true">
									{hosts !== null && hosts > 0 && <i style={{ left: percent(from), width: percent(to - from) }} />}
								</span>
							</td>
							<td>
								<HostCount hosts={hosts} sign={sign} language={language} />
							</td>
						</tr>
					))}
			</tbody>
		</table>
	);
}

function HostCount({ hosts, sign = 0, language }: { hosts: number | null; sign?: -1 | 0 | 1; language: Language }) {
	if (hosts === null) return <small>{translate(language)("questions.hidden")}</small>;
	const signed = hosts === 0 || sign === 0 ? "" : sign > 0 ? "+" : "\u2212";
	return <>{signed + formatNumber(hosts, language)}</>;
}

interface FlowsProps {
	title: string;
	flows: Moves["flows"]["to"];
	language: Language;
}

/** Where hosts went, or came from. */
export function FlowTable({ title, flows, language }: FlowsProps) {
	const t = translate(language);
	if (flows.length === 0) return null;
	const most = Math.max(1, ...flows.map(({ hosts }) => hosts ?? 0));
	return (
		<table className="flows">
			<caption>{title}</caption>
			<thead>
				<tr>
					<th scope="col">{t("table.name")}</th>
					<th scope="col" className="steps" />
					<th scope="col">{t("table.hosts")}</th>
				</tr>
			</thead>
			<tbody>
				{flows.map(({ bucket, label, hosts }) => (
					<tr key={bucket} data-bucket={bucket}>
						<th scope="row">{label}</th>
						<td className="steps">
							<span aria-hidden="true">
								{hosts !== null && <i style={{ left: 0, width: `${Math.round((hosts / most) * 1000) / 10}%` }} />}
							</span>
						</td>
						<td>
							<HostCount hosts={hosts} language={language} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

interface ChangesProps {
	statistic: { title: string };
	rows: Moves["by"][number]["rows"];
	days: { from: Day; to: Day };
	language: Language;
}

/** The hosts of both days by another statistic, the largest change first, `other` last. */
export function ChangeTable({ statistic, rows, days, language }: ChangesProps) {
	const t = translate(language);
	// It may take two lines.
	const heading = (day: Day) => formatDay(day, language, "short").replaceAll("\u00a0", " ");
	const changeOf = ({ start, end }: (typeof rows)[number]) => end - start;
	const isOther = ({ bucket }: (typeof rows)[number]) => Number(bucket === "other");
	const sorted = rows.toSorted((a, b) => isOther(a) - isOther(b) || Math.abs(changeOf(b)) - Math.abs(changeOf(a)));
	return (
		<table className="changes">
			<caption>{statistic.title}</caption>
			<thead>
				<tr>
					<th scope="col">{t("table.name")}</th>
					<th scope="col">{heading(days.from)}</th>
					<th scope="col">{heading(days.to)}</th>
					<th scope="col">{t("questions.why.change")}</th>
				</tr>
			</thead>
			<tbody>
				{sorted.slice(0, changesMax).map((row) => (
					<tr key={row.bucket} data-bucket={row.bucket}>
						<th scope="row">{row.label}</th>
						<td>{formatNumber(row.start, language)}</td>
						<td>{formatNumber(row.end, language)}</td>
						<td>{formatChange(changeOf(row), language)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** The answer as JSON has all. */
const changesMax = 12;
