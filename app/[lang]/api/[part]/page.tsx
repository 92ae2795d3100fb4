import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { Operation } from "#components/api/guide";
import { apiPartPath, apiPath, hrefOf } from "#lib/address/links";
import { entryOfPart, operationOfPart } from "#lib/api/guide";
import { siteAddress } from "#lib/http/site-address";
import { defaultLanguage, isLanguage } from "#lib/language";
import { translate } from "#lib/text/index";
import { openView, type ViewProps } from "../../open-view";
import { PageFrame } from "../../page-frame";
import { pageMetadata } from "../../page-metadata";

type Props = ViewProps<{ part: string }>;

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { part, lang } = await props.params;
	const entry = entryOfPart(part, isLanguage(lang) ? lang : defaultLanguage)?.entry;
	return entry ? pageMetadata(props, { title: `${entry.method} ${entry.path}`, description: entry.summary }) : {};
}

/** One address for programs. */
export default async function ApiPart(props: Props) {
	const opened = await openView(props);
	const { view } = opened;
	const { part } = await props.params;
	const { group, entry } = entryOfPart(part, view.language) ?? notFound();
	const origin = siteAddress({ headers: await headers(), url: "http://localhost" });
	const operation = (await operationOfPart(part, view, origin)) ?? notFound();
	const path = apiPartPath(part);
	const t = translate(view.language);
	return (
		<PageFrame
			opened={opened}
			path={path}
			section="api"
			choice="none"
			saysDay
			heading={
				<p className="crumb">
					<a href={hrefOf(view, apiPath)}>{t("programs.api.title")}</a>
				</p>
			}
		>
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
		</PageFrame>
	);
}
