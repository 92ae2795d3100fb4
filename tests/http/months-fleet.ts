/**
 * A small fleet over three months, with numbers that can be said beforehand: 50 legacy hosts, then 60, of which ever more
 * have AMD processors, and six OpenVZ 7 hosts that report at the end.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Day, plusDays } from "#lib/day";
import { packArchive } from "../readers/archive";
import { yesterday } from "../today";

/** The server publishes what is due when it starts. */
export const lastDay = yesterday;
/** The last days of the last two whole months, the later first. */
export const monthEnds = endsOfMonths(2);
/** Within the month before these. */
const firstDay = plusDays(endsOfMonths(3)[2] as Day, -14);

function endsOfMonths(count: number): Day[] {
	const ends: Day[] = [];
	for (let day = lastDay; ends.length < count; day = plusDays(day, -1)) {
		if (plusDays(day, 1).endsWith("-01")) ends.push(day);
	}
	return ends;
}

const uuid = (n: number) => `0f5c3f6e-8f1d-4a0e-9c7e-${String(n).padStart(12, "0")}`;
const cpuinfo = (vendor: string) => `processor\t: 0\nvendor_id\t: ${vendor}\ncpu cores\t: 4\n`;

/** Writes its reports, 176, as an archive to import. */
export async function writeMonths(folder: string): Promise<void> {
	await mkdir(folder);
	const rows = ["file,product,uuid,received_at,ip"];
	for (const [name, vendor] of [
		["intel", "GenuineIntel"],
		["amd", "AuthenticAMD"],
	] as const) {
		const files = { uname: "2.6.32-042stab076.8 x86_64\n", cpuinfo: cpuinfo(vendor) };
		await writeFile(join(folder, `${name}.tar.gz`), await packArchive(files));
	}
	const legacy = (day: Day, hosts: number, intel: number) => {
		for (let n = 0; n < hosts; n++)
			rows.push(`${n < intel ? "intel" : "amd"}.tar.gz,legacy,${uuid(n)},${day}T10:00:00Z,8.8.8.8`);
	};
	const [later, earlier] = monthEnds as [Day, Day];
	legacy(firstDay, 50, 40);
	legacy(plusDays(earlier, -8), 60, 36);
	legacy(plusDays(later, -8), 60, 36);
	for (let n = 100; n < 106; n++) {
		const files = {
			"manifest.json": JSON.stringify({ schema: 1, host_uuid: uuid(n) }),
			"cpu.json": JSON.stringify({
				section: "cpu",
				lscpu: {
					"Vendor ID": "GenuineIntel",
					"Model name": "Intel(R) Xeon(R) CPU E5-2620 v4 @ 2.10GHz",
					"CPU(s)": "16",
					"Socket(s)": "1",
					"Core(s) per socket": "8",
				},
			}),
		};
		await writeFile(join(folder, `${n}.tar.gz`), await packArchive(files));
		rows.push(`${n}.tar.gz,openvz7,,${plusDays(lastDay, -2)}T10:00:00Z,8.8.8.8`);
	}
	await writeFile(join(folder, "manifest.csv"), `${rows.join("\n")}\n`);
}
