import type { Metadata } from "next";
import { Schema } from "#components/api/guide";
import { apiAnswersPart, apiPartPath, apiPath, hrefOf } from "#lib/address/links";
import { apiSchemas } from "#lib/api/guide";
import { defaultLanguage, isLanguage } from "#lib/language";
import { translate } from "#lib/text/index";
import { openView, type ViewProps } from "../../open-view";
import { PageFrame } from "../../page-frame";
import { pageMetadata } from "../../page-metadata";

export async function generateMetadata(props: ViewProps): Promise<Metadata> {
	const { lang } = await props.params;
	const t = translate(isLanguage(lang) ? lang : defaultLanguage);
	return pageMetadata(props, { title: t("programs.api.answers"), description: t("programs.api.answersLead") });
}

/** The fields of all answers that are objects. */
export default async function ApiAnswers(props: ViewProps) {
	const opened = await openView(props);
	const { view } = opened;
	const { language } = view;
	const t = translate(language);
	const schemas = apiSchemas(language);
	const path = apiPartPath(apiAnswersPart);
	return (
		<PageFrame opened={opened} path={path} section="api" choice="none">
			<header className="title">
				<p className="crumb">
					<a href={hrefOf(view, apiPath)}>{t("programs.api.title")}</a>
				</p>
				<h1>{t("programs.api.answers")}</h1>
				<p className="lead">{t("programs.api.answersLead")}</p>
			</header>
			<section className="api">
				{schemas.map((schema) => (
					<Schema key={schema.name} schema={schema} language={language} />
				))}
			</section>
		</PageFrame>
	);
}
