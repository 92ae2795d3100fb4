import type { Metadata } from "next";
import { Schema } from "#components/api/guide";
import { Frame } from "#components/frame/frame";
import { apiAnswersPart, apiPartPath, apiPath, hrefOf } from "#lib/address/links";
import { apiSchemas } from "#lib/api/guide";
import { defaultLanguage, isLanguage } from "#lib/language";
import { translate } from "#lib/text/index";
import { isSimulation, openView, type ViewProps } from "../../open-view";
import { pageMetadata } from "../../page-metadata";
import { PreviewTags } from "../../preview-tags";

export async function generateMetadata(props: ViewProps): Promise<Metadata> {
	const { lang } = await props.params;
	const t = translate(isLanguage(lang) ? lang : defaultLanguage);
	return pageMetadata(props, { title: t("programs.api.answers"), description: t("programs.api.answersLead") });
}

/** The fields of all answers that are objects. */
export default async function ApiAnswers(props: ViewProps) {
	const { view, shown, observed } = await openView(props);
	const { language } = view;
	const t = translate(language);
	const schemas = apiSchemas(language);
	const path = apiPartPath(apiAnswersPart);
	return (
		<Frame
			view={view}
			path={path}
			section="api"
			published={shown?.published ?? null}
			observed={observed}
			simulated={isSimulation()}
		>
			<PreviewTags view={view} shown={shown} />
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
		</Frame>
	);
}
