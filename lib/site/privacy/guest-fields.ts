/** What prlctl prints of a container or a virtual machine, alike for both, and nobody keeps. */
import { dropped, read, under } from "./report-field";

export const inList = (...names: string[]) => under("prlctl_list_aij", ...names);

export const guestIdentity = dropped(
	"identifiers, names, descriptions, owner and place of the guest, its host name and name servers",
	"идентификаторы, имена, описания, владелец и расположение, имя узла и серверы имён",
	...inList("ID", "EnvID", "Name", "Description", "Owner", "Home", "Hostname", "DNS Servers"),
);
export const guestType = read(
	"type, and whether it is a template: templates are not counted",
	"тип и является ли шаблоном: шаблоны не учитываются",
	...inList("Type", "Template"),
);
export const guestHabits = dropped(
	"uptime, guest tools, start, stop, boot, remote display and other settings",
	"время работы, гостевые утилиты, запуск, остановка, загрузка, удалённый экран и другие настройки",
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
	"video, removable drives, network cards with their addresses, other devices",
	"видео, сменные накопители, сетевые карты с адресами, другие устройства",
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
	"other settings of CPUs and memory",
	"другие настройки процессоров и памяти",
	...inList(
		...under("Hardware/cpu", "sockets", "cores", "VT-x", "hotplug", "accl", "mode", "cpuunits", "ioprio", "iolimit"),
		"Hardware/memory/hotplug",
	),
);
export const guestDiskSettings = dropped(
	"other settings and paths of disks",
	"другие настройки и пути дисков",
	...inList(...under("Hardware/hdd*", "enabled", "port", "image", "type", "subtype", "mnt")),
);
