import { describe, expect, test } from "vitest";
import { read } from "./section";

describe("disks", () => {
	const line = (fields: Record<string, string>) =>
		Object.entries({ TYPE: "disk", PKNAME: "", SIZE: "960197124096", ROTA: "0", TRAN: "sata", ...fields })
			.map(([key, value]) => `${key}="${value}"`)
			.join(" ");
	const sata = { NAME: "sda", VENDOR: "ATA     ", MODEL: "SAMSUNG MZ7LH960" };
	const ssd = { kind: "ssd", vendor: "samsung", model: "MZ7LH960", sizeGb: 960 };

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
