import type { View } from "#lib/address/links";
import { defaultLook, type StandaloneChart, shareHrefOf } from "#lib/sharing/standalone-chart";
import { titleOf } from "#lib/statistics/labels";
import type { Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { ShareButton } from "./share-button";

type Props = { view: View; statistic: Statistic } & Partial<Pick<StandaloneChart, "chart" | "form">>;

/** Opens everything that can be taken of a statistic's chart. */
export function Share({ view, statistic, ...look }: Props) {
	const t = translate(view.language);
	const href = shareHrefOf({ ...defaultLook, ...look, slug: statistic.slug, view });
	return (
		<ShareButton href={href} label={t("share.title", { title: titleOf(statistic, view.language) })}>
			{t("share.button")}
		</ShareButton>
	);
}
