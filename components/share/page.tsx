import { StandaloneDocument } from "#components/standalone/document";
import { standaloneStyle } from "#components/standalone/styles";
import type { ShareOffer } from "#lib/sharing/share-offer";
import { translate } from "#lib/text/index";
import { ShareContent } from "./content";
import content from "./share.css?raw";
import page from "./share-page.css?raw";

export const shareStyle = standaloneStyle("auto", content, page);

/** The dialog as a page: where there is no JavaScript, and for the dialog itself, which shows this page's content. */
export function SharePage({ offer }: { offer: ShareOffer }) {
	const { language } = offer.standalone.view;
	const t = translate(language);
	return (
		<StandaloneDocument
			name="share-page"
			language={language}
			title={t("share.title", { title: offer.title })}
			style={shareStyle}
		>
			<main>
				<p className="back">
					<a href={offer.page}>← {t("share.back")}</a>
				</p>
				<ShareContent offer={offer} />
			</main>
		</StandaloneDocument>
	);
}
