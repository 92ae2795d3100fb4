/** The receiver of this process: made once, from the environment. */
import { env } from "#lib/env";
import { catalogOf } from "#lib/host-history/tally";
import { statistics } from "#lib/statistics/index";
import { acceptReport } from "#lib/store/accept";
import { store } from "#lib/store/client";
import { countriesPath, openCountries } from "./country";
import { rateLimit } from "./rate-limit";
import { type Receiver, receiver } from "./receive";

// Routes may be bundled apart: one rate limit is for all of them.
const shared = globalThis as { openvzStatisticsReceiver?: Promise<Receiver> };

export function readyReceiver(): Promise<Receiver> {
	shared.openvzStatisticsReceiver ??= openCountries(countriesPath()).then((countryOf) => {
		const catalog = catalogOf(statistics);
		return receiver({
			accept: (report) => acceptReport(store().pool, report, catalog),
			countryOf,
			limit: rateLimit(env().REPORTS_BURST),
			now: () => new Date(),
		});
	});
	return shared.openvzStatisticsReceiver;
}
