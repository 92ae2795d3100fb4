import { headers } from "next/headers";
import { Frame } from "#components/frame/frame";
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
import { isSimulation, openView, type ViewProps } from "../open-view";
import { metadataOf } from "../page-metadata";
import { PreviewTags } from "../preview-tags";

export const generateMetadata = metadataOf("join");

export default async function Join(props: ViewProps) {
	const { view, shown, observed } = await openView(props);
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
		<Frame
			view={view}
			path={joinPath}
			published={shown?.published ?? null}
			observed={observed}
			simulated={isSimulation()}
		>
			<PreviewTags view={view} shown={shown} />
			<header className="title">
				<h1>{t("join.title")}</h1>
				<p className="lead">{t("join.lead")}</p>
			</header>
			<TakePart {...{ language, site, pages }} archive={reporterArchivePath} {...productTable.openvz7.commands} />
		</Frame>
	);
}
