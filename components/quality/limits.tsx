import { Static } from "#components/static";
import { hrefOf, methodologyPath, statisticPath, type View } from "#lib/address/links";
import { windowDaysTexts } from "#lib/product";
import type { Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";

/** What the numbers cannot tell. `newcomers` is the statistic in which invented hosts would show. */
export function Limits({ view, newcomers }: { view: View; newcomers: Statistic }) {
	const t = translate(view.language);
	const linkTo = (path: string) => (text: React.ReactNode) => <a href={hrefOf(view, path)}>{text}</a>;
	const limits = [
		["volunteers", t("quality.limits.volunteers")],
		["trust", t.rich("quality.limits.trust", { newcomers: linkTo(statisticPath(newcomers)) })],
		["country", t("quality.limits.country")],
		["clones", t("quality.limits.clones")],
		["small", t.rich("quality.limits.small", { methodology: linkTo(methodologyPath) })],
		["legacy", t("quality.limits.legacy", windowDaysTexts)],
		["late", t("quality.limits.late")],
		["crashes", t("quality.limits.crashes")],
	] as const;
	return (
		<Static as="section" aria-labelledby="limits">
			<h2 id="limits">{t("quality.limits.title")}</h2>
			<ul className="limits">
				{limits.map(([name, said]) => (
					<li key={name}>{said}</li>
				))}
			</ul>
		</Static>
	);
}
