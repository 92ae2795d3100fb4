import type { ReactNode } from "react";
import { ReportChooser } from "#components/inspect/chooser";
import { hrefOf, inspectPath, privacyPath } from "#lib/address/links";
import { products } from "#lib/product";
import { translate } from "#lib/text/index";
import { openView, type ViewProps } from "../open-view";
import { PageFrame } from "../page-frame";
import { metadataOf } from "../page-metadata";
import "../../../components/inspect/inspect.css";

export const generateMetadata = metadataOf("inspect");

export default async function Inspect(props: ViewProps) {
	const opened = await openView(props);
	const { view } = opened;
	const t = translate(view.language);
	const privacy = (text: ReactNode) => <a href={hrefOf(view, privacyPath)}>{text}</a>;
	const words = {
		file: t("inspect.choose.file"),
		drop: t("inspect.choose.drop"),
		samples: t("inspect.choose.samples"),
		reading: t("inspect.reading"),
		notLoaded: t("inspect.notLoaded"),
	};
	const samples = products.map((product) => ({
		href: `/samples/${product}-report.tar.gz`,
		name: t("inspect.choose.sample", { product: t(`product.${product}`) }),
	}));
	return (
		<PageFrame opened={opened} path={inspectPath} choice="none">
			<header className="title">
				<h1>{t("inspect.title")}</h1>
				<p className="lead">{t("inspect.lead")}</p>
			</header>
			<section className="chooser" aria-labelledby="choose">
				<h2 id="choose">{t("inspect.choose.title")}</h2>
				<noscript>
					<p className="nothing">{t("inspect.choose.noScript")}</p>
				</noscript>
				<ReportChooser view={view} words={words} samples={samples} />
				<p className="note">
					{t.rich("inspect.choose.host", {
						setting: () => <code>"protocol": "FILE"</code>,
						config: () => <code>/etc/vz/disp_helper.json</code>,
						archive: () => <code>/var/cache/cep/report.tar.gz</code>,
						show: () => <code>disp-helper show</code>,
					})}
				</p>
			</section>
			<section className="prose" aria-labelledby="how">
				<h2 id="how">{t("inspect.how.title")}</h2>
				<p>{t("inspect.how.local")}</p>
				<p>{t.rich("inspect.how.shown", { privacy })}</p>
			</section>
			<section className="prose" aria-labelledby="by-hand">
				<h2 id="by-hand">{t("inspect.byHand.title")}</h2>
				<p>
					{t.rich("inspect.byHand.text", {
						privacy,
						list: () => <code>tar tzf report.tar.gz</code>,
						unpack: () => <code>tar xzf report.tar.gz</code>,
					})}
				</p>
			</section>
		</PageFrame>
	);
}
