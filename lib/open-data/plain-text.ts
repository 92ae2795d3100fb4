/** A statistic as text for a terminal, with the history of each of its rows. */
import { dataHrefOf } from "#lib/address/links";
import type { StatisticExport } from "#lib/export/export";
import { readSeries } from "#lib/query/read";
import { remembered } from "#lib/query/remembered";
import { shownStatistic } from "#lib/query/shown-statistic";
import type { Distribution } from "#lib/series/distribution";
import { published } from "#lib/store/daily-rows";
import { terminalRowsMax, terminalText } from "./terminal";

export async function plainText(exported: StatisticExport<Distribution>): Promise<string> {
	const { statistic, product, shown, language, address, isSimulation } = exported;
	const { date } = shown;
	const range = (await published()) ?? { firstDay: date, lastDay: date, revision: 0 };
	const { lines } = await shownStatistic(statistic, product, date, language, range);
	const buckets = shown.rows.slice(0, terminalRowsMax).map(({ bucket }) => bucket);
	const key = ["terminal", statistic.slug, shown.product, date, language].join(" ");
	const history = await remembered(range.revision, key, () =>
		readSeries(statistic, product, { from: range.firstDay, to: date }, language, buckets),
	);
	return terminalText({
		statistic,
		distribution: shown,
		history,
		sentence: lines("wide").sentence,
		language,
		page: address,
		data: new URL(dataHrefOf({ language, product, day: date }, statistic, "day", "csv"), address).href,
		isSimulation,
	});
}
