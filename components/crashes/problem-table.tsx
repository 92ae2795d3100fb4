import { HiddenInputs } from "#components/controls/hidden-inputs";
import { Static } from "#components/static";
import { CourseCell } from "#components/statistic/cells";
import { crashList } from "#lib/address/addresses";
import { crashesPath, crashPath, hrefOf, type View } from "#lib/address/links";
import { type QueryParts, write } from "#lib/address/query";
import { type CrashSort, crashTypes } from "#lib/address/values";
import type { Day } from "#lib/day";
import { formatDay, formatNumber } from "#lib/format";
import type { Language } from "#lib/language";
import crashReleases from "#lib/statistics/crash-releases";
import { labelOf } from "#lib/statistics/labels";
import { translate } from "#lib/text/index";

interface Problem {
	bthash: string;
	component: string;
	function: string | null;
	bug: string | null;
	firstDay: Day;
	lastDay: Day;
	reports: number;
	hosts: number;
	/** Of the last 90 days, 0 to 1. */
	course: readonly number[];
}

interface Filters {
	type: string | null;
	component: string | null;
	release: string | null;
	sort: CrashSort;
}

interface Props {
	view: View;
	rows: readonly Problem[];
	total: number;
	others: { problems: number; reports: number } | null;
	filters: Filters;
	choices: Readonly<Record<"type" | "component" | "release", readonly string[]>>;
	through: Day;
}

const filterNames = ["type", "component", "release"] as const;

/** Problems with what is known of each. Links sort it and a form filters it: it needs no JavaScript. */
export function ProblemSection({ view, rows, total, others, filters, choices, through }: Props) {
	const { language } = view;
	const t = translate(language);
	const date = formatDay(through, language);
	return (
		<Static as="section" className="crashes" id="problems" aria-labelledby="problems-title">
			<h2 id="problems-title">{t("crashes.title")}</h2>
			<p className="about">{t("crashes.about")}</p>
			<FilterForm {...{ view, filters, choices }} />
			{rows.length === 0 ? (
				<p className="nothing">{t("crashes.none", { date })}</p>
			) : (
				<div className="wide-table">
					<table className="distribution problems">
						<caption>
							{rows.length < total
								? t("crashes.captionOfSome", { shown: formatNumber(rows.length, language), count: total, date })
								: t("crashes.caption", { count: total, date })}
						</caption>
						<thead>
							<tr>
								<Head name="component" {...{ view, filters }} />
								<Head name="reports" {...{ view, filters }} />
								<Head name="hosts" {...{ view, filters }} />
								<th scope="col" className="course">
									{t("crashes.course")}
								</th>
								<Head name="first" {...{ view, filters }} />
								<Head name="last" {...{ view, filters }} />
								<Head name="bug" {...{ view, filters }} />
							</tr>
						</thead>
						<tbody>
							{rows.map((row) => (
								<tr key={row.bthash}>
									<th scope="row">
										<a href={hrefOf(view, crashPath(row.bthash))}>{problemTitle(row, language)}</a>
									</th>
									<td>{formatNumber(row.reports, language)}</td>
									<td>{formatNumber(row.hosts, language)}</td>
									<CourseCell course={row.course} colour="c0" />
									<td>{formatDay(row.firstDay, language, "short")}</td>
									<td>{formatDay(row.lastDay, language, "short")}</td>
									<td>{row.bug && <a href={row.bug}>{bugName(row.bug)}</a>}</td>
								</tr>
							))}
						</tbody>
						{others !== null && others.problems > 0 && (
							<tfoot>
								<tr>
									<th scope="row">{t("crashes.others", { count: others.problems })}</th>
									<td>{formatNumber(others.reports, language)}</td>
									<td colSpan={5} />
								</tr>
							</tfoot>
						)}
					</table>
				</div>
			)}
		</Static>
	);
}

