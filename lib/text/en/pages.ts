/** The pages of statistics: title, and a sentence below it. */
export const pages = {
	hosts: {
		title: "Hosts",
		lead: "How many hosts report, how many of them hold containers, and how that changes.",
	},
	reports: {
		title: "Reports",
		lead: "How many reports arrive each day, and how many have arrived so far.",
	},
	versions: {
		title: "Versions",
		lead: "Which OpenVZ releases, kernels and host distributions are in use.",
	},
	"virtual-machines": {
		title: "Virtual machines",
		lead: "How many hosts run virtual machines, and how large the machines are.",
	},
	guests: {
		title: "Guest systems",
		lead: "Which operating systems run inside containers and virtual machines.",
	},
	containers: {
		title: "Containers",
		lead: "How many containers a host holds, their states, limits and disk layouts.",
	},
	countries: {
		title: "Countries",
		lead: "Where in the world the reports come from.",
	},
	cpu: {
		title: "Processors",
		lead: "Which processors the hosts have, and how many cores.",
	},
	memory: {
		title: "Memory",
		lead: "How much memory and swap the hosts have, and how memory is managed.",
	},
	disks: {
		title: "Disks",
		lead: "Which drives the hosts have, how large they are, and where hard disks are still in use.",
	},
	network: {
		title: "Network",
		lead: "How fast the network links are, which drivers they use, and how they are aggregated.",
	},
	software: {
		title: "Software",
		lead: "Which services, packages, clusters and resource controllers the hosts use.",
	},
	activity: {
		title: "Around OpenVZ",
		lead: "What can be seen of OpenVZ without any reporter: downloads, updates, mail, bugs and the forum.",
	},
	crashes: {
		title: "Crashes",
		lead: "Which programs and kernels of OpenVZ crash, how often, and since which version.",
	},
} as const;
