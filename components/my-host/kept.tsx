import { Folded, KeptFacts, NamedValues } from "#components/kept-facts";
import { dayOf } from "#lib/day";
import { formatDay } from "#lib/format";
import type { Language } from "#lib/language";
import type { ShownHost, ShownSection, ShownStatistic } from "#lib/my-host/shown";
import { translate } from "#lib/text/index";
import { DeleteForm } from "./deletion";
import { HostDocument, type HostDocumentProps } from "./document";

/** Everything that is kept of a host, product by product, and the way to have it deleted. */
export function KeptOfHost({ hosts, at, ...props }: HostDocumentProps & { hosts: readonly ShownHost[]; at: Date }) {
	const { language } = props;
	const t = translate(language);
	const asOf = { date: formatDay(dayOf(at), language), time: at.toISOString().slice(11, 16) };
	return (
		<HostDocument {...props} title={t("myHost.title")} back={t("myHost.answer.another")}>
			<p className="lead">{t("myHost.answer.asOf", asOf)}</p>
			<nav className="parts" aria-label={t("myHost.answer.parts")}>
				{hosts.map(({ id, product }) => (
					<a key={id} href={`#${id}`}>
						{product}
					</a>
				))}
				<a href="#delete">{t("myHost.delete.title")}</a>
			</nav>
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
			<NamedValues values={host.about} />
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
					<NamedValues values={host.unmatched} />
				</>
			)}
		</section>
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
			<KeptFacts facts={section.facts} section={section.name} language={language} />
		</div>
	);
}

/** In what the host counts, statistic by statistic. */
function Statistics({ statistics, language }: { statistics: readonly ShownStatistic[]; language: Language }) {
	const t = translate(language);
	return (
		<dl className="named-values">
			{statistics.map(({ title, href, counts }) => (
				<div key={href}>
					<dt>
						<a href={href}>{title}</a>
					</dt>
					<dd>
						<Folded count={counts.length} language={language}>
							<ul>
								{counts.map(({ label, since }) => (
									<li key={label}>
										{label} <small>{t("myHost.answer.countsSince", { date: since })}</small>
									</li>
								))}
							</ul>
						</Folded>
					</dd>
				</div>
			))}
		</dl>
	);
}
