/**
 * What the first sentences of a page say, by statistic. `share` is like `4 of 5 hosts (79.8%)` and `count` what a verb
 * beside it agrees with; `kinds` is how many values have a name.
 */
export const leadEn = {
	near: "{part}\u00a0of\u00a0{whole} ({percent})",
	exact: "{percent} of {whole}",
	tied: "{title}: {labels} come first, each with {share}.",
	counted: "{part}\u00a0of\u00a0{whole}",
	say: {
		"hosts-active": "{amount} reported within {days, plural, one {# day} other {# days}}.",
		"hosts-total": "{amount} {count, plural, one {has} other {have}} been seen so far.",
		"host-vendor": "{share} {count, plural, one {was} other {were}} made by {label}.",
		reports: "{amount} came on this day.",
		"reports-total": "{amount} {count, plural, one {has} other {have}} come so far.",
		"openvz-version": "{share} {count, plural, one {runs} other {run}} {label}.",
		"openvz-release": "The most frequent release is {label}: {share}.",
		"kernel-branch": "The most frequent kernel branch is {label}: {share}.",
		"hosts-with-vms": "{share} {count, plural, one {holds} other {hold}} virtual machines.",
		"vm-state": "The most frequent state of a virtual machine is “{label}”: {share}.",
		"vm-memory": "The most frequent size of memory is {label}: {share}.",
		"container-os-family": "{share} {count, plural, one {runs} other {run}} {label}.",
		"container-os": "The most frequent distribution is {label}: {share}.",
		"vm-guest-family": "{share} {count, plural, one {runs} other {run}} {label}.",
		"containers-per-host": "The most containers are on hosts that hold {label}: {share}.",
		"container-layout": "The most frequent disk layout is {label}: {share}.",
		"container-vswap": "{share} {count, plural, one {uses} other {use}} VSwap.",
		country:
			"Hosts report from {kinds, plural, one {# country} other {# countries}}. The one with the most hosts is {label}: {share}.",
		"cpu-vendor": "{share} {count, plural, one {runs} other {run}} {label} processors.",
		"cpu-generation": "The most frequent generation is {label}: {share}.",
		"cpu-cores": "The most frequent number of cores is {label}: {share}.",
		"memory-installed": "The most memory is in hosts with {label}: {share}.",
		swap: "The most frequent size of swap is {label}: {share}.",
		"memory-policy": "The most frequent memory policy is “{label}”: {share}.",
		"disk-kind": "The most frequent kind of disk is {label}: {share}.",
		"hosts-with-ssd": "{share} {count, plural, one {has} other {have}} an SSD.",
		"disk-vendor": "The most frequent maker of disks is {label}: {share}.",
		"link-speed": "The most frequent speed of the fastest link is {label}: {share}.",
		"nic-driver": "The most frequent network driver is {label}: {share}.",
		services: "The service that is enabled most often is {label}: {share}.",
		"packages-per-host": "The most frequent number of packages is {label}: {share}.",
	},
} as const;
