import { describe, expect, test } from "vitest";
import { read } from "./section";

describe("disks", () => {
	const line = (fields: Record<string, string>) =>
		Object.entries({ TYPE: "disk", PKNAME: "", SIZE: "960197124096", ROTA: "0", TRAN: "sata", ...fields })
			.map(([key, value]) => `${key}="${value}"`)
			.join(" ");
	const sata = { NAME: "sda", VENDOR: "ATA     ", MODEL: "SAMSUNG MZ7LH960" };
	const ssd = { kind: "ssd", vendor: "samsung", model: "MZ7LH960", sizeGb: 960 };

	test("paths to one disk are one disk: by WWN, serial number, or what stands on them", () => {
		const count = (...lines: Record<string, string>[]) =>
			(read("disks", { lsblk_P_b: lines.map(line) })?.disks ?? []).reduce((sum, disk) => sum + disk.count, 0);
		const serial = { ...sata, TRAN: "sas", SERIAL: "5000c500ac884000" };
		expect(count({ ...serial, NAME: "sda" }, { ...serial, NAME: "sdb" })).toBe(1);
		expect(count({ ...serial, NAME: "sda" }, { ...serial, NAME: "sdb", SERIAL: "other" })).toBe(2);
		expect(count({ ...serial, NAME: "sda" }, { ...serial, NAME: "sdb", SIZE: "480103981056" })).toBe(2);
		// A controller gives its own serial number to each of its volumes.
		expect(count({ ...serial, NAME: "sda", WWN: "0x1" }, { ...serial, NAME: "sdb", WWN: "0x2" })).toBe(2);
		const lun = { VENDOR: "NETAPP", MODEL: "LUN C-Mode", TRAN: "iscsi" };
		const mpath = { NAME: "/dev/mapper/mpatha", TYPE: "mpath" };
		expect(
			count(
				{ ...lun, NAME: "/dev/sda" },
				{ ...mpath, PKNAME: "/dev/sda" },
				{ ...lun, NAME: "/dev/sdb" },
				{ ...mpath, PKNAME: "/dev/sdb" },
			),
		).toBe(1);
		const power = { NAME: "emcpowera" };
		expect(
			count({ ...lun, NAME: "sda" }, { ...power, PKNAME: "sda" }, { ...lun, NAME: "sdb" }, { ...power, PKNAME: "sdb" }),
		).toBe(1);
		// Two namespaces of one drive, and two controllers of one.
		const nvme = { MODEL: "Dell Ent NVMe CM6 RI 3.84TB", TRAN: "nvme", SERIAL: "X1" };
		expect(count({ ...nvme, NAME: "nvme0n1" }, { ...nvme, NAME: "nvme0n2" })).toBe(2);
		expect(count({ ...nvme, NAME: "nvme0n1" }, { ...nvme, NAME: "nvme1n1" })).toBe(1);
	});

	test("in the tree of lsblk, too", () => {
		const path = (name: string) => ({
			...{ name, type: "disk", size: 1e12, rota: true, tran: "fc", vendor: "DGC", model: "VRAID" },
			children: [{ name: "mpatha", type: "mpath", size: 1e12 }],
		});
		expect(read("disks", { lsblk_J: { blockdevices: [path("sda"), path("sdb")] } })?.disks).toEqual([
			{ kind: "san", vendor: null, model: null, sizeGb: 1000, count: 1 },
		]);
	});

	test("a volume has no maker, whoever is named in its fields", () => {
		const lsblk_P_b = [
			line({ NAME: "vda", TRAN: "", VENDOR: "0x1af4" }),
			line({ NAME: "sda", TRAN: "iscsi", VENDOR: "ACME", MODEL: "Volume 7" }),
		];
		expect(read("disks", { lsblk_P_b })?.disks.map(({ kind, vendor, model }) => [kind, vendor, model])).toEqual([
			["san", null, null],
			["virtual", null, null],
		]);
	});

	test("a device that says nothing of itself is known by its name or left out", () => {
		const nameless = ["emcpowera", "ublkb0", "vpatha", "rnbd0", "foo0"].map((NAME) =>
			line({ NAME, TRAN: "", ROTA: "1" }),
		);
		expect(read("disks", { lsblk_P_b: [...nameless, line({ NAME: "sda", TRAN: "", ROTA: "1" })] })?.disks).toEqual([
			{ kind: "hdd", vendor: null, model: null, sizeGb: 960, count: 1 },
		]);
	});

	test("drives that the maker of an array sells are drives, its volumes are not", () => {
		const netapp = { TRAN: "sas", VENDOR: "NETAPP  ", ROTA: "1" };
		const lsblk_P_b = [
			line({ ...netapp, NAME: "sda", MODEL: "X422_HCOBE600A10" }),
			line({ ...netapp, NAME: "sdb", MODEL: "LUN C-Mode" }),
		];
		expect(read("disks", { lsblk_P_b })?.disks.map(({ kind, vendor }) => [kind, vendor])).toEqual([
			["hdd", "other"],
			["san", null],
		]);
	});

	test("only physical disks are counted", () => {
		const lsblk_P_b = [
			line(sata),
			line({ ...sata, NAME: "sdb" }),
			line({ NAME: "sda1", TYPE: "part", PKNAME: "sda" }),
			line({ NAME: "vz-vz", TYPE: "lvm", PKNAME: "sda1" }),
			line({ NAME: "md0", TYPE: "raid1", PKNAME: "sda1" }),
			line({ NAME: "luks", TYPE: "crypt", PKNAME: "sda1" }),
			line({ NAME: "mpatha", TYPE: "mpath", PKNAME: "sda" }),
			line({ NAME: "bcache0", PKNAME: "sdb" }),
			line({ NAME: "ploop28261" }),
			line({ NAME: "ploop28261p1", TYPE: "part", PKNAME: "ploop28261" }),
			line({ NAME: "loop0", TYPE: "loop" }),
			line({ NAME: "ram0" }),
			line({ NAME: "zram0" }),
			line({ NAME: "nbd0" }),
			line({ NAME: "sr0", TYPE: "rom" }),
			line({ NAME: "fd0" }),
			line({ ...sata, NAME: "sdc", SIZE: "0" }),
			line({ ...sata, NAME: "sdd", SIZE: "-5" }),
			line({ ...sata, NAME: "sde", TRAN: "usb" }),
			line({ ...sata, NAME: "sdf", RM: "1" }),
			"",
			"lsblk: dm-7: failed to get device path",
			7,
		];
		expect(read("disks", { lsblk_P_b })?.disks).toEqual([{ ...ssd, count: 2 }]);
	});

	test("escaped values", () => {
		const escaped = line({ ...sata, VENDOR: "ATA\\x20\\x20\\x20", MODEL: "SAMSUNG\\x20MZ7LH960" });
		expect(read("disks", { lsblk_P_b: [escaped] })?.disks).toEqual([{ ...ssd, count: 1 }]);
	});

	const partition = { name: "sda1", type: "part", size: "1073741824", children: [] };
	test.each([
		["EL 8", { rota: "0", size: "960197124096", rm: "0" }],
		["EL 9", { rota: false, size: 960197124096, rm: false }],
	])("lsblk -J of %s, with children", (_, fields) => {
		const sda = { name: "sda", type: "disk", tran: "sata", vendor: "ATA     ", model: "SAMSUNG MZ7LH960", ...fields };
		const blockdevices = [
			{ ...sda, children: [{ ...partition, children: [{ name: "vz-vz", type: "lvm", size: 1 }] }] },
			{ ...sda, name: "sdb", children: [{ ...sda, name: "bcache0" }] },
			{ name: "ploop1", type: "disk", size: fields.size, rota: fields.rota, vendor: null, model: null },
			null,
		];
		expect(read("disks", { lsblk_J: { blockdevices } })?.disks).toEqual([{ ...ssd, count: 2 }]);
	});

	test("either output carries the section", () => {
		expect(read("disks", { lsblk_J: { blockdevices: [] } })).toEqual({ disks: [] });
		expect(read("disks", { lsblk_J: {}, lsblk_P_b: [line(sata)] })?.disks).toEqual([{ ...ssd, count: 1 }]);
		expect(read("disks", { lsblk_J: [] })).toBeUndefined();
	});

	test("hardware RAID hides its drives, whatever it says of rotation", () => {
		const volumes = [
			line({ NAME: "sda", VENDOR: "AVAGO   ", MODEL: "MR9361-4i       ", ROTA: "1", TRAN: "" }),
			line({ NAME: "sdb", VENDOR: "DELL    ", MODEL: "PERC H730P      ", ROTA: "1", TRAN: "" }),
			line({ NAME: "sdc", VENDOR: "HP      ", MODEL: "LOGICAL VOLUME  ", ROTA: "1", TRAN: "" }),
		];
		const disks = read("disks", { lsblk_P_b: volumes })?.disks ?? [];
		expect([...new Set(disks.map(({ kind }) => kind))]).toEqual(["raid-volume"]);
		expect(disks.reduce((sum, { count }) => sum + count, 0)).toBe(3);
	});

	test("a disk on several paths counts once, drives alike count each", () => {
		const lun = { VENDOR: "NETAPP  ", MODEL: "LUN C-Mode", TRAN: "fc", WWN: "0x600a098000000001" };
		const nvme = { TRAN: "nvme", MODEL: "PCIe SSD", WWN: "eui.0000000001000000" };
		const none = { ...sata, WWN: "0x0000000000000000" };
		const partition = { NAME: "sda1", TYPE: "part", PKNAME: "sda", WWN: lun.WWN };
		const lsblk_P_b = [
			...["sda", "sdb", "sdc"].map((NAME) => line({ ...lun, NAME })),
			...["nvme0n1", "nvme1n1"].map((NAME) => line({ ...nvme, NAME })),
			...["sdd", "sde"].map((NAME) => line({ ...none, NAME })),
			line(partition),
		];
		const disks = read("disks", { lsblk_P_b })?.disks ?? [];
		expect(disks.map(({ kind, count }) => [kind, count])).toEqual([
			["nvme", 2],
			["san", 1],
			["ssd", 2],
		]);
	});

	test("a list without end is set aside, one as long as a host's keeps each disk", () => {
		const disks = (length: number) =>
			read("disks", {
				lsblk_P_b: Array.from({ length }, (_, i) => line({ ...sata, SIZE: String((i + 50) * 1_000_000_000) })),
			})?.disks;
		expect(disks(512)?.reduce((sum, { count }) => sum + count, 0)).toBe(512);
		expect(disks(5000)).toBeUndefined();
	});
});
