/** What the address of a statistic's page says beside language, product and date: how its chart and table are looked at. */
import { said, unless } from "./address-parameters";
import { type ChartView, chartParameters, plainChart } from "./chart-view";

export interface PageState {
	chart: ChartView;
	/** What rows of the table must contain; empty: all are shown. */
	search: string;
}

export const plainState: PageState = { chart: plainChart, search: "" };

/** An address with one of these has a state of its own. */
export const stateNames = ["show", "axis", "range", "from", "to", "bucket", "events", "q"] as const;
export type StateName = (typeof stateNames)[number];

/** Characters in `search`. */
export const searchMax = 60;

/** The state as parameters, without those that are as in `plainState`. */
export function stateParameters({ chart, search }: PageState): [string, string][] {
	return said([...chartParameters(chart), ["q", unless(search, plainState.search)]]);
}
