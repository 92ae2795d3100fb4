import { expect, test } from "vitest";
import { lookOf } from "#lib/sharing/standalone-chart";

test.each([
	["/embed/cpu-vendor", "", "en"],
	["/ru/embed/cpu-vendor", "", "ru"],
	["/embed/cpu-vendor", "lang=ru", "ru"],
	["/ru/embed/cpu-vendor", "lang=en", "en"],
	["/ru/embed/cpu-vendor", "lang=de", "ru"],
])("%s?%s is answered in %s", (path, parameters, language) =>
	expect(lookOf(path, new URLSearchParams(parameters)).language).toBe(language),
);
