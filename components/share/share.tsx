import { hrefOf, presentationPath, type View } from "#lib/address/links";
import { defaultLook, type StandaloneChart, shareHrefOf, slideHrefOf } from "#lib/sharing/standalone-chart";
import { titleOf } from "#lib/statistics/labels";
import type { Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { ShareButton } from "./share-button";

type Props = { view: View; statistic: Statistic } & Partial<Pick<StandaloneChart, "chart" | "form" | "sides">>;

/** Opens the Share dialog of a statistic's chart. */
export function Share({ view, statistic, ...look }: Props) {
	const t = translate(view.language);
	const href = shareHrefOf({ ...defaultLook, ...look, slug: statistic.slug, view });
	return (
		<ShareButton href={href} label={t("share.title", { title: titleOf(statistic, view.language) })}>
			{t("share.button")}
		</ShareButton>
	);
}

/** Links for a talk about the page: slides on the screen, and a file. `first` is the slug of its first statistic. */
export function TalkLinks({ view, page, first }: { view: View; page: string; first: string }) {
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
