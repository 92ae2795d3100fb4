import { expect, test } from "vitest";
import { products } from "#lib/product";
import { readLegacy, readOpenvz7 } from "#lib/readers/read-report";
import { withPrivateFields, withPrivateNames } from "./hostile-sample";
import { legacyUuid, membersOf, sampleFiles } from "./sample";

const read = {
	openvz7: (files: Record<string, string>) => readOpenvz7(membersOf(files)).unmatched,
	legacy: (files: Record<string, string>) => readLegacy(membersOf(files), legacyUuid).unmatched,
};
const lines = (found: readonly { rule: string; text: string }[]) => found.map(({ rule, text }) => `${rule}: ${text}`);

function openvz7(member: string, change: (tree: Record<string, unknown>) => void): string[] {
	const files = sampleFiles("openvz7");
	const tree = JSON.parse(files[member] ?? "{}") as Record<string, unknown>;
	change(tree);
	return lines(read.openvz7({ ...files, [member]: JSON.stringify(tree) }));
}

test.each(products)("every rule knows what the sample of %s says, whatever fields nobody looks at hold", (product) => {
	expect(read[product](sampleFiles(product))).toEqual([]);
	expect(read[product](withPrivateFields(product))).toEqual([]);
});

test("hardware and versions that no rule knows are told, each once", () => {
	expect(
		openvz7("cpu.json", (tree) => Object.assign(tree.lscpu as object, { "Model name": " Zhaoxin  KaiSheng X " })),
	).toEqual(["cpu-model: Zhaoxin KaiSheng X"]);
	expect(openvz7("hardware.json", (tree) => Object.assign(tree.system as object, { vendor: "Nerpa LLC" }))).toEqual([
		"system-vendor: Nerpa LLC",
	]);
	const nics = [{ driver: "foo_eth" }, { driver: "foo_eth" }, { driver: "igb" }, { driver: "veth" }];
	expect(openvz7("network.json", (tree) => Object.assign(tree, { nics }))).toEqual(["nic-driver: foo_eth"]);
	const disk = (vendor: string, model: string) =>
		`NAME="sda" KNAME="sda" PKNAME="" TYPE="disk" SIZE="960197124096" ROTA="0" TRAN="sata" VENDOR="${vendor}" MODEL="${model}"`;
	const disks = [disk("ATA", "Foo SSD 960"), disk("ATA", "SAMSUNG new-name"), disk("LSI", "MR9271-8i")];
	expect(openvz7("disks.json", (tree) => Object.assign(tree, { lsblk_J: undefined, lsblk_P_b: disks }))).toEqual([
		"disk-model: ATA SAMSUNG new-name",
		"disk-vendor: ATA Foo SSD 960",
	]);
	const releases = { "redhat-release": "Nobara release 9", motd: "Welcome to PRIVATE" };
	expect(openvz7("static.json", (tree) => Object.assign(tree, { uname_rm: "6.1.0-foo x86_64", releases }))).toEqual([
		"host-distro: Nobara release 9",
		"kernel: 6.1.0-foo",
	]);
});

test("so are those of legacy reports", () => {
	const files = {
		...sampleFiles("legacy"),
		cpuinfo: "processor : 0\nmodel name : Foo CPU 9000\n",
		uname: "2.6.32-foo x86_64\n",
		lsbrelease: "Distributor ID:\tNobara\nRelease:\t9\n",
		osrelease: "",
	};
	expect(lines(read.legacy(files))).toEqual(["cpu-model: Foo CPU 9000", "host-distro: Nobara 9", "kernel: 2.6.32-foo"]);
});

test.each(products)("names that people choose are never among them: %s", (product) => {
	const found = lines(read[product](withPrivateNames(product)))
		.join("\n")
		.toLowerCase();
	expect(found).toContain("kernel: ");
	for (const name of ["template", "daemon", "agent", "tools", "state", "layout", "volume", "slave", "private-os"]) {
		expect(found).not.toContain(name);
	}
});

test("a report says no more than thirty", () => {
	const nics = Array.from({ length: 500 }, (_, n) => ({ driver: `foo${n}` }));
	expect(openvz7("network.json", (tree) => Object.assign(tree, { nics })).length).toBe(30);
});
