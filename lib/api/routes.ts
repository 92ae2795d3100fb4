/** Every address for programs. */
import { dataRoutes } from "./data-routes";
import { embedRoutes } from "./embed-routes";
import { factRoutes } from "./fact-routes";
import { hostRoutes } from "./host-routes";
import { newsRoutes } from "./news-routes";
import { reportRoutes } from "./report-routes";
import type { Route } from "./route";
import { serviceRoutes } from "./service-routes";

export const routes: readonly Route[] = [
	...dataRoutes,
	...factRoutes,
	...embedRoutes,
	...newsRoutes,
	...reportRoutes,
	...hostRoutes,
	...serviceRoutes,
];
