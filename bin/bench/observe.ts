/** A gigabyte of log lines through the reader of downloads: prints the lines, the seconds of CPU and the MiB of memory it took. */
import { Readable } from "node:stream";
import { downloadReader } from "#lib/passive/downloads";
import { readFiles } from "#lib/passive/reading";

/** Fewer for a quick look: `node --import tsx bin/bench/observe.ts 1e8`. */
const bytesWanted = Number(process.argv[2] ?? 1e9);
const begunMs = Date.UTC(2026, 0, 1);
const targets = [
	"/virtuozzo/releases/7.0/x86_64/os/repodata/repomd.xml",
	"/virtuozzo/releases/7.0/x86_64/os/Packages/p/prlctl-7.0.100-1.vz7.x86_64.rpm",
	"/virtuozzo/releases/7.0.11/x86_64/iso/openvz-iso-7.0.11.iso",
	"/pub/centos/7/os/x86_64/Packages/bash-4.2.46-35.el7_9.x86_64.rpm",
	"/template/precreated/centos-7-x86_64.tar.gz",
];
const agents = [
	"urlgrabber/3.10 yum/3.4.3",
	"curl/7.29.0",
	"Mozilla/5.0 (compatible; Googlebot/2.1)",
	"libdnf (OpenVZ 9)",
];

/** Two million clients over ninety days, in order of time. */
function* log(): Generator<Buffer> {
	const months = ["Jan", "Feb", "Mar"];
	let [bytes, number] = [0, 0];
	while (bytes < bytesWanted) {
		let text = "";
		for (let i = 0; i < 5000; i++, number++) {
			const client = (number * 2_654_435_761) % 2_000_000;
			const time = new Date(begunMs + number * 1400);
			const [day, clock] = time.toISOString().split("T");
			const [, month = "01", date] = (day ?? "").split("-");
			text += `198.${18 + (client >> 16)}.${(client >> 8) & 255}.${client & 255} - - [${date}/${months[Number(month) - 1]}/2026:${clock?.slice(0, 8)} +0000] "GET ${targets[number % targets.length]} HTTP/1.1" ${number % 3 ? 200 : 206} ${number % 9 ? 5120 : 900_000_000} "-" "${agents[number % agents.length]}"\n`;
		}
		const chunk = Buffer.from(text, "latin1");
		bytes += chunk.length;
		yield chunk;
	}
}

// Making the lines costs something, too: it is measured by itself and taken off.
const before = process.cpuUsage();
for (const chunk of log()) if (chunk.length === 0) break;
const making = process.cpuUsage(before);
const begun = process.cpuUsage();
const now = new Date(begunMs + 95 * 86_400_000);
const reader = downloadReader({ now, prefix: null, isOwn: () => false, sizes: new Map() });
const { entries, counted } = await readFiles(reader, [
	{ name: "log", path: "log", bytes: () => Readable.from(log(), { objectMode: true }) },
]);
const found = reader.finish();
const whole = process.cpuUsage(begun);
const seconds = (whole.user + whole.system - making.user - making.system) / 1e6;
const memoryMib = process.resourceUsage().maxRSS / 1024;
console.log(
	JSON.stringify({ entries, counted, statistics: Array.isArray(found) ? found.length : 0, seconds, memoryMib }),
);
