import { Folded, KeptFacts } from "#components/kept-facts";
import type { Language } from "#lib/language";
import type { ShownSection, ShownStatistic } from "#lib/shown-host";
import { translate } from "#lib/text/index";

export function OneSection({ section, language }: { section: ShownSection; language: Language }) {
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
export function Statistics({ statistics, language }: { statistics: readonly ShownStatistic[]; language: Language }) {
	const t = translate(language);
	return (
		<dl className="said">
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
