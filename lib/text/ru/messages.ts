/** Every message in Russian. */
import { charts } from "./charts";
import { inspect } from "./inspect";
import { methodology } from "./methodology";
import { myHost } from "./my-host";
import { privacy } from "./privacy";
import { programs } from "./programs";
import { quality } from "./quality";
import { sharing } from "./sharing";
import { site } from "./site";

export const messages = {
	...site,
	...charts,
	...sharing,
	...programs,
	...myHost,
	...inspect,
	...methodology,
	...privacy,
	...quality,
};
