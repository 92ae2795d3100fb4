/** What the outside was promised: slug, section (`-`: none), unit, threshold, products (both when not said). */
export interface Promised {
	slug: string;
	section: string | null;
	unit: string;
	threshold: number;
	products: string[];
}

export const promised: readonly Promised[] = `
hosts-total - hosts 1
hosts-with-containers - hosts 1
hosts-with-running-containers - hosts 1
hosts-active - hosts 1
hosts-new - hosts 1
reports - reports 1
reports-total - reports 1
openvz-version - hosts 1
openvz-release static hosts 5
kernel static hosts 5
kernel-branch static hosts 1
readykernel static hosts 1 openvz7
host-distro static hosts 5
country - hosts 1
virtualization static hosts 1 openvz7
hosts-with-vms static hosts 1 openvz7
vms-per-host vm-guests VMs 1 openvz7
vm-state vm-guests VMs 1 openvz7
vm-guest-os vm-guests VMs 1 openvz7
vm-guest-family vm-guests VMs 1 openvz7
vm-memory vm-guests VMs 1 openvz7
vm-cpus vm-guests VMs 1 openvz7
containers-per-host container-settings containers 1
container-state container-settings containers 1
container-os container-contents containers 5
container-os-family container-contents containers 1
container-layout simfs containers 1
container-vswap container-settings containers 1 legacy
container-memory container-settings containers 1 openvz7
container-cpus container-settings containers 1 openvz7
container-disk container-settings containers 1 openvz7
container-processes container-contents containers 10
cpu-vendor cpu hosts 1
cpu-model cpu hosts 5
cpu-generation cpu hosts 1
cpu-sockets cpu hosts 1
cpu-cores cpu hosts 1
cpu-threads cpu hosts 1
memory-installed memory GiB 1
swap memory hosts 1
memory-policy memory hosts 1 openvz7
host-vendor hardware hosts 5 openvz7
numa-nodes hardware hosts 1 openvz7
disk-kind disks disks 1 openvz7
hosts-with-ssd disks hosts 1 openvz7
disk-vendor disks disks 1 openvz7
disk-model disks disks 5 openvz7
disk-size disks disks 1 openvz7
disks-per-host disks disks 1 openvz7
storage-installed disks TB 1 openvz7
vz-filesystem simfs hosts 1
bonding network hosts 1 openvz7
bonding-mode network bonds 1 openvz7
team-runner network bonds 1 openvz7
link-speed network hosts 1 openvz7
nic-driver network hosts 5 openvz7
services services hosts 10 openvz7
openvz-packages software hosts 10 openvz7
packages-per-host software hosts 1 openvz7
cluster clusters hosts 1 openvz7
cgroup-controllers cgroups hosts 1 openvz7
container-io-limits cgroups containers 1 openvz7
list-messages - messages 1 none
iso-downloads - downloads 1 none
update-clients - clients 5 none
package-downloads - downloads 1 none
template-downloads - downloads 1 none
network-installs - clients 1 none
list-posters - people 1 none
bugs-created - bugs 1 none
bugs-resolved - bugs 1 none
bugs-open - bugs 1 none
forum-posts - posts 1 none
forum-topics - topics 1 none
forum-posters - people 1 none
distrowatch-hits - hits 1 none
hosters-with-openvz - companies 1 none
crash-reports - crashes 1 none
crash-components - crashes 5 none
crash-kernel-branch - crashes 5 none
crash-releases - crashes 5 none
crash-problems-new - problems 1 none
crash-bugs - bugs 1 none
`
	.trim()
	.split("\n")
	.map((line) => {
		const [slug = "", section = "-", unit = "", threshold, product] = line.split(" ");
		return {
			slug,
			section: section === "-" ? null : section,
			unit,
			threshold: Number(threshold),
			products: product === "none" ? [] : product ? [product] : ["openvz7", "legacy"],
		};
	});
