/**
 * Each statistic by its slug: title, how it is counted, and the names of its buckets that differ between languages.
 * `notes`, by day: what changed the meaning of its numbers, a rule or a corrected mistake.
 */
import type { StatisticText } from "../translation";

export const statistics = {
	// hosts
	"hosts-active": {
		title: "Active hosts",
		about:
			"Hosts that sent at least one report within the window: 14 days for OpenVZ 7, 60 days for OpenVZ 6, whose reporter runs once a month.",
	},
	"hosts-total": {
		title: "Hosts seen so far",
		about:
			"Every host that ever sent a report, up to and including that day. A reinstalled host counts as a new one, so this number never falls.",
	},
	"hosts-with-containers": {
		title: "Hosts that ever had containers",
		about:
			"Hosts that reported at least one container in any report so far, according to the list of containers or the host’s own counters.",
	},
	"hosts-with-running-containers": {
		title: "Hosts that ever had running containers",
		about:
			"Hosts that reported at least one running container in any report so far, according to the list of containers or the host’s own counters.",
	},
	"hosts-new": {
		title: "New hosts",
		about: "Hosts whose first report came on that day.",
	},
	"host-vendor": {
		title: "Server makers",
		about:
			"Hosts by the maker named in their firmware. A host whose firmware names none, or still has a placeholder there, is unknown.",
	},

	// reports
	reports: {
		title: "Reports received",
		about: "Reports accepted on that day. An exact copy from the same host within 24 hours is not counted.",
	},
	"reports-total": {
		title: "Reports so far",
		about:
			"Reports accepted up to and including that day. An exact copy from the same host within 24 hours is not counted.",
	},

	// versions
	"openvz-version": {
		title: "OpenVZ 6 and OpenVZ 7",
		about:
			"Active hosts of both generations, each in its own window: 14 days for OpenVZ 7, 60 days for OpenVZ 6 and older, whose reporter runs once a month.",
	},
	"openvz-release": {
		title: "OpenVZ releases",
		about:
			"Hosts by the release of OpenVZ they run. OpenVZ 6 has no release number of its own, so the version of vzctl stands in for it.",
	},
	"host-distro": {
		title: "Host distributions",
		about:
			"Hosts by the distribution they run, with its major version; Ubuntu and openSUSE with their release, like 22.04 and 15.5.",
	},
	"kernel-branch": {
		title: "Kernel branches",
		about: "Hosts by the branch to which the running kernel belongs.",
	},
	kernel: {
		title: "Kernels",
		about:
			"Hosts by the full version of the running kernel. Only versions in the form that OpenVZ, Virtuozzo, Proxmox VE and Debian use are named; all others are one bucket.",
	},
	readykernel: {
		title: "ReadyKernel patches",
		about: "Hosts by whether a ReadyKernel live patch for the running kernel is installed, and whether it is loaded.",
		buckets: { loaded: "Loaded", installed: "Installed, not loaded", none: "None" },
	},

	// virtual-machines
	"hosts-with-vms": {
		title: "Hosts with virtual machines",
		about:
			"Hosts by whether they hold at least one virtual machine, running or not, according to the host’s own counters. A host that sends no counters counts in the base only.",
	},
	virtualization: {
		title: "Containers or virtual machines",
		about:
			"Hosts by what they hold, running or not, according to the host’s own counters. A host that sends no counters counts in the base only.",
		buckets: { containers: "Containers only", vms: "Virtual machines only", both: "Both", none: "Neither" },
	},
	"vms-per-host": {
		title: "Virtual machines per host",
		about:
			"Hosts are grouped by how many virtual machines they hold; the total is the number of machines in the group. Templates are not counted.",
	},
	"vm-state": {
		title: "States of virtual machines",
		about: "Each virtual machine by its state when the report was made.",
	},
	"vm-memory": {
		title: "Memory of virtual machines",
		about: "Each virtual machine by the memory it was given.",
	},
	"vm-cpus": {
		title: "Virtual processors per virtual machine",
		about:
			"Each virtual machine by the number of virtual processors it was given. Processors of all its virtual sockets are counted.",
		notes: {
			"2026-11-30":
				"The sockets of a virtual machine are counted: until now a machine of two sockets with four processors each had four.",
		},
	},

	// guests
	"container-os-family": {
		title: "Distribution families in containers",
		about: "Each container by the distribution of the template it was made from, all versions together.",
	},
	"container-os": {
		title: "Distributions in containers",
		about:
			"Each container by the distribution and version of the template it was made from; later upgrades inside it are not seen. Names that hosters gave to templates of their own are never shown.",
	},
	"vm-guest-family": {
		title: "Windows or Linux in virtual machines",
		about: "Each virtual machine by the family of the guest system it was set up for.",
		buckets: { unknown: "Not set" },
	},
	"vm-guest-os": {
		title: "Guest systems of virtual machines",
		about: "Each virtual machine by the guest system it was set up for. Debian and Ubuntu have no version there.",
		buckets: {
			win: "Windows (other)",
			rhel: "RHEL 6 and older",
			centos: "CentOS 6 and older",
			vzlinux: "Virtuozzo Linux 6 and older",
			cloudlinux: "CloudLinux 6 and older",
			"linux-2.4": "Linux (kernel 2.4)",
			"linux-2.6": "Linux (kernel 2.6)",
			linux: "Linux (other)",
			unknown: "Not set",
		},
	},

	// containers
	"containers-per-host": {
		title: "Containers per host",
		about:
			"Hosts are grouped by how many containers they hold, running or not; the total is the number of containers in the group. Templates are not counted.",
	},
	"container-state": {
		title: "States of containers",
		about: "Each container by its state when the report was made.",
	},
	"container-memory": {
		title: "Memory limits of containers",
		about: "Each container by its memory limit.",
	},
	"container-cpus": {
		title: "Processor limits of containers",
		about: "Each container by the number of the host’s processors it may use at a time.",
	},
	"container-disk": {
		title: "Disk limits of containers",
		about: "Each container by the size its disk may grow to.",
	},
	"container-layout": {
		title: "Disk layouts of containers",
		about:
			"Each container by where its files are stored: in an image of its own (ploop) or in a directory of the host (simfs).",
		buckets: { unknown: "Not reported" },
	},
	"container-vswap": {
		title: "Containers that use VSwap",
		about:
			"Each container by whether its memory is limited by VSwap. Where vzctl is too old to report this, containers count in the base only.",
	},
	"container-processes": {
		title: "Server programs in containers",
		about:
			"Containers in which a known server program was among the processes that used the most processor time. One container may count for several programs; other programs are ignored.",
		buckets: { "game-server": "Game servers" },
	},
	"container-io-limits": {
		title: "Disk I/O limits of containers",
		about: "Each container by whether its disk traffic is limited, in bytes or in operations per second.",
		buckets: { limited: "Limited", unlimited: "Not limited" },
	},

	// countries
	country: {
		title: "Countries",
		about:
			"Active hosts by the country from which their latest report was sent. The sender’s address is looked up on receipt and not kept.",
	},

	// cpu
	"cpu-vendor": {
		title: "CPU vendors",
		about: "Hosts by the maker of their processors.",
		buckets: { elbrus: "Elbrus" },
	},
	"cpu-generation": {
		title: "CPU generations",
		about:
			"Hosts by the generation of their processors, which is derived from the model. Families that are not divided into generations count as one.",
		buckets: { virtual: "Virtual CPU", "engineering-sample": "Engineering sample", elbrus: "Elbrus" },
	},
	"cpu-model": {
		title: "CPU models",
		about:
			"Hosts by the model of their processors in its usual spelling, without clock rates and trademarks. Numbers and letters that were never sold are Other.",
		buckets: { "virtual-cpu": "Virtual CPU", "engineering-sample": "Engineering sample" },
		notes: { "2026-11-30": "Numbers and letters that were never sold are Other." },
	},
	"cpu-cores": {
		title: "CPU cores per host",
		about:
			"Hosts by the number of physical cores in all sockets together. Of processors without such a number, the places of their logical processors are counted.",
		notes: {
			"2026-11-30":
				"OpenVZ 6: cores as the processor gives their number. Until now those of AMD processors with two dies counted half, and of processors newer than their kernel twice. OpenVZ 7: ARM servers that have clusters are counted.",
		},
	},
	"cpu-threads": {
		title: "CPU threads per host",
		about:
			"Hosts by the number of logical processors that the system sees. Processors that are switched off do not count.",
		notes: { "2026-11-30": "Off-line logical processors no longer count." },
	},
	"cpu-sockets": {
		title: "CPU sockets per host",
		about:
			"Hosts by the number of occupied CPU sockets. A number that boards for the processor do not have is left out: virtual machines often claim a socket for each of their processors.",
		notes: { "2026-11-30": "Numbers of sockets that no board for the processor has are left out." },
	},
	"numa-nodes": {
		title: "NUMA nodes per host",
		about: "Hosts by the number of NUMA nodes, which are groups of processors with memory of their own.",
	},

	// memory
	"memory-installed": {
		title: "Installed memory",
		about:
			"Hosts are grouped by installed memory: what the kernel sees, rounded up to the size that is sold if at most 6% of it is missing, otherwise to the next step. The total is the memory of all hosts in the group.",
	},
	swap: {
		title: "Swap space",
		about: "Hosts by the size of their swap space.",
		buckets: { none: "No swap" },
	},
	"memory-policy": {
		title: "Memory policies",
		about: "Hosts by the policy of the memory manager VCMMD: performance, or density (as many guests as possible).",
		buckets: { performance: "Performance", density: "Density" },
	},

	// disks
	"disk-kind": {
		title: "Kinds of disks",
		about:
			"Each disk by its kind. A RAID controller hides the drives behind a volume, so the volume is counted; removable drives are not counted. Drives that makers of storage arrays sell under their own name are drives.",
		buckets: { "raid-volume": "RAID volume", san: "SAN volume", virtual: "Virtual disk" },
		notes: {
			"2026-11-30":
				"Several paths to one disk count once also where its number (WWN) is not reported; devices that say nothing of themselves are left out; drives with the brand of a storage array are drives, not SAN volumes.",
		},
	},
	"hosts-with-ssd": {
		title: "Hosts with SSD",
		about:
			"Hosts by whether they have at least one SSD or NVMe drive. “HDD only” means that there are drives and all are HDD; where RAID, SAN or virtual volumes hide the drives, or there are none, the answer is unknown.",
		buckets: { yes: "With SSD or NVMe", no: "HDD only" },
	},
	"disk-size": {
		title: "Disk sizes",
		about: "Each disk by its nominal size, in decimal units.",
	},
	"storage-installed": {
		title: "Installed storage",
		about:
			"Hosts are grouped by the total size of their disks, in decimal units; the total is the storage of all hosts in the group. A host with a disk of unknown size counts in the base only.",
		buckets: { none: "No disks" },
		notes: {
			"2026-11-30":
				"Several paths to one disk count once also where its number (WWN) is not reported, and devices that say nothing of themselves are left out.",
		},
	},
	"disk-vendor": {
		title: "Disk vendors",
		about:
			"Each disk by its maker, recognised by the model. Volumes have no maker; they, and disks with neither a model nor a maker, count in the base only. Toshiba and Kioxia, which was Toshiba’s memory business until 2019, count apart, by what the drive says.",
		notes: { "2026-11-30": "Volumes that name a maker are not counted any more." },
	},
	"disk-model": {
		title: "Disk models",
		about: "Each disk by its model, without the maker’s name. Disks without a model count in the base only.",
		notes: {
			"2026-11-30":
				"Volumes that name a maker are not counted any more, and letters and numbers that were never sold are Other.",
		},
	},
	"disks-per-host": {
		title: "Disks per host",
		about:
			"Hosts are grouped by how many disks they have; the total is the number of disks in the group. Removable drives are not counted. Several paths to one disk are one disk.",
		notes: {
			"2026-11-30":
				"Several paths to one disk count once also where its number (WWN) is not reported, and devices that say nothing of themselves are left out.",
		},
	},
	"vz-filesystem": {
		title: "File systems under /vz",
		about:
			"Hosts by the file system that stores their containers and virtual machines. A host that does not report it counts in the base only.",
	},

	// network
	"link-speed": {
		title: "Fastest network link",
		about:
			"Hosts by the speed of their fastest link. A host on which no link reports a speed counts in the base only. Virtual devices do not count.",
		buckets: { other: "Other speed" },
		notes: { "2026-11-30": "Virtual devices are left out: the venet of every OpenVZ host claims 10 Gbit/s." },
	},
	bonding: {
		title: "Bonding and teaming",
		about: "Hosts by whether they aggregate network links with the bonding driver, with teamd, or with both.",
		buckets: { none: "None", both: "Both" },
	},
	"bonding-mode": {
		title: "Bonding modes",
		about: "Each bond by its mode, named as the bonding driver names it.",
	},
	"team-runner": {
		title: "Team runners",
		about: "Each team by its runner, named as teamd names it.",
	},
	"nic-driver": {
		title: "Network drivers",
		about:
			"Hosts by the drivers of their network cards. A host with several drivers counts once for each of them. Virtual devices do not count.",
		notes: { "2026-11-30": "Virtual devices are left out, like the venet of every OpenVZ host." },
	},

	// software
	"openvz-packages": {
		title: "Versions of OpenVZ packages",
		about:
			"Hosts by the versions of OpenVZ’s own packages installed on them; a host counts once for each version of each package.",
	},
	services: {
		title: "Enabled services",
		about:
			"Hosts by the known system services that are enabled on them; a host counts once for each. Other services are never shown.",
	},
	cluster: {
		title: "Clusters",
		about:
			"Hosts by the kind of cluster they belong to: Virtuozzo Storage, high availability (shaman), both, or another kind.",
		buckets: { none: "None", shaman: "High availability (shaman)", both: "Both", other: "Other kind" },
	},
	"cgroup-controllers": {
		title: "Resource controllers (cgroups)",
		about: "Hosts by the kernel’s resource controllers in use on them; a host counts once for each.",
	},
	"packages-per-host": {
		title: "Packages per host",
		about: "Hosts by the number of packages installed on them.",
	},

	// activity
	"list-messages": {
		title: "Messages on mailing lists",
		about:
			"Messages by mailing list, on the UTC day of their Date header. A message that was sent to several lists, or is in several archives, counts once.",
	},
	"iso-downloads": {
		title: "Downloads of installation images",
		about:
			"Installation images by release, from the logs of mirrors. Requests of one client for one image within 24 hours are one download, on the day of the first, if at least 90% of the image was sent. Robots, mirrors and the operators’ own networks are left out.",
		buckets: { factory: "Factory (development)" },
	},
	"update-clients": {
		title: "Clients that ask for updates",
		about:
			"Different clients (address and program) that asked the package repositories for updates in a week, from the logs of mirrors. Clients behind a shared address may count as one, and one whose address changes counts again; a client that uses two mirrors counts twice.",
		buckets: { factory: "Factory (development)" },
	},
	"package-downloads": {
		title: "Downloads of packages",
		about:
			"Packages by kind, from the logs of mirrors. Requests of one client for one package on one day are one download, because package managers first ask for its header.",
		buckets: { kernel: "Kernels", tools: "Tools", template: "Templates" },
	},
	"template-downloads": {
		title: "Downloads of container templates",
		about:
			"Ready-made templates of containers by distribution, from the logs of mirrors. Requests of one client for one template on one day are one download.",
	},
	"network-installs": {
		title: "Installations over the network",
		about:
			"Addresses from which an installer fetched the description of a release and its image, or from which Anaconda fetched the description, on one day.",
	},
	"list-posters": {
		title: "People who write to mailing lists",
		about: "Different senders’ addresses in a month, over all lists. The addresses themselves are not kept.",
	},
	"bugs-created": {
		title: "Bugs reported",
		about: "Entries of the bug tracker by type, on the UTC day on which they were created.",
		buckets: { bug: "Bugs", improvement: "Improvements", "new-feature": "New features", task: "Tasks" },
	},
	"bugs-resolved": {
		title: "Bugs resolved",
		about:
			"Entries of the bug tracker by type, on the UTC day on which they were resolved. If an entry was resolved several times, the last time counts.",
		buckets: { bug: "Bugs", improvement: "Improvements", "new-feature": "New features", task: "Tasks" },
	},
	"bugs-open": {
		title: "Open bugs",
		about: "Entries of the bug tracker by type that were created and not resolved at the end of the day.",
		buckets: { bug: "Bugs", improvement: "Improvements", "new-feature": "New features", task: "Tasks" },
	},
	"forum-posts": {
		title: "Posts in the forum",
		about:
			"Approved posts in the forum, on their UTC day. Messages that the forum copies from mailing lists are not counted here.",
	},
	"forum-topics": {
		title: "New topics in the forum",
		about: "Topics on the UTC day of their first post.",
	},
	"forum-posters": {
		title: "People who write in the forum",
		about: "Different members who wrote at least one post in a month. Who they are is not kept.",
	},
	"distrowatch-hits": {
		title: "Page hits on DistroWatch",
		about:
			"Hits a day on the page of a distribution, as DistroWatch says; the source is linked. DistroWatch itself says that they show neither usage nor quality.",
	},
	"hosters-with-openvz": {
		title: "Hosting companies with OpenVZ",
		about: "Companies that offer servers with OpenVZ, as others counted them; the source is linked.",
	},

	// crashes
	"crash-reports": {
		title: "Crash reports",
		about:
			"Reports of crashed programs and of kernel oopses that abrt sent, on the day they arrived, by what crashed. One network (/24 or /48) counts once an hour for each problem and at most 50 times a day, the network around it (/16 or /32) at most 500 times.",
		buckets: { core: "Program", kerneloops: "Kernel" },
	},
	"crash-components": {
		title: "Crashes by package",
		about:
			"Crash reports by the package whose program crashed; the kernel is one of them. Packages that neither OpenVZ nor Enterprise Linux ships, and those that fewer than 5 hosts reported, are in Other.",
	},
	"crash-kernel-branch": {
		title: "Kernel oopses by branch",
		about:
			"Reports of kernel oopses by the branch of the kernel. Branches that fewer than 5 hosts reported are in Other.",
	},
	"crash-releases": {
		title: "Crashes by release",
		about:
			"Crash reports by the release of OpenVZ or Virtuozzo, or by the distribution and its major version where the host names that. Releases that fewer than 5 hosts reported are in Other.",
	},
	"crash-problems-new": {
		title: "New problems",
		about:
			"Problems that were reported for the first time on the day. Crashes with the same package and the same functions are one problem, even before enough hosts have reported it to be named.",
	},
	"crash-bugs": {
		title: "Bugs from crash reports",
		about:
			"Bugs created in the month: those to which the developers linked a reported problem in that month, and the others.",
		buckets: { crash: "From a crash report", "no-crash": "Other bugs" },
	},
} as const satisfies Readonly<Record<string, StatisticText>>;
