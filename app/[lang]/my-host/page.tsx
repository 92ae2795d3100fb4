import { HostForm } from "#components/my-host/form";
import { SwitchOff, WhereUuid } from "#components/my-host/on-the-host";
import { hrefOf, joinPath, myHostPath, privacyPath } from "#lib/address/links";
import { translate } from "#lib/text/index";
import { openView, type ViewProps } from "../open-view";
import { PageFrame } from "../page-frame";
import { metadataOf } from "../page-metadata";

export const generateMetadata = metadataOf("myHost");

export default async function MyHost(props: ViewProps) {
	const opened = await openView(props);
	const { view } = opened;
	const { language } = view;
	const t = translate(language);
	return (
		<PageFrame opened={opened} path={myHostPath} choice="none">
			<header className="title">
				<h1>{t("myHost.title")}</h1>
				<p className="lead">{t("myHost.lead")}</p>
			</header>
			<section className="prose" aria-labelledby="ask">
				<h2 id="ask">{t("myHost.form.title")}</h2>
				<HostForm language={language} />
				<p>{t("myHost.form.promise")}</p>
				<p>
					<a href={hrefOf(view, privacyPath)}>{t("privacy.title")}</a>
				</p>
			</section>
			<section className="prose" aria-labelledby="where">
				<h2 id="where">{t("myHost.where.title")}</h2>
				<WhereUuid language={language} />
			</section>
			<section className="prose" aria-labelledby="joining">
				<h2 id="joining">{t("myHost.join.title")}</h2>
				<p>{t.rich("myHost.join.text", { join: (words) => <a href={hrefOf(view, joinPath)}>{words}</a> })}</p>
			</section>
			<section className="prose" aria-labelledby="off">
				<h2 id="off">{t("myHost.off.title")}</h2>
				<SwitchOff language={language} />
			</section>
		</PageFrame>
	);
}
