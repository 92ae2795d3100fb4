import { HiddenInputs } from "#components/state/hidden-inputs";
import { Step } from "#components/step";
import { hrefOf, type View } from "#lib/address/links";
import type { QueryParts } from "#lib/address/query";
import { type Day, earlier, later, plusDays } from "#lib/day";
import { defaultProduct } from "#lib/product";
import { translate } from "#lib/text/index";
import { Calendar } from "./calendar";

interface Props {
	view: View;
	path: string;
	/** Parameters that stay. */
	keep?: QueryParts;
	published: { firstDay: Day; lastDay: Day };
}

/** Shows the site as of any published day. A plain form: it needs no JavaScript, and its addresses can be kept. */
export function DateFilter({ view, path, keep = [], published: { firstDay, lastDay } }: Props) {
	const t = translate(view.language);
	const day = view.day ?? lastDay;
	const to = (wanted: Day) => {
		const inside = earlier(later(wanted, firstDay), lastDay);
		return inside === day ? null : hrefOf({ ...view, day: inside === lastDay ? null : inside }, path, keep);
	};
	return (
		<form className="dates" action={hrefOf({ ...view, product: defaultProduct, day: null }, path)}>
			<HiddenInputs view={{ ...view, day: null }} parameters={keep} />
			<Step to={to(plusDays(day, -7))} rel="prev" label={t("date.previousWeek")} sign="←" />
			<label>
				<span>{t("date.asOf")}</span>
				<input type="date" name="date" defaultValue={day} min={firstDay} max={lastDay} required />
			</label>
			<button type="submit">{t("date.show")}</button>
			<Step to={to(plusDays(day, 7))} rel="next" label={t("date.nextWeek")} sign="→" />
			<Calendar {...{ view, path, keep, day }} published={{ firstDay, lastDay }} />
			{view.day && <a href={hrefOf({ ...view, day: null }, path, keep)}>{t("date.latest")}</a>}
		</form>
	);
}
