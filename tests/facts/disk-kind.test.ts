import { expect, test } from "vitest";
import { type BlockDevice, diskKind } from "#lib/facts/disk/kind";
import { arrayDrives, nvmeDrives, sasDrives, sataDrives, volumes } from "./disk-drives";

const disk: BlockDevice = {
	name: "sda",
	type: "disk",
	size: 960_197_124_096,
	rota: false,
	tran: "sata",
	vendor: "ATA     ",
	model: "SAMSUNG MZ7LH960",
};

test.each(sataDrives)("%s is an HDD when it rotates, else an SSD", (model) => {
	expect(diskKind({ ...disk, model, rota: true })).toBe("hdd");
	expect(diskKind({ ...disk, model: model.slice(0, 16) })).toBe("ssd");
});

test.each(sasDrives)("%s %s is a drive", (vendor, model) => {
	expect(diskKind({ ...disk, vendor, model, tran: "sas", rota: true })).toBe("hdd");
});

test.each(arrayDrives)("%s %s is a drive, out of an array", (vendor, model) => {
	expect(diskKind({ ...disk, vendor, model, tran: "sas", rota: true })).toBe("hdd");
	expect(diskKind({ ...disk, vendor, model, tran: null })).toBe("ssd");
});

test.each(nvmeDrives)("%s is NVMe, by its transport or its name", (model) => {
	expect(diskKind({ ...disk, vendor: "", model, tran: "nvme" })).toBe("nvme");
	expect(diskKind({ ...disk, vendor: null, model, tran: "", name: "nvme0n1" })).toBe("nvme");
});

test.each(volumes)("%s %s is %s, rotating or not", (vendor, model, kind) => {
	expect(diskKind({ ...disk, vendor, model, tran: "", rota: true })).toBe(kind);
	expect(diskKind({ ...disk, vendor, model, tran: null })).toBe(kind);
	// As udev writes names.
	expect(diskKind({ ...disk, vendor, model: model.replaceAll(" ", "_"), tran: null })).toBe(kind);
});

test.each<[Partial<BlockDevice>, ReturnType<typeof diskKind>]>([
	[{ tran: "usb", vendor: "SanDisk ", model: "Cruzer Fit", rota: true }, "removable"],
	[{ removable: true }, "removable"],
	[{ name: "mmcblk0", tran: "", vendor: null, model: null }, "removable"],
	[{ name: "vda", tran: "", vendor: null, model: null, rota: true }, "virtual"],
	[{ name: "xvda", tran: "", vendor: null, model: null }, "virtual"],
	[{ name: "cciss!c0d0", tran: "", vendor: null, model: null, rota: true }, "raid-volume"],
	[{ name: "fioa", tran: "", vendor: null, model: null }, "ssd"],
	[{ tran: "iscsi", vendor: "ACME", model: "lun" }, "san"],
	[{ tran: "fc", vendor: "ACME", model: "lun" }, "san"],
	[{ tran: " NVMe ", name: "/dev/nvme1n1", vendor: "", model: "" }, "nvme"],
	[{ rota: null }, null],
])("%j is %s", (differences, kind) => {
	expect(diskKind({ ...disk, ...differences })).toBe(kind);
});

test.each([
	{ name: "ploop28261" },
	{ name: "loop0" },
	{ name: "ram0" },
	{ name: "zram0" },
	{ name: "sr0" },
	{ name: "fd0" },
	{ name: "nbd3" },
	{ name: "dm-2" },
	{ name: "md127" },
	{ name: "nvme0c0n1" },
	{ type: "part" },
	{ type: "lvm" },
	{ type: "crypt" },
	{ type: "raid1" },
	{ type: "mpath" },
	{ type: "rom" },
	{ type: "loop" },
	{ type: null },
	{ size: 0 },
	{ size: null },
])("%j is no disk to count", (differences) => {
	expect(diskKind({ ...disk, ...differences })).toBeNull();
});
