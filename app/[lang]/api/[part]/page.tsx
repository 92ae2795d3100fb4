import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { Operation } from "#components/api/guide";
import { Frame } from "#components/frame/frame";
import { HistoricNotice } from "#components/frame/notices";
import { apiPartPath, apiPath, hrefOf } from "#lib/address/links";
import { entryOfPart, operationOfPart } from "#lib/api/guide";
import { siteAddress } from "#lib/http/site-address";
import { defaultLanguage, isLanguage } from "#lib/language";
import { translate } from "#lib/text/index";
import { isSimulation, openView, type ViewProps } from "../../open-view";
import { pageMetadata } from "../../page-metadata";
import { PreviewTags } from "../../preview-tags";

type Props = ViewProps<{ part: string }>;

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { part, lang } = await props.params;
	const entry = entryOfPart(part, isLanguage(lang) ? lang : defaultLanguage)?.entry;
	return entry ? pageMetadata(props, { title: `${entry.method} ${entry.path}`, description: entry.summary }) : {};
}

/** One address for programs. */
export default async function ApiPart(props: Props) {
	const { view, shown, observed } = await openView(props);
	const { part } = await props.params;
	const { group, entry } = entryOfPart(part, view.language) ?? notFound();
	const origin = siteAddress({ headers: await headers(), url: "http://localhost" });
	const operation = (await operationOfPart(part, view, origin)) ?? notFound();
	const path = apiPartPath(part);
	const t = translate(view.language);
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
			<p className="crumb">
				<a href={hrefOf(view, apiPath)}>{t("programs.api.title")}</a>
			</p>
			{shown && <HistoricNotice view={view} path={path} lastDay={shown.published.lastDay} />}
			<Operation view={view} operation={operation} />
			<nav className="contents" aria-label={group.title}>
				<p>{group.title}</p>
				{group.operations
					.filter(({ id }) => id !== entry.id)
					.map((one) => (
						<a key={one.id} href={hrefOf(view, apiPartPath(one.part))}>
							{one.path}
						</a>
					))}
			</nav>
		</Frame>
	);
}
