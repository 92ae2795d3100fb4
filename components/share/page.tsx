import { LoneDocument } from "#components/lone/document";
import type { ShareOffer } from "#lib/share-offer";
import { translate } from "#lib/text/index";
import { ShareContent } from "./content";

/** The dialog as a page: where there is no JavaScript, and for the dialog itself, which shows this page's content. */
export function SharePage({ offer, style }: { offer: ShareOffer; style: string }) {
	const { language } = offer.lone.view;
	const t = translate(language);
	return (
		<LoneDocument name="share-page" language={language} title={t("share.title", { title: offer.title })} style={style}>
			<main>
				<p className="back">
					<a href={offer.page}>← {t("share.back")}</a>
				</p>
				<ShareContent offer={offer} />
			</main>
		</LoneDocument>
	);
}
