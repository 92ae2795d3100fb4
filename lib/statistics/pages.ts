/** The pages of statistics, in the order of the navigation. A statistic says itself which page it is on. */
import type { Language } from "#lib/language";
import { names, type PageSlug } from "#lib/text/index";

export interface Page {
	slug: PageSlug;
}

const slugs = [
	"hosts",
	"reports",
	"versions",
	"virtual-machines",
	"guests",
	"containers",
	"countries",
	"cpu",
	"memory",
	"disks",
	"network",
	"software",
	"activity",
	"crashes",
] as const satisfies readonly PageSlug[];

export const pages: readonly Page[] = slugs.map((slug) => ({ slug }));

export function pageBySlug(slug: string): Page | undefined {
	return pages.find((page) => page.slug === slug);
}

export function pageTitle({ slug }: Page, language: Language): string {
	return names(language).pages[slug].title;
}

/** One sentence below the title. */
export function pageLead({ slug }: Page, language: Language): string {
	return names(language).pages[slug].lead;
}
