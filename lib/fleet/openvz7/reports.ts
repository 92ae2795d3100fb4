/** The reports of one simulated OpenVZ 7 host: its members at each week of its life. */
import { freshMember, type Member, member, pack, stamped } from "../archive";
import { oneOf, random, uuid } from "../chance";
import type { Country } from "../countries";
import { jsonForm } from "../form";
import type { Life } from "../life";
import { dayMs, hourMs, minuteMs, stamp } from "../time";
import { advance, type Host, makeHost } from "./host";
import { oddly, type Section, sections } from "./sections";
import { releaseText } from "./software-sections";

export interface Sent {
	at: number;
	uuid: string;
	archive: Buffer;
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

/** The hour of each slot by the host's clock: breakfast, lunch, dinner. */
const slotHours = [8, 12, 17] as const;

/** When the section was collected last before `at`. */
function collectedAt({ weekday, slot }: Section, at: number, offsetHours: number): number {
	// The fifth of January 1970 was a Monday.
	const slotAt = (4 + weekday) * dayMs + (slotHours[slot] - offsetHours) * hourMs;
	return at - ((((at - slotAt) % (7 * dayMs)) + 7 * dayMs) % (7 * dayMs));
}

/** Sections of a host, written anew when what they are written from has changed. */
function memberWriter(host: Host): (section: Section, collected: string) => Member {
	const written = new Map<string, { at: number; member: Member }>();
	return ({ name, of, write }, collected) => {
		const at = Math.max(...of.map((part) => host.changed[part]));
		let found = written.get(name);
		if (found?.at !== at) {
			const text = oddly(host.draw, name, write(host, at, random(host.life.key, host.body, name, at)));
			const head = `{"schema":1,"section":"${name}","script":"${name}.py","collected":"`;
			found = { at, member: member(`${name}.json`, head, collected, `",${text.slice(1)}`) };
			written.set(name, found);
		}
		return stamped(found.member, collected);
	};
}

const manifestForm = jsonForm(`{
	"schema": 1, "product": "OpenVZ", "product_release": "$release", "client": "disp-helper 7.0.x",
	"host_uuid": "$uuid", "created": "$created", "period": "1w", "sections": "$names"
}`);

/** @param from reports before this instant are lived through, but not written */
export function* openvz7Reports(
	life: Life,
	times: readonly number[],
	{ timezone, offsetHours }: Country,
	from: number,
): Generator<Sent> {
	const hostUuid = uuid(random(life.key, "uuid"));
	const off = switchedOff(life);
	const [first = 0] = times;
	const bodies = Array.from({ length: bodiesOf(life) }, (_, body) => {
		const host = makeHost(life, body, first, timezone);
		return { host, write: memberWriter(host) };
	});
	for (const time of times) {
		// The original sends last, so that it is the one that counts.
		for (const { host, write } of bodies.toReversed()) {
			const at = time - host.body * 7 * minuteMs;
			if (host.body > 0 && at < first) continue;
			advance(host, at);
			if (time < from) continue;
			const next = random(life.key, host.body, "report", at);
			const skipped = next() < 0.01 ? oneOf(next(), sections).name : "";
			const carried = sections.flatMap((section) => {
				// A new host has only the sections whose slots have come since it was installed, and what is collected at once.
				const slotAt = collectedAt(section, at, offsetHours);
				const isThere = slotAt >= life.installed || section.name === "static";
				if (!isThere || off.has(section.name) || section.name === skipped) return [];
				return [{ section, collected: stamp(Math.max(slotAt, Math.min(life.installed, at))) }];
			});
			const names = carried.map(({ section }) => section.name);
			const manifest = manifestForm({ release: releaseText(host), uuid: hostUuid, created: stamp(at), names });
			const members = carried.map(({ section, collected }) => write(section, collected));
			yield { at, uuid: hostUuid, archive: pack([freshMember("manifest.json", manifest), ...members], at) };
		}
	}
}
