/** Everything the site says in English. */
import { buckets } from "./buckets";
import { charts } from "./charts";
import { crashes } from "./crashes";
import { inspect } from "./inspect";
import { join } from "./join";
import { methodology } from "./methodology";
import { myHost } from "./my-host";
import { pages } from "./pages";
import { privacy } from "./privacy";
import { programs } from "./programs";
import { quality } from "./quality";
import { questions } from "./questions";
import { refusals } from "./refusals";
import { reports } from "./reports";
import { search } from "./search";
import { sharing } from "./sharing";
import { site } from "./site";
import { statistics } from "./statistics";

/** ICU messages, which take arguments. Those that no browser needs are in server.ts. */
export const messages = {
	...site,
	...charts,
	...sharing,
	...programs,
	...myHost,
	...inspect,
	...join,
	...methodology,
	...privacy,
	...quality,
	...questions,
	...crashes,
	...search,
};

/** Plain texts by the key of what they name. */
export const names = { statistics, pages, buckets, reports, refusals };
