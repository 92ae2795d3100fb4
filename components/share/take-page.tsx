import { hrefOf, presentationPath, type View } from "#lib/address/links";
import { defaultLook, slideHrefOf } from "#lib/sharing/standalone-chart";
import { translate } from "#lib/text/index";

/** A whole page for a talk: on the screen, slide by slide, and as a file. `first` is the slug of its first statistic. */
export function TakePage({ view, page, first }: { view: View; page: string; first: string }) {
	const t = translate(view.language);
	return (
		<p className="take-page">
			<span>{t("share.page.title")}</span>
			<a href={slideHrefOf({ ...defaultLook, view, slug: first })} rel="nofollow">
				{t("share.page.slides")}
			</a>
			<a href={hrefOf(view, presentationPath(page))} rel="nofollow">
				PowerPoint
			</a>
		</p>
	);
}
