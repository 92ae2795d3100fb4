import { headers } from "next/headers";
import { TakePart } from "#components/reporter/take-part";
import {
	hrefOf,
	inspectPath,
	joinPath,
	myHostPath,
	privacyPath,
	reporterArchivePath,
	reporterPath,
} from "#lib/address/links";
import { siteAddress } from "#lib/http/site-address";
import { productTable } from "#lib/product";
import { translate } from "#lib/text/index";
import { openView, type ViewProps } from "../open-view";
import { PageFrame } from "../page-frame";
import { metadataOf } from "../page-metadata";

export const generateMetadata = metadataOf("join");

export default async function Join(props: ViewProps) {
	const opened = await openView(props);
	const { view } = opened;
	const { language } = view;
	const t = translate(language);
	const pages = {
		privacy: hrefOf(view, privacyPath),
		inspect: hrefOf(view, inspectPath),
		myHost: hrefOf(view, myHostPath),
		reporter: hrefOf(view, reporterPath),
	};
	const site = siteAddress({ headers: await headers(), url: "http://localhost" });
	return (
		<PageFrame opened={opened} path={joinPath} choice="none">
			<header className="title">
				<h1>{t("join.title")}</h1>
				<p className="lead">{t("join.lead")}</p>
			</header>
			<TakePart {...{ language, site, pages }} archive={reporterArchivePath} {...productTable.openvz7.commands} />
		</PageFrame>
	);
}
