import { SaidList } from "#components/kept-facts";
import { dayOf } from "#lib/day";
import { formatDay } from "#lib/format";
import type { Language } from "#lib/language";
import type { ShownHost } from "#lib/shown-host";
import { translate } from "#lib/text/index";
import { DeleteForm } from "./deletion";
import { HostDocument, type HostDocumentProps } from "./document";
import { OneSection, Statistics } from "./said";

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
