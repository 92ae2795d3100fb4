/** Which services are enabled. */
import { unitNames } from "#lib/facts/software/unit";
import { overWindow } from "./statistic";
import { hostInEach } from "./tally";

/** Keys have `-` where units have `_` or `@`. */
const byKey = new Map([...unitNames].map((name) => [name.replaceAll("_", "-"), name]));
// If a unit exists in both spellings, the one with `-` is the newer.
for (const name of unitNames) if (byKey.has(name)) byKey.set(name, name);

/** Units that are written with capitals. */
const capitals: readonly (readonly [RegExp, string])[] = [
	[/^networkmanager/, "NetworkManager"],
	[/^modemmanager/, "ModemManager"],
	[/^packagekit/, "PackageKit"],
];
const written = (name: string) => capitals.reduce((text, [shape, own]) => text.replace(shape, own), name);

/** `getty-.service` → `getty@.service`. */
function label(key: string): string | undefined {
	const [, name = "", type = ""] = /^(.*)(\.[a-z]+)$/.exec(key) ?? [];
	const template = name.endsWith("-") ? byKey.get(name.slice(0, -1)) : undefined;
	const whole = byKey.get(name) ?? (template && `${template}@`);
	return whole && `${written(whole)}${type}`;
}

export default overWindow({
	slug: "services",
	section: "services",
	unit: "hosts",
	page: "software",
	place: 2,
	hasSeveral: true,
	products: ["openvz7"],
	threshold: 10,
	isInLead: false,
	labels: label,
	tally: ({ enabled }) => hostInEach(enabled),
});
