/** The reports of one simulated OpenVZ 7 host: its members at each Friday of its life. */
import { json, type Moment, type Text } from "../holes";
import type { Life } from "../life";
import { oneOf, random, uuid } from "../random";
import { slotHours } from "../schedule";
import type { Member } from "../tar";
import { dayMs, hourMs, minuteMs, stamp } from "../time";
import { advance, type Host, makeHost } from "./host";
import { oddly } from "./oddities";
import { sectionWriters } from "./sections";
import { releaseText } from "./static";

export interface Sent {
	at: number;
	uuid: string;
	members: Member[];
}

/** Sections that people switch off rather than others. */
const unwanted = ["packages", "ves_content", "services", "network", "libvirt_guests", "hardware", "clusters"];

function switchedOff({ draw }: Life): ReadonlySet<string> {
	if (draw("sections off") >= 0.04) return new Set();
	const u = draw("sections off which");
	return new Set([oneOf(u, unwanted), oneOf((u * 7) % 1, unwanted)]);
}

/** How many machines report under this UUID: imaged hosts share one. */
function bodiesOf({ draw }: Life): number {
	const u = draw("clones");
	return u < 0.002 ? 3 : u < 0.008 ? 2 : 1;
}

/** Section texts of a host, kept until the state that they are written from changes. */
function sectionTexts(host: Host): (name: string, moment: Moment) => string {
	const kept = new Map<string, { version: string; text: Text }>();
	return (name, moment) => {
		const writer = sectionWriters.find((candidate) => candidate.name === name);
		if (!writer) throw new Error(`no section is called ${name}`);
		const version = writer.of.map((part) => host.revisions[part]).join();
		let entry = kept.get(name);
		if (entry?.version !== version) {
			entry = { version, text: json(oddly(host.draw, name, writer.write(host))) };
			kept.set(name, entry);
		}
		const head = `{"schema":1,"section":"${name}","script":"${name}.py","collected":"${moment.collected}",`;
		return head + entry.text(moment).slice(1);
	};
}

/** Instants of the host's slots in the week that the report at `at` closes. */
function collectedAt(at: number, offsetHours: number, weekday: number, slot: 0 | 1 | 2): number {
	const local = at + offsetHours * hourMs;
	// Day 4 of 1970 was a Monday.
	const monday = Math.floor((local / dayMs - 4) / 7) * 7 * dayMs + 4 * dayMs;
	return Math.min(at, monday + weekday * dayMs + slotHours[slot] * hourMs - offsetHours * hourMs);
}

export function* openvz7Reports(
	life: Life,
	times: readonly number[],
	country: { timezone: string; offsetHours: number },
): Generator<Sent> {
	const hostUuid = uuid(random(life.key, "uuid"));
	const off = switchedOff(life);
	const [first = 0, last = 0] = [times[0], times.at(-1)];
	const bodies = Array.from({ length: bodiesOf(life) }, (_, i) => {
		const host = makeHost(life, i, first, last, country.timezone);
		return { host, text: sectionTexts(host) };
	});
	for (const time of times) {
		// The original sends last, so that it is the one that counts.
		for (const [i, { host, text }] of [...bodies.entries()].reverse()) {
			const at = time - i * 7 * minuteMs;
			if (i > 0 && at < first) continue;
			advance(host, at);
			const skipped = host.next() < 0.01 ? oneOf(host.next(), sectionWriters).name : "";
			const carried = sectionWriters.filter(({ name, weekday, slot }) => {
				// A new host's first report has only the slots that have come since it was installed.
				const there = collectedAt(at, country.offsetHours, weekday, slot) >= life.installed;
				return there && !off.has(name) && name !== skipped;
			});
			const members = carried.map(({ name, weekday, slot }) => {
				const instant = collectedAt(at, country.offsetHours, weekday, slot);
				return {
					name: `${name}.json`,
					content: text(name, { at: instant, collected: stamp(instant), next: host.next }),
				};
			});
			const manifest = {
				schema: 1,
				product: "OpenVZ",
				product_release: releaseText(host),
				client: "disp-helper 7.0.x",
				host_uuid: hostUuid,
				created: stamp(at),
				period: "1w",
				sections: carried.map(({ name }) => name),
			};
			yield { at, uuid: hostUuid, members: [{ name: "manifest.json", content: JSON.stringify(manifest) }, ...members] };
		}
	}
}
