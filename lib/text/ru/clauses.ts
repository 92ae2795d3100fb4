/** What a statistic says of some of what it counts, and of its typical host. */
import type { clauses as english } from "../en/clauses";
import type { Translation } from "../translation";

export const clauses: Translation<typeof english> = {
	clause: {
		"openvz-version": "{share} {count, plural, one {работает} other {работают}} на {label}",
		"openvz-release": "{share} {count, plural, one {работает} other {работают}} на выпуске {label}",
		"host-distro": "{share} {count, plural, one {работает} other {работают}} на {label}",
		"kernel-branch": "{share} {count, plural, one {работает} other {работают}} на ядре ветки {label}",
		kernel: "{share} {count, plural, one {работает} other {работают}} на ядре {label}",
		readykernel:
			"{share} — {bucket, select, loaded {с загруженным патчем ReadyKernel} installed {с установленным, но не загруженным патчем ReadyKernel} none {без патча ReadyKernel} other {{label}}}",
		"host-vendor": "{share} — производства {label}",
		country: "{label} — {share}",
		"hosts-with-vms": "{share} — {bucket, select, yes {с виртуальными машинами} other {без виртуальных машин}}",
		virtualization:
			"{share} — {bucket, select, containers {только с контейнерами} vms {только с виртуальными машинами} both {и с контейнерами, и с виртуальными машинами} other {без контейнеров и виртуальных машин}}",
		"vms-per-host": "{share} — на серверах, где их {label}",
		"vm-state":
			"{share} {bucket, select, running {{count, plural, one {работает} other {работают}}} stopped {{count, plural, one {остановлена} other {остановлены}}} suspended {{count, plural, one {приостановлена} other {приостановлены}}} other {— в состоянии «{label}»}}",
		"vm-memory": "{share} — с памятью {label}",
		"vm-cpus":
			"{share} — {bucket, select, 1 {с одним виртуальным процессором} 2 {с двумя виртуальными процессорами} other {с {label} виртуальными процессорами}}",
		"vm-guest-family": "{share} {count, plural, one {работает} other {работают}} под управлением {label}",
		"vm-guest-os": "{share} {count, plural, one {работает} other {работают}} под управлением {label}",
		"containers-per-host": "{share} — на серверах, где их {label}",
		"container-state":
			"{share} {bucket, select, running {{count, plural, one {работает} other {работают}}} stopped {{count, plural, one {остановлен} other {остановлены}}} suspended {{count, plural, one {приостановлен} other {приостановлены}}} other {— в состоянии «{label}»}}",
		"container-memory": "{share} — {bucket, select, unlimited {без ограничения памяти} other {с памятью {label}}}",
		"container-cpus":
			"{share} — {bucket, select, unlimited {без ограничения процессоров} 1 {с одним процессором} 2 {с двумя процессорами} other {с {label} процессорами}}",
		"container-disk": "{share} — {bucket, select, unlimited {без ограничения диска} other {с диском {label}}}",
		"container-layout": "{share} — в формате {label}",
		"container-vswap": "{share} — {bucket, select, yes {с VSwap} other {без VSwap}}",
		"container-processes": "{share} — с {bucket, select, game_server {игровыми серверами} other {{label}}}",
		"container-io-limits":
			"{share} — {bucket, select, limited {с ограничением} other {без ограничения}} дискового ввода-вывода",
		"container-os-family":
			"{share} {bucket, select, custom {— из собственного шаблона хостера} not_set {— без указанного шаблона} other {{count, plural, one {работает} other {работают}} на {label}}}",
		"container-os":
			"{share} {bucket, select, custom {— из собственного шаблона хостера} not_set {— без указанного шаблона} other {{count, plural, one {работает} other {работают}} на {label}}}",
		"cpu-vendor": "{share} — с процессорами {label}",
		"cpu-generation":
			"{share} — с {bucket, select, virtual {виртуальным процессором} engineering_sample {инженерными образцами процессоров} other {процессорами {label}}}",
		"cpu-model":
			"{share} — с {bucket, select, virtual_cpu {виртуальным процессором} engineering_sample {инженерными образцами процессоров} other {процессорами {label}}}",
		"cpu-cores": "{share} — {bucket, select, 1 {с одним ядром} 2 {с двумя ядрами} other {с {label} ядрами}}",
		"cpu-threads": "{share} — {bucket, select, 1 {с одним потоком} 2 {с двумя потоками} other {с {label} потоками}}",
		"cpu-sockets": "{share} — {bucket, select, 1 {с одним сокетом} 2 {с двумя сокетами} other {с {label} сокетами}}",
		"numa-nodes":
			"{share} — {bucket, select, 1 {с одним узлом NUMA} 2 {с двумя узлами NUMA} other {с {label} узлами NUMA}}",
		"memory-installed": "{share} — в серверах, где её {label}",
		swap: "{share} — {bucket, select, none {без подкачки} other {с подкачкой {label}}}",
		"memory-policy": "{share} — с политикой памяти «{label}»",
		"disk-kind":
			"{share} — {bucket, select, ssd {SSD} hdd {{count, plural, one {жёсткий диск} other {жёсткие диски}}} nvme {{count, plural, one {диск NVMe} other {диски NVMe}}} raid_volume {{count, plural, one {том RAID} other {тома RAID}}} san {{count, plural, one {том SAN} other {тома SAN}}} virtual {{count, plural, one {виртуальный диск} other {виртуальные диски}}} other {{label}}}",
		"hosts-with-ssd": "{share} — {bucket, select, yes {с SSD} other {только с жёсткими дисками}}",
		"disk-size": "{share} — ёмкостью {label}",
		"storage-installed": "{share} — в серверах, где её {label}",
		"disk-vendor": "{share} — производства {label}",
		"disk-model": "{share} — модели {label}",
		"disks-per-host": "{share} — в серверах, где их {label}",
		"vz-filesystem": "{share} — с файловой системой {label} под /vz",
		"link-speed": "{share} {count, plural, one {подключён} other {подключены}} на скорости {label}",
		bonding:
			"{share} {bucket, select, bonding {{count, plural, one {объединяет} other {объединяют}} подключения через bonding} teaming {{count, plural, one {объединяет} other {объединяют}} подключения через teaming} both {{count, plural, one {объединяет} other {объединяют}} подключения обоими способами} other {не {count, plural, one {объединяет} other {объединяют}} подключения}}",
		"bonding-mode": "{share} — в режиме {label}",
		"team-runner": "{share} — с раннером {label}",
		"nic-driver": "{share} — с драйвером {label}",
		"openvz-packages": "{share} — с {label}",
		services: "{share} — со службой {label}",
		cluster:
			"{share} — {bucket, select, vstorage {в кластере Virtuozzo Storage} shaman {в кластере высокой доступности (shaman)} both {в кластерах обоих видов} other {вне кластеров}}",
		"cgroup-controllers": "{share} — с контроллером {label}",
		"packages-per-host": "{share} — с {label} пакетами",
		"list-messages": "{share} — в рассылке {label}",
		"iso-downloads": "{share} — {label}",
		"update-clients": "{share} — {label}",
		"package-downloads": "{share} {count, plural, one {относится} other {относятся}} к виду «{label}»",
		"template-downloads": "{share} — {label}",
		"bugs-created": "{share} — с типом «{label}»",
		"bugs-resolved": "{share} — с типом «{label}»",
		"bugs-open": "{share} — с типом «{label}»",
		"distrowatch-hits": "{share} — {label}",
		"hosters-with-openvz": "{share} — с {label}",
		"crash-reports":
			"{share} — {bucket, select, core {о программах} kerneloops {о ядре} other {о программах на {label}}}",
		"crash-components": "{share} — о пакете {label}",
		"crash-kernel-branch": "{share} — о ядре ветки {label}",
		"crash-releases": "{share} — с {label}",
		"crash-bugs": "{share} — {bucket, select, crash {из отчётов о сбоях} other {не из отчётов о сбоях}}",
	},
	clauseOfHosts: {
		"vm-state":
			"{share} — с виртуальными машинами, которые {bucket, select, running {работают} stopped {остановлены} suspended {приостановлены} other {находятся в состоянии «{label}»}}",
		"vm-memory": "{share} — с виртуальными машинами, у которых {label} памяти",
		"vm-cpus":
			"{share} — с виртуальными машинами, у которых {bucket, select, 1 {один виртуальный процессор} other {виртуальных процессоров: {label}}}",
		"vm-guest-family": "{share} — с виртуальными машинами под управлением {label}",
		"vm-guest-os": "{share} — с виртуальными машинами под управлением {label}",
		"container-state":
			"{share} — с контейнерами, которые {bucket, select, running {работают} stopped {остановлены} suspended {приостановлены} other {находятся в состоянии «{label}»}}",
		"container-memory":
			"{share} — с контейнерами {bucket, select, unlimited {без ограничения памяти} other {с памятью {label}}}",
		"container-cpus":
			"{share} — с контейнерами {bucket, select, unlimited {без ограничения процессоров} 1 {с одним процессором} 2 {с двумя процессорами} other {с {label} процессорами}}",
		"container-disk":
			"{share} — с контейнерами {bucket, select, unlimited {без ограничения диска} other {с диском {label}}}",
		"container-layout": "{share} — с контейнерами в формате {label}",
		"container-vswap": "{share} — с контейнерами {bucket, select, yes {с VSwap} other {без VSwap}}",
		"container-processes":
			"{share} — с контейнерами, в которых работают {bucket, select, game_server {игровые серверы} other {{label}}}",
		"container-io-limits":
			"{share} — с контейнерами {bucket, select, limited {с ограничением} other {без ограничения}} дискового ввода-вывода",
		"container-os-family":
			"{share} — с контейнерами {bucket, select, custom {из собственных шаблонов хостера} not_set {без указанного шаблона} other {на {label}}}",
		"container-os":
			"{share} — с контейнерами {bucket, select, custom {из собственных шаблонов хостера} not_set {без указанного шаблона} other {на {label}}}",
		"disk-kind":
			"{share} — с {bucket, select, ssd {SSD} hdd {жёсткими дисками} nvme {дисками NVMe} raid_volume {томами RAID} san {томами SAN} virtual {виртуальными дисками} other {{label}}}",
		"disk-size": "{share} — с дисками ёмкостью {label}",
		"disk-vendor": "{share} — с дисками производства {label}",
		"disk-model": "{share} — с дисками модели {label}",
		"bonding-mode": "{share} — с объединениями в режиме {label}",
		"team-runner": "{share} — с объединениями, у которых раннер {label}",
		"memory-installed": "{share} — с {label} памяти",
		"storage-installed": "{share} — {bucket, select, none {без дисков} other {с хранилищем {label}}}",
		"containers-per-host":
			"{share} — {bucket, select, 0 {без контейнеров} 1 {с одним контейнером} other {с {label} контейнерами}}",
		"vms-per-host":
			"{share} — {bucket, select, 0 {без виртуальных машин} 1 {с одной виртуальной машиной} other {с {label} виртуальными машинами}}",
		"disks-per-host": "{share} — {bucket, select, 0 {без дисков} 1 {с одним диском} other {с {label} дисками}}",
	},
	typical: {
		"cpu-cores": "У типичного сервера {bucket, select, 1 {одно ядро} other {{label} ядер}}.",
		"cpu-threads": "У типичного сервера {bucket, select, 1 {один поток} other {{label} потоков}}.",
		"memory-installed": "У типичного сервера {label} памяти.",
		"storage-installed": "У типичного сервера {bucket, select, none {нет дисков} other {{label} дисковой ёмкости}}.",
		"containers-per-host":
			"На типичном сервере {bucket, select, 0 {нет контейнеров} 1 {один контейнер} other {{label} контейнеров}}.",
		"vms-per-host":
			"На типичном сервере {bucket, select, 0 {нет виртуальных машин} 1 {одна виртуальная машина} other {{label} виртуальных машин}}.",
		"disks-per-host": "У типичного сервера {bucket, select, 0 {нет дисков} 1 {один диск} other {{label} дисков}}.",
		"packages-per-host": "На типичном сервере {label} пакетов.",
	},
	chartNote: {
		quietOnly: "отчётов {product} почти не было: {days}",
	},
	headline: {
		alike:
			"примерно столько же, сколько {days, plural, one {#\u00a0день} few {#\u00a0дня} many {#\u00a0дней} other {#\u00a0дня}} назад",
	},
	courseTable: {
		noise: "Серым — в пределах случайных колебаний.",
	},
	tableCaption: {
		distribution: "{title} {every, select, week {за неделю по {date}} month {за месяц по {date}} other {на {date}}}",
	},
};
