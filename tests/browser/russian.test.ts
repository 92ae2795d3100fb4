/** Whether the Russian pages are Russian: every text that somebody sees or hears, over a filled site. */
import { describe, expect, it } from "vitest";
import { sectionNames } from "#lib/facts/sections";
import { statistics } from "#lib/statistics/index";
import { pages } from "#lib/statistics/pages";
import { filledSite } from "../shared-sites";

const { url } = await filledSite();

/** Names that Russians write as they are. */
const names = new Set(
	(
		"openvz legacy virtuozzo english customer experience program utc csv json n cpu uuid rhel simulation " +
		// Hardware and its makers.
		"intel amd hygon xeon epyc opteron core ryzen atom pentium celeron via scalable gold silver bronze platinum " +
		"naples rome milan genoa bergamo turin sandy ivy bridge haswell broadwell westmere nehalem ssd hdd nvme numa lscpu " +
		"seagate western digital wd hgst hitachi toshiba samsung micron crucial kingston sandisk lsi perc qemu virtual " +
		"supermicro dell hp hpe ibm lenovo fujitsu asus asustek gigabyte huawei " +
		// Systems and programs.
		"linux windows centos debian ubuntu almalinux rocky fedora oracle red hat enterprise suse opensuse alma vzlinux " +
		"freebsd server stream kvm libvirt vswap ploop simfs vzfs ext xfs zfs vstorage storage shaman pcs vcmmd prlctl vzctl vzlist " +
		"readykernel kernel proxmox ve cgroup cgroups blkio beancounter btrfs vz lacp bonding teaming teamd team runner performance density mac ip uname cpuinfo meminfo ostemplates sql selinux powerpoint javascript python systemd rpmlint kioxia venet " +
		"distrowatch factory anaconda abrt taint"
	)
		.split(" ")
		// Sections are called as in the reports.
		.concat(sectionNames),
);

const forMachines =
	/<meta (?:name|property)="(?:viewport|color-scheme|robots|twitter:card|next-size-adjust|og:(?:type|locale|url|image)\S*)"[^>]*>/g;
const inTags = /<(script|style|code|pre)\b[\s\S]*?<\/\1>/g;
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
const spoken = /\s(?:aria-label|title|alt|placeholder|content)="([^"]*)"/g;

/** Everything that is read: text, and attributes that are spoken or shown. */
function readable(html: string): string[] {
	const bare = html
		.replaceAll(inTags, " ")
		.replaceAll(/<!--[\s\S]*?-->/g, "")
		// A name that a chart writes in two lines.
		.replaceAll(/(?<=[.-])<\/text><text\b[^>]*>/g, "")
		.replaceAll(forMachines, "");
	const attributes = [...bare.matchAll(spoken)].map(([, value]) => value ?? "");
	return [...attributes, ...bare.replaceAll(/<[^>]*>/g, "\n").split("\n")]
		.map((text) => text.replaceAll(/&([#\w]+);/g, (_, name) => entities[name] ?? " ").trim())
		.filter(Boolean);
}

/** Words of prose: what has a digit, a dot or a dash in it is a name or an address, and so is what is all capitals. */
function latinWords(text: string): string[] {
	// What was shortened is the beginning or the end of a name.
	return (text.replaceAll(/[\p{L}\p{N}.-]+…|…[\p{L}\p{N}.-]+/gu, "").match(/[\p{L}\p{N}_./@:=?&-]+/gu) ?? [])
		.map((word) => word.replace(/^[./:-]+|[./:-]+$/g, ""))
		.filter((word) => /^[A-Za-z]{2,}$/.test(word) && word !== word.toUpperCase() && !names.has(word.toLowerCase()));
}

/** Buckets whose names are those of the kernel and of programs. */
const technical = ["cgroup-controllers", "team-runner", "bonding-mode"];

/** What hosts say themselves: models, packages, services. */
async function reportedNames(): Promise<Set<string>> {
	const open = statistics.filter(
		({ slug, threshold, labels }) => threshold > 1 || typeof labels === "function" || technical.includes(slug),
	);
	const labels = await Promise.all(
		open.flatMap(({ slug, products }) =>
			products.map(async (product) => {
				const shown: { rows?: { label: string }[] } = await (
					await fetch(`${url}/data/${slug}.json?product=${product}`)
				).json();
				return (shown.rows ?? []).map(({ label }) => label);
			}),
		),
	);
	return new Set(labels.flat().flatMap(latinWords));
}

const paths = [
	"/ru",
	...pages.flatMap(({ slug }) => [`/ru/${slug}`, `/ru/${slug}?product=legacy`]),
	...statistics.map(({ slug }) => `/ru/statistics/${slug}`),
	"/ru/statistics/host-distro?events=on",
	"/ru/methodology",
	...pages.map(({ slug }) => `/ru/methodology/${slug}`),
	"/ru/quality",
	"/ru/quality?product=legacy",
	"/ru/privacy",
	"/ru/my-host",
	"/ru/join",
	"/ru/disp-helper",
	"/ru/inspect",
	"/ru/nothing-here",
	"/ru/cpu?date=1999-01-01",
	"/ru/cpu?date=nonsense&product=nonsense",
];

describe("no Russian page", () => {
	it("has Latin prose left in it", async () => {
		const reported = await reportedNames();
		const left = await Promise.all(
			paths.map(async (path) => {
				const response = await fetch(url + path);
				// What is not there or is asked for wrongly says so in Russian, too.
				expect([200, 400, 404], path).toContain(response.status);
				const html = await response.text();
				expect(html, path).toMatch(/<html lang="ru"/);
				const found = readable(html).flatMap((text) =>
					latinWords(text)
						.filter((word) => !reported.has(word))
						.map((word) => `${word} in “${text.slice(0, 80)}”`),
				);
				return found.length ? [{ path, found: [...new Set(found)].slice(0, 5) }] : [];
			}),
		);
		expect(left.flat()).toEqual([]);
	});

	it("has numbers or dates written as in English", async () => {
		for (const path of paths.slice(0, 25)) {
			const texts = readable(await (await fetch(url + path)).text()).join(" ");
			// A percentage with a point or without its space, or thousands with a comma.
			expect(texts.match(/\d\.\d+\s?%|\d%|\b\d{1,3},\d{3}\b(?!\s?%)/g) ?? [], path).toEqual([]);
		}
	});
});

it("finds English where there is some", () => {
	expect(readable('<p title="Show it">Да <code>npm run</code></p><script>let x</script>').flatMap(latinWords)).toEqual([
		"Show",
		"it",
	]);
	expect(latinWords("Intel Xeon E5-2620 v4 на UTC")).toEqual([]);
});
