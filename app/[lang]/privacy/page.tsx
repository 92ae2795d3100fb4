import { DroppedFields, KeptSections, KeptTimes, ReportFields } from "#components/privacy";
import { hrefOf, inspectPath, joinPath, myHostPath, privacyPath, reporterFilePath } from "#lib/address/links";
import { env } from "#lib/env";
import { keptSections, reportFields } from "#lib/privacy/fields";
import { products } from "#lib/product";
import { formats } from "#lib/readers/formats";
import { translate } from "#lib/text/index";
import { openView, type ViewProps } from "../open-view";
import { PageFrame } from "../page-frame";
import { metadataOf } from "../page-metadata";

export const generateMetadata = metadataOf("privacy");

/** What collects each file of a report on the host. */
const reporterScripts = Object.fromEntries(
	Object.values(formats.openvz7.sections).map(({ member }) => {
		const name = member.replace(".json", ".py");
		return [member, { name, href: reporterFilePath(`cep-scripts/${name}`) }];
	}),
);

export default async function Privacy(props: ViewProps) {
	const opened = await openView(props);
	const { view } = opened;
	const { language } = view;
	const t = translate(language);
	return (
		<PageFrame opened={opened} path={privacyPath} choice="none">
			<header className="title">
				<h1>{t("privacy.title")}</h1>
				<p className="lead">{t("privacy.lead")}</p>
			</header>
			<section className="prose" aria-labelledby="in-short">
				<h2 id="in-short">{t("privacy.short.title")}</h2>
				<p>
					{t.rich("privacy.short.part", {
						join: (text) => <a href={hrefOf(view, joinPath)}>{text}</a>,
					})}
				</p>
				<p>{t("privacy.short.allowed")}</p>
				<p>{t("privacy.short.published")}</p>
				<p>
					{t.rich("privacy.short.inspect", {
						inspect: (text) => <a href={hrefOf(view, inspectPath)}>{text}</a>,
					})}
				</p>
				<p>{t("privacy.short.observed")}</p>
				<p>{t("privacy.short.visitors")}</p>
			</section>
			<KeptSections language={language} kept={keptSections} />
			<KeptTimes language={language} factsDays={env().FACTS_DAYS} />
			<DroppedFields language={language} />
			{products.map((product) => (
				<ReportFields
					key={product}
					language={language}
					id={`fields-${product}`}
					title={t("privacy.everyField", { product: t(`product.${product}`) })}
					files={reportFields[product]}
					scripts={product === "openvz7" ? reporterScripts : {}}
				/>
			))}
			<section className="prose" aria-labelledby="crashes">
				<h2 id="crashes">{t("privacy.crashes.title")}</h2>
				<p>
					{t.rich("privacy.crashes.text", {
						days: env().FACTS_DAYS,
						package: (words) => <a href={reporterFilePath("crash/README.md")}>{words}</a>,
					})}
				</p>
			</section>
			<section className="prose" aria-labelledby="leaving">
				<h2 id="leaving">{t("privacy.delete")}</h2>
				<p>{t("privacy.switchOff")}</p>
				<p>
					{t.rich("privacy.deleteText", {
						page: (words) => <a href={hrefOf(view, myHostPath)}>{words}</a>,
						command: () => <code>npm run stats -- forget &lt;uuid&gt;</code>,
					})}
				</p>
			</section>
		</PageFrame>
	);
}
