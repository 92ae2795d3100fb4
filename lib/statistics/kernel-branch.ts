/** Which branch of the kernel the hosts run. */
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "kernel-branch",
	section: "static",
	unit: "hosts",
	page: "versions",
	place: 4,
	labels: {
		vz7: "Virtuozzo 7 (3.10)",
		vz8: "Virtuozzo 8 (4.18)",
		vz9: "Virtuozzo 9 (5.14)",
		vz10: "Virtuozzo 10 (6.12)",
		"rhel6-042stab": "RHEL 6 042stab (2.6.32)",
		"rhel5-028stab": "RHEL 5 028stab (2.6.18)",
		pve: "Proxmox VE",
		debian: "Debian",
	},
	tally: ({ kernelBranch }) => hostIn(kernelBranch),
});
