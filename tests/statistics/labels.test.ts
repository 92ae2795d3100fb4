import { expect, test } from "vitest";
import { statisticBySlug } from "#lib/statistics/index";
import { isNamed, labelOf } from "#lib/statistics/labels";

function statistic(slug: string) {
	const found = statisticBySlug(slug);
	if (!found) throw new Error(`no statistic ${slug}`);
	return found;
}

test.each([
	["cpu-vendor", "intel", "Intel", "Intel"],
	["cpu-vendor", "other", "Other", "Другие"],
	["country", "ru", "Russia", "Россия"],
	["country", "us", "United States", "США"],
	["country", "de", "Germany", "Германия"],
	["country", "unknown", "Unknown", "Неизвестно"],
	["container-os", "centos-7", "CentOS 7", "CentOS 7"],
	["container-os", "ubuntu-14.04", "Ubuntu 14.04", "Ubuntu 14.04"],
	["container-os", "gentoo", "Gentoo", "Gentoo"],
	["container-os", "custom", "Custom template", "Собственный шаблон"],
	["container-os", "other", "Other", "Другие"],
	["container-os-family", "not-set", "Template not set", "Шаблон не указан"],
	["host-distro", "debian-6", "Debian 6", "Debian 6"],
	["memory-installed", "8-16-gib", "9–16\u00a0GiB", "9–16\u00a0ГиБ"],
	["containers-per-host", "200-plus", "200 and more", "200 и больше"],
	["link-speed", "2.5-gbit", "2.5\u00a0Gbit/s", "2,5\u00a0Гбит/с"],
	["vm-guest-os", "centos", "CentOS 6 and older", "CentOS 6 и более ранние"],
	["vm-guest-os", "unknown", "Not set", "Не указана"],
	["cpu-generation", "xeon-e5-v4", "Xeon E5 v4", "Xeon E5 v4"],
	["hosts-active", "all", "All", "Все"],
	["services", "crond.service", "crond.service", "crond.service"],
])("%s %s is %s, %s", (slug, bucket, en, ru) => {
	expect(labelOf(statistic(slug), bucket, "en")).toBe(en);
	expect(labelOf(statistic(slug), bucket, "ru")).toBe(ru);
});

test("a stored name stands in for the catalog's, but not before it", () => {
	const stored = new Map([
		["xeon-e5-2620-v4", "Xeon E5-2620 v4"],
		["other", "OTHER"],
	]);
	expect(labelOf(statistic("cpu-model"), "xeon-e5-2620-v4", "ru", stored)).toBe("Xeon E5-2620 v4");
	expect(labelOf(statistic("cpu-model"), "other", "en", stored)).toBe("Other");
	expect(labelOf(statistic("cpu-model"), "epyc-7402p", "en", stored)).toBe("epyc-7402p");
});

test("names of object members are not names of buckets", () => {
	for (const slug of ["cpu-vendor", "container-os", "country", "cpu-model"])
		for (const bucket of ["constructor", "tostring", "__proto__"]) {
			expect(labelOf(statistic(slug), bucket, "en")).toBe(bucket);
			expect(isNamed(statistic(slug), bucket)).toBe(false);
		}
});

test.each([
	["hosts-total", "all", true],
	["hosts-total", "other", false],
	["cpu-vendor", "amd", true],
	["cpu-vendor", "other", true],
	["cpu-vendor", "cyrix", false],
	["cpu-cores", "9-16", true],
	["vm-state", "unknown", true],
	["container-state", "paused", true],
	["country", "fr", true],
	["country", "zz", false],
	["cpu-model", "epyc-7402p", false],
	["container-os", "centos-99", false],
])("the catalog names %s %s: %s", (slug, bucket, named) => {
	expect(isNamed(statistic(slug), bucket)).toBe(named);
});
