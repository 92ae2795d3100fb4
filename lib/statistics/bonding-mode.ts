/** The modes of bonds. */
import { overWindow } from "./statistic";
import { countEach } from "./tally";

export default overWindow({
	slug: "bonding-mode",
	section: "network",
	unit: "bonds",
	page: "network",
	place: 3,
	products: ["openvz7"],
	labels: {
		"balance-rr": "balance-rr (0)",
		"active-backup": "active-backup (1)",
		"balance-xor": "balance-xor (2)",
		broadcast: "broadcast (3)",
		"802.3ad": "802.3ad, LACP (4)",
		"balance-tlb": "balance-tlb (5)",
		"balance-alb": "balance-alb (6)",
	},
	tally: ({ bonds }) => countEach(bonds, ({ mode }) => mode),
});
