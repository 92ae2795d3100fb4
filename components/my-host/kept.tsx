import { deletedHostPath, hrefOf } from "../../lib/address";
import { dayOf } from "../../lib/day";
import { formatDay } from "../../lib/format";
import type { Language } from "../../lib/language";
import type { Said, ShownHost, ShownSection, ShownStatistic } from "../../lib/shown-host";
import { translate } from "../../lib/text";
import { HostDocument, type HostDocumentProps } from "./document";
import { hostView, UuidField } from "./form";
import { Remains } from "./remains";

/** Everything that is kept of a host, product by product, and the way to have it deleted. */
export function KeptOfHost({ hosts, at, ...props }: HostDocumentProps & { hosts: readonly ShownHost[]; at: Date }) {
	const { language } = props;
	const t = translate(language);
	const asOf = { date: formatDay(dayOf(at), language), time: at.toISOString().slice(11, 16) };
	return (
		<HostDocument {...props} title={t("myHost.title")} back={t("myHost.answer.another")}>
			<p className="lead">{t("myHost.answer.asOf", asOf)}</p>
			{hosts.map((host) => (
				<OneHost key={host.id} host={host} language={language} />
			))}
			<DeleteForm language={language} />
		</HostDocument>
	);
}

function OneHost({ host, language }: { host: ShownHost; language: Language }) {
	const t = translate(language);
	return (
		<section aria-labelledby={host.id}>
			<h2 id={host.id}>{host.product}</h2>
			<SaidList said={host.about} />
			<h3>{t("myHost.answer.sections")}</h3>
			<p className="note">{t("myHost.answer.sectionsLead", { days: `${host.windowDays}` })}</p>
			{host.sections.map((section) => (
				<OneSection key={section.name} section={section} language={language} />
			))}
			<h3>{t("myHost.answer.statistics")}</h3>
			{host.statistics.length === 0 && <p>{t("myHost.answer.nowhere")}</p>}
			<p className="note">{t("myHost.answer.statisticsLead", { count: host.earlierCounts })}</p>
			{host.statistics.length > 0 && <Statistics statistics={host.statistics} language={language} />}
			{host.unmatched.length > 0 && (
				<>
					<h3>{t("myHost.answer.unmatched")}</h3>
					<p className="note">{t("myHost.answer.unmatchedLead")}</p>
					<SaidList said={host.unmatched} />
				</>
			)}
		</section>
	);
}

function SaidList({ said }: { said: readonly Said[] }) {
	return (
		<dl className="said">
			{said.map((one) => (
				<div key={one.name + one.said}>
					<dt>{one.name}</dt>
					<dd>{one.said}</dd>
				</div>
			))}
		</dl>
	);
}

function OneSection({ section, language }: { section: ShownSection; language: Language }) {
	const t = translate(language);
	return (
		<div className="section">
			<h4>{section.name}</h4>
			<p className="note">
				{t("myHost.answer.known", { spans: section.known })}.{" "}
				{section.since ? t("myHost.answer.since", { date: section.since }) : t("myHost.answer.gone")}
			</p>
			{section.facts.length > 0 && <SaidList said={section.facts} />}
			{section.lists.map(({ heads, rows }) => (
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
				<section key={heads.join()} className="wide" tabIndex={0} aria-label={section.name}>
					<table>
						<thead>
							<tr>
								{heads.map((head) => (
									<th key={head} scope="col">
										{head}
									</th>
								))}
							</tr>
						</thead>
						<tbody>
							{rows.map((row) => (
								<tr key={row.join()}>
									{row.map((value, i) => (
										<td key={heads[i]}>{value}</td>
									))}
								</tr>
							))}
						</tbody>
					</table>
				</section>
			))}
		</div>
	);
}

function Statistics({ statistics, language }: { statistics: readonly ShownStatistic[]; language: Language }) {
	const t = translate(language);
	return (
		<table className="statistics">
			<thead>
				<tr>
					<th scope="col">{t("myHost.answer.statistic")}</th>
					<th scope="col">{t("myHost.answer.counts")}</th>
				</tr>
			</thead>
			<tbody>
				{statistics.map(({ title, href, counts }) => (
					<tr key={href}>
						<th scope="row">
							<a href={href}>{title}</a>
						</th>
						<td>
							<ul>
								{counts.map(({ label, since }) => (
									<li key={label}>
										{label} <small>{t("myHost.answer.countsSince", { date: since })}</small>
									</li>
								))}
							</ul>
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** The answer does not know the UUID: to write it once more is half of the confirmation. */
function DeleteForm({ language }: { language: Language }) {
	const t = translate(language);
	return (
		<section className="delete" aria-labelledby="delete">
			<h2 id="delete">{t("myHost.delete.title")}</h2>
			<p>{t("myHost.delete.lead")}</p>
			<form className="host-form" method="post" action={hrefOf(hostView({ language }), deletedHostPath)}>
				<UuidField id="again" language={language} label={t("myHost.delete.again")} />
				<p>
					<label className="confirm">
						<input type="checkbox" name="confirm" value="yes" required />
						<span>{t("myHost.delete.confirm")}</span>
					</label>
				</p>
				<p className="acts">
					<button type="submit">{t("myHost.delete.button")}</button>
				</p>
			</form>
			<Remains language={language} />
		</section>
	);
}
