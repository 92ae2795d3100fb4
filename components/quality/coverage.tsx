import type { View } from "#lib/address/links";
import type { Day } from "#lib/day";
import { formatDay } from "#lib/format";
import { windowDays } from "#lib/product";
import { amountOf } from "#lib/series/captions";
import { names, type SectionName, translate } from "#lib/text/index";
import { CoverageTable, type KnownSection } from "./coverage-table";

interface Props {
	view: View;
	coverage: {
		active: number;
		sections: readonly KnownSection[];
		unread: readonly SectionName[];
		comparedWith: { day: Day } | null;
	};
	firstDay: Day;
	day: Day;
}

/** Which sections are known on how many hosts, and what can be said of the others. */
export function CoverageSection({ view, coverage, firstDay, day }: Props) {
	const { language, product } = view;
	const { active, sections, unread, comparedWith } = coverage;
	const t = translate(language);
	const days = `${windowDays[product]}`;
	const date = formatDay(day, language);
	const title = (section: SectionName) =>
		t("quality.coverage.quoted", { title: names(language).reports.sections[section] });
	return (
		<section aria-labelledby="coverage">
			<h2 id="coverage">{t("quality.coverage.title")}</h2>
			<p className="about">
				{t(`quality.coverage.about.${product}`, { days, amount: amountOf(active, "hosts", language) })}
			</p>
			{active === 0 ? (
				<p className="nothing">{t("quality.coverage.none", { days, date })}</p>
			) : (
				<>
					<CoverageTable {...{ sections, date, language }} />
					<p className="note">
						{comparedWith
							? t("quality.coverage.note", {
									first: formatDay(firstDay, language),
									before: formatDay(comparedWith.day, language),
								})
							: t("quality.coverage.noteOfOneDay")}
						{unread.length > 0 &&
							` ${t("quality.coverage.unread", { count: unread.length, sections: unread.map(title).join(", ") })}`}
					</p>
				</>
			)}
		</section>
	);
}
