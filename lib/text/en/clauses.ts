/** What a statistic says of some of what it counts, and of its typical host. */

export const clauses = {
	/**
	 * By statistic. `share` is like `80% of hosts`, `4 of 5 hosts` or `20%`; `count` is what a verb beside it agrees with. A
	 * clause starts no sentence by itself.
	 */
	clause: {
		"openvz-version": "{share} {count, plural, one {runs} other {run}} {label}",
		"openvz-release": "{share} {count, plural, one {runs} other {run}} release {label}",
		"host-distro": "{share} {count, plural, one {runs} other {run}} {label}",
		"kernel-branch": "{share} {count, plural, one {runs} other {run}} a kernel of the branch {label}",
		kernel: "{share} {count, plural, one {runs} other {run}} the kernel {label}",
		readykernel:
			"{share} {count, plural, one {has} other {have}} {bucket, select, loaded {a ReadyKernel patch loaded} installed {a ReadyKernel patch installed, but not loaded} none {no ReadyKernel patch} other {{label}}}",
		"host-vendor": "{share} {count, plural, one {is} other {are}} made by {label}",
		country:
			"{share} {count, plural, one {is} other {are}} in {bucket, select, ae {the } bs {the } cf {the } cd {the } do {the } gb {the } gm {the } im {the } km {the } mh {the } mv {the } nl {the } ph {the } sb {the } tc {the } us {the } vg {the } vi {the } other {}}{label}",
		"hosts-with-vms":
			"{share} {count, plural, one {holds} other {hold}} {bucket, select, yes {} other {no }}virtual machines",
		virtualization:
			"{share} {count, plural, one {holds} other {hold}} {bucket, select, containers {containers alone} vms {virtual machines alone} both {both containers and virtual machines} other {neither containers nor virtual machines}}",
		"vms-per-host":
			"{share} {count, plural, one {is} other {are}} on hosts that hold {bucket, select, 1 {a single one} other {{label} of them}}",
		"vm-state":
			"{share} {count, plural, one {is} other {are}} {bucket, select, running {running} stopped {stopped} suspended {suspended} paused {paused} mounted {mounted} other {in the state “{label}”}}",
		"vm-memory": "{share} {count, plural, one {has} other {have}} {label} of memory",
		"vm-cpus":
			"{share} {count, plural, one {has} other {have}} {bucket, select, 1 {one virtual processor} 2 {two virtual processors} other {{label} virtual processors}}",
		"vm-guest-family": "{share} {count, plural, one {runs} other {run}} {label}",
		"vm-guest-os": "{share} {count, plural, one {runs} other {run}} {label}",
		"containers-per-host":
			"{share} {count, plural, one {is} other {are}} on hosts that hold {bucket, select, 1 {a single one} other {{label} of them}}",
		"container-state":
			"{share} {count, plural, one {is} other {are}} {bucket, select, running {running} stopped {stopped} suspended {suspended} paused {paused} mounted {mounted} other {in the state “{label}”}}",
		"container-memory":
			"{share} {count, plural, one {has} other {have}} {bucket, select, unlimited {no memory limit} other {a memory limit of {label}}}",
		"container-cpus":
			"{share} may use {bucket, select, unlimited {all processors} 1 {one processor} 2 {two processors} other {{label} processors}}",
		"container-disk":
			"{share} {count, plural, one {has} other {have}} {bucket, select, unlimited {no disk limit} other {a disk of {label}}}",
		"container-layout": "{share} {count, plural, one {uses} other {use}} {label}",
		"container-vswap":
			"{share} {bucket, select, yes {{count, plural, one {uses} other {use}}} other {{count, plural, one {does} other {do}} not use}} VSwap",
		"container-processes":
			"{share} {count, plural, one {runs} other {run}} {bucket, select, game_server {game servers} other {{label}}}",
		"container-io-limits":
			"{share} {count, plural, one {has} other {have}} {bucket, select, limited {limits} other {no limits}} for disk I/O",
		"container-os-family":
			"{share} {bucket, select, custom {{count, plural, one {comes} other {come}} from a template of the hoster’s own} not_set {{count, plural, one {has} other {have}} no template set} other {{count, plural, one {runs} other {run}} {label}}}",
		"container-os":
			"{share} {bucket, select, custom {{count, plural, one {comes} other {come}} from a template of the hoster’s own} not_set {{count, plural, one {has} other {have}} no template set} other {{count, plural, one {runs} other {run}} {label}}}",
		"cpu-vendor": "{share} {count, plural, one {has} other {have}} {label} processors",
		"cpu-generation":
			"{share} {count, plural, one {has} other {have}} {bucket, select, virtual {a virtual processor} engineering_sample {engineering samples} other {{label} processors}}",
		"cpu-model":
			"{share} {count, plural, one {has} other {have}} {bucket, select, virtual_cpu {a virtual processor} engineering_sample {engineering samples} other {{label} processors}}",
		"cpu-cores":
			"{share} {count, plural, one {has} other {have}} {bucket, select, 1 {one core} 2 {two cores} other {{label} cores}}",
		"cpu-threads":
			"{share} {count, plural, one {has} other {have}} {bucket, select, 1 {one thread} 2 {two threads} other {{label} threads}}",
		"cpu-sockets":
			"{share} {count, plural, one {has} other {have}} {bucket, select, 1 {one socket} 2 {two sockets} other {{label} sockets}}",
		"numa-nodes":
			"{share} {count, plural, one {has} other {have}} {bucket, select, 1 {one NUMA node} 2 {two NUMA nodes} other {{label} NUMA nodes}}",
		"memory-installed": "{share} {count, plural, other {is}} in hosts with {label}",
		swap: "{share} {count, plural, one {has} other {have}} {bucket, select, none {no swap} other {{label} of swap}}",
		"memory-policy": "{share} {count, plural, one {uses} other {use}} the memory policy “{label}”",
		"disk-kind":
			"{share} {count, plural, one {is} other {are}} {bucket, select, ssd {{count, plural, one {an SSD} other {SSDs}}} hdd {{count, plural, one {a hard disk} other {hard disks}}} nvme {{count, plural, one {an NVMe drive} other {NVMe drives}}} raid_volume {{count, plural, one {a RAID volume} other {RAID volumes}}} san {{count, plural, one {a SAN volume} other {SAN volumes}}} virtual {{count, plural, one {a virtual disk} other {virtual disks}}} other {{label}}}",
		"hosts-with-ssd":
			"{share} {count, plural, one {has} other {have}} {bucket, select, yes {an SSD} other {hard disks only}}",
		"disk-size": "{share} {count, plural, one {holds} other {hold}} {label}",
		"storage-installed":
			"{share} {count, plural, other {is}} in hosts with {bucket, select, none {no disks} other {{label}}}",
		"disk-vendor": "{share} {count, plural, one {is} other {are}} made by {label}",
		"disk-model": "{share} {count, plural, one {is} other {are}} of the model {label}",
		"disks-per-host":
			"{share} {count, plural, one {is} other {are}} in hosts with {bucket, select, 1 {one disk} other {{label} disks}}",
		"vz-filesystem": "{share} {count, plural, one {has} other {have}} /vz on {label}",
		"link-speed": "{share} {count, plural, one {is} other {are}} connected at {label}",
		bonding:
			"{share} {count, plural, one {uses} other {use}} {bucket, select, bonding {bonding} teaming {teaming} both {both bonding and teaming} other {neither bonding nor teaming}}",
		"bonding-mode": "{share} {count, plural, one {uses} other {use}} the mode {label}",
		"team-runner": "{share} {count, plural, one {uses} other {use}} the runner {label}",
		"nic-driver": "{share} {count, plural, one {uses} other {use}} the driver {label}",
		"openvz-packages": "{share} {count, plural, one {has} other {have}} {label}",
		services: "{share} {count, plural, one {has} other {have}} {label} enabled",
		cluster:
			"{share} {count, plural, one {is} other {are}} in {bucket, select, vstorage {a Virtuozzo Storage cluster} shaman {a high-availability cluster (shaman)} both {clusters of both kinds} other {no cluster}}",
		"cgroup-controllers": "{share} {count, plural, one {uses} other {use}} the controller {label}",
		"packages-per-host": "{share} {count, plural, one {has} other {have}} {label} packages",
		"list-messages": "{share} {count, plural, one {was} other {were}} on the list {label}",
		"iso-downloads": "{share} {count, plural, one {was} other {were}} of {label}",
		"update-clients": "{share} {count, plural, one {was} other {were}} of {label}",
		"package-downloads": "{share} {count, plural, one {was} other {were}} of the kind “{label}”",
		"template-downloads": "{share} {count, plural, one {was} other {were}} of {label}",
		"bugs-created": "{share} {count, plural, one {was} other {were}} of the type “{label}”",
		"bugs-resolved": "{share} {count, plural, one {was} other {were}} of the type “{label}”",
		"bugs-open": "{share} {count, plural, one {was} other {were}} of the type “{label}”",
		"distrowatch-hits": "{share} {count, plural, one {was} other {were}} of {label}",
		"hosters-with-openvz": "{share} {count, plural, one {offers} other {offer}} {label}",
		"crash-reports":
			"{share} {count, plural, one {is} other {are}} about {bucket, select, core {programs} kerneloops {the kernel} other {{label} programs}}",
		"crash-components": "{share} {count, plural, one {is} other {are}} about {label}",
		"crash-kernel-branch": "{share} {count, plural, one {is} other {are}} about kernels of the branch {label}",
		"crash-releases": "{share} {count, plural, one {is} other {are}} from {label}",
		"crash-bugs":
			"{share} {bucket, select, crash {began with a crash report} other {did not begin with a crash report}}{count, plural, other {}}",
	},
	/** The same of hosts, for statistics that count something else. */
	clauseOfHosts: {
		"vm-state":
			"{share} {count, plural, one {holds} other {hold}} virtual machines {bucket, select, running {that run} stopped {that are stopped} suspended {that are suspended} paused {that are paused} mounted {that are mounted} other {in the state “{label}”}}",
		"vm-memory": "{share} {count, plural, one {holds} other {hold}} virtual machines with {label} of memory",
		"vm-cpus":
			"{share} {count, plural, one {holds} other {hold}} virtual machines with {bucket, select, 1 {one virtual processor} 2 {two virtual processors} other {{label} virtual processors}}",
		"vm-guest-family": "{share} {count, plural, one {holds} other {hold}} virtual machines that run {label}",
		"vm-guest-os": "{share} {count, plural, one {holds} other {hold}} virtual machines that run {label}",
		"container-state":
			"{share} {count, plural, one {holds} other {hold}} containers {bucket, select, running {that run} stopped {that are stopped} suspended {that are suspended} paused {that are paused} mounted {that are mounted} other {in the state “{label}”}}",
		"container-memory":
			"{share} {count, plural, one {holds} other {hold}} containers with {bucket, select, unlimited {no memory limit} other {a memory limit of {label}}}",
		"container-cpus":
			"{share} {count, plural, one {holds} other {hold}} containers that may use {bucket, select, unlimited {all processors} 1 {one processor} 2 {two processors} other {{label} processors}}",
		"container-disk":
			"{share} {count, plural, one {holds} other {hold}} containers with {bucket, select, unlimited {no disk limit} other {a disk of {label}}}",
		"container-layout": "{share} {count, plural, one {holds} other {hold}} containers that use {label}",
		"container-vswap":
			"{share} {count, plural, one {holds} other {hold}} containers that {bucket, select, yes {use} other {do not use}} VSwap",
		"container-processes":
			"{share} {count, plural, one {holds} other {hold}} containers that run {bucket, select, game_server {game servers} other {{label}}}",
		"container-io-limits":
			"{share} {count, plural, one {holds} other {hold}} containers with {bucket, select, limited {limits} other {no limits}} for disk I/O",
		"container-os-family":
			"{share} {count, plural, one {holds} other {hold}} containers {bucket, select, custom {from templates of the hoster’s own} not_set {with no template set} other {that run {label}}}",
		"container-os":
			"{share} {count, plural, one {holds} other {hold}} containers {bucket, select, custom {from templates of the hoster’s own} not_set {with no template set} other {that run {label}}}",
		"disk-kind":
			"{share} {count, plural, one {has} other {have}} {bucket, select, ssd {SSDs} hdd {hard disks} nvme {NVMe drives} raid_volume {RAID volumes} san {SAN volumes} virtual {virtual disks} other {{label}}}",
		"disk-size": "{share} {count, plural, one {has} other {have}} disks that hold {label}",
		"disk-vendor": "{share} {count, plural, one {has} other {have}} disks made by {label}",
		"disk-model": "{share} {count, plural, one {has} other {have}} disks of the model {label}",
		"bonding-mode": "{share} {count, plural, one {has} other {have}} bonds in the mode {label}",
		"team-runner": "{share} {count, plural, one {has} other {have}} teams with the runner {label}",
		"memory-installed": "{share} {count, plural, one {has} other {have}} {label} of memory",
		"storage-installed":
			"{share} {count, plural, one {has} other {have}} {bucket, select, none {no disks} other {{label} of storage}}",
		"containers-per-host":
			"{share} {count, plural, one {holds} other {hold}} {bucket, select, 0 {no containers} 1 {one container} other {{label} containers}}",
		"vms-per-host":
			"{share} {count, plural, one {holds} other {hold}} {bucket, select, 0 {no virtual machines} 1 {one virtual machine} other {{label} virtual machines}}",
		"disks-per-host":
			"{share} {count, plural, one {has} other {have}} {bucket, select, 0 {no disks} 1 {one disk} other {{label} disks}}",
	},
	/** Of as many hosts, half have less and half have more. */
	typical: {
		"cpu-cores": "The typical host has {bucket, select, 1 {one core} 2 {two cores} other {{label} cores}}.",
		"cpu-threads": "The typical host has {bucket, select, 1 {one thread} 2 {two threads} other {{label} threads}}.",
		"memory-installed": "The typical host has {label} of memory.",
		"storage-installed": "The typical host has {bucket, select, none {no disks} other {{label} of storage}}.",
		"containers-per-host":
			"The typical host holds {bucket, select, 0 {no containers} 1 {one container} other {{label} containers}}.",
		"vms-per-host":
			"The typical host holds {bucket, select, 0 {no virtual machines} 1 {one virtual machine} other {{label} virtual machines}}.",
		"disks-per-host": "The typical host has {bucket, select, 0 {no disks} 1 {one disk} other {{label} disks}}.",
		"packages-per-host": "The typical host has {label} packages.",
	},
	/** Below a chart of several products. */
	chartNote: {
		quietOnly: "hardly any reports of {product} came: {days}",
	},
	/** A number of the overview that differs from the former one by no more than chance. */
	headline: {
		alike: "about as many as {days, plural, one {#\u00a0day} other {#\u00a0days}} before",
	},
	/** Below a table of one number. */
	courseTable: {
		noise: "Grey: within the noise.",
	},
	/** Above the numbers of a chart. */
	tableCaption: {
		distribution:
			"{title} {every, select, week {in the week up to {date}} month {in the month up to {date}} other {on {date}}}",
	},
} as const;
