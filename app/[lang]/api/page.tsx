import { headers } from "next/headers";
import { ApiGroup, SchemaList } from "#components/api/index-lists";
import { MovedAnchors } from "#components/controls/moved-anchors";
import { apiPath } from "#lib/address/links";
import { apiIndex, apiSchemas } from "#lib/api/guide";
import { languagesText } from "#lib/api/text";
import { dataLicence } from "#lib/data-licence";
import { siteAddress } from "#lib/http/site-address";
import { defaultLanguage } from "#lib/language";
import { translate } from "#lib/text/index";
import { openView, type ViewProps } from "../open-view";
import { PageFrame } from "../page-frame";
import { metadataOf } from "../page-metadata";

export const generateMetadata = metadataOf("programs.api");

/** The index of the addresses for programs. */
export default async function Api(props: ViewProps) {
	const opened = await openView(props);
	const { view } = opened;
	const { language } = view;
	const t = translate(language);
	const groups = apiIndex(language);
	const document = `${siteAddress({ headers: await headers(), url: "http://localhost" })}/api/openapi.json`;
	return (
		<PageFrame
			opened={opened}
			path={apiPath}
			choice="none"
			saysDay
			heading={
				<header className="title">
					<h1>{t("programs.api.title")}</h1>
					<p className="lead">{t("programs.api.lead")}</p>
				</header>
			}
		>
			<section className="prose">
				<p>{t("programs.api.rules")}</p>
				<p>{t("programs.api.terminal")}</p>
				<p>{t("programs.api.spreadsheets")}</p>
				<p>
					{languagesText(language)}{" "}
					{t.rich("programs.api.document", {
						address: () => (
							<a className="address" href={language === defaultLanguage ? document : `${document}?lang=${language}`}>
								{document}
							</a>
						),
					})}
				</p>
				<p>
					{t.rich("programs.api.licence", {
						terms: () => <a href={dataLicence.address}>{dataLicence.name}</a>,
					})}
				</p>
			</section>
			<nav className="contents" aria-label={t("programs.api.contents")}>
				{groups.map(({ name, title }) => (
					<a key={name} href={`#group-${name}`}>
						{title}
					</a>
				))}
				<a href="#schemas">{t("programs.api.answers")}</a>
			</nav>
			{groups.map((group) => (
				<ApiGroup key={group.name} view={view} group={group} />
			))}
			<SchemaList view={view} schemas={apiSchemas(language)} />
			<MovedAnchors />
		</PageFrame>
	);
}