/** The package and the function; a function is a word of its own wherever the line breaks. */
export function problemTitle(problem: Pick<Problem, "component" | "function">, language: Language) {
	const t = translate(language);
	return (
		<>
			<b>{componentName(problem.component, language)}</b>{" "}
			{problem.function === null ? <small>{t("crashes.noFunction")}</small> : <code>{problem.function}</code>}
		</>
	);
}

export function componentName(component: string, language: Language): string {
	const t = translate(language);
	if (component === "kernel") return t("crashes.kernel");
	return component === "other" ? t("crashes.otherComponent") : component;
}

/** The key of a bug as its tracker calls it, else the host of its address. */
export function bugName(address: string): string {
	const { pathname, searchParams, host } = new URL(address);
	const last = pathname.split("/").filter(Boolean).at(-1) ?? "";
	const id = searchParams.get("id") ?? "";
	if (/^[A-Z]{2,10}-\d{1,7}$/.test(last)) return last;
	return /^\d{1,8}$/.test(id) ? `#${id}` : host;
}

/** A column by which the table can be sorted; components are sorted by their functions from the same place. */
function Head({ view, filters, name }: { view: View; filters: Filters; name: CrashSort }) {
	const t = translate(view.language);
	const isSorted = filters.sort === name;
	const isNumber = !["component", "function", "bug"].includes(name);
	const order = isNumber ? "descending" : "ascending";
	const to = (sort: CrashSort) => hrefOf(view, `${crashesPath}#problems`, parametersOf({ ...filters, sort }));
	return (
		<th scope="col" aria-sort={isSorted || (name === "component" && filters.sort === "function") ? order : undefined}>
			<a href={to(name)}>{t(`crashes.columns.${name}`)}</a>
			{name === "component" && (
				<>
					{" · "}
					<a href={to("function")}>{t("crashes.columns.function")}</a>
				</>
			)}
		</th>
	);
}

function parametersOf(filters: Filters): QueryParts {
	return write(crashList, filters as Parameters<typeof write<typeof crashList>>[1]);
}

function FilterForm({ view, filters, choices }: Pick<Props, "view" | "filters" | "choices">) {
	const t = translate(view.language);
	const isFiltered = filterNames.some((name) => filters[name] !== null);
	return (
		<form className="filters" action={`${hrefOf({ ...view, product: "openvz7", day: null }, crashesPath)}#problems`}>
			<HiddenInputs
				view={view}
				parameters={parametersOf({ type: null, component: null, release: null, sort: filters.sort })}
			/>
			{filterNames.map((name) => (
				<label key={name}>
					<span>{t(`crashes.filters.${name}`)}</span>
					<select name={crashList[name].name}>
						<option value="">{t("crashes.filters.all")}</option>
						{offered(choices[name], filters[name]).map((value) => (
							<option key={value} value={value} selected={value === filters[name]}>
								{valueName(name, value, view.language)}
							</option>
						))}
					</select>
				</label>
			))}
			<button type="submit">{t("crashes.filters.show")}</button>
			{isFiltered && (
				<a
					href={hrefOf(
						view,
						`${crashesPath}#problems`,
						parametersOf({ type: null, component: null, release: null, sort: filters.sort }),
					)}
				>
					{t("crashes.filters.clear")}
				</a>
			)}
		</form>
	);
}

/** What is chosen is offered, even if nothing has it. */
function offered(choices: readonly string[], chosen: string | null): readonly string[] {
	return chosen === null || choices.includes(chosen) ? choices : [...choices, chosen];
}

function valueName(name: (typeof filterNames)[number], value: string, language: Language): string {
	if (name === "type") return typeName(value, language);
	return name === "release" ? releaseName(value, language) : componentName(value, language);
}

export function typeName(type: string, language: Language): string {
	const known = crashTypes.find((one) => one === type);
	return known ? translate(language)(`crashes.types.${known}`) : type;
}

export function releaseName(release: string, language: Language): string {
	return labelOf(crashReleases, release, language);
}
