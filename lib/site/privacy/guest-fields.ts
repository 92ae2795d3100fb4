/** Fields that prlctl prints for containers and virtual machines alike, and none of which is kept. */
import { dropped, read, under } from "./report-field";

export const inList = (...names: string[]) => under("prlctl_list_aij", ...names);

export const guestIdentity = dropped(
	"guestIdentity",
	...inList("ID", "EnvID", "Name", "Description", "Owner", "Home", "Hostname", "DNS Servers"),
);
export const guestType = read("guestType", ...inList("Type", "Template"));
export const guestHabits = dropped(
	"guestOptions",
	...inList(
		"Uptime",
		"GuestTools",
		"GuestTools autoupdate",
		"Autostart",
		"Autostop",
		"Autocompact",
		"Boot order",
		"EFI boot",
		"Allow select boot device",
		"External boot device",
		"On guest crash",
		"Remote display",
		"Remote display state",
		"SmartMount",
		"Features",
		"Disabled Windows logo",
		"Nested virtualization",
		"Offline management",
		"High Availability",
	),
);
export const guestDevices = dropped(
	"guestDevices",
	...inList(
		"Hardware/video",
		"Hardware/memory_guarantee",
		"Hardware/cdrom*",
		"Hardware/usb",
		"Hardware/net*",
		"Hardware/venet*",
	),
);
export const guestCpu = dropped(
	"guestCpu",
	...inList(
		...under("Hardware/cpu", "sockets", "cores", "VT-x", "hotplug", "accl", "mode", "cpuunits", "ioprio", "iolimit"),
		"Hardware/memory/hotplug",
	),
);
export const guestDiskSettings = dropped(
	"guestDiskSettings",
	...inList(...under("Hardware/hdd*", "enabled", "port", "image", "type", "subtype", "mnt")),
);
