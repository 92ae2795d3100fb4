/** Slides to the bytes of a presentation. The library makes slides and notes; their charts are put in afterwards. */
import Presentation from "pptxgenjs";
import type { Day } from "#lib/day";
import type { Language } from "#lib/language";
import { coreProperties, packed, partsOf } from "#lib/office/package";
import { withCharts } from "./embed-charts";
import { defineMasters } from "./masters";
import { addCover, addStatistic, type Cover } from "./slides";
import type { StatisticSlide } from "./statistic-slide";

export interface Deck {
	title: string;
	author: string;
	day: Day;
	language: Language;
	/** On every slide, where hosts are simulated. */
	simulation: string | null;
	cover: Cover | null;
	slides: readonly StatisticSlide[];
}

export async function presentation(deck: Deck): Promise<Uint8Array<ArrayBuffer>> {
	const made = new Presentation();
	made.layout = "LAYOUT_WIDE";
	made.theme = { headFontFace: "Arial", bodyFontFace: "Arial" };
	made.company = deck.author;
	defineMasters(made, deck);
	if (deck.cover) addCover(made, deck.cover, deck);
	for (const one of deck.slides) addStatistic(made, one, deck);
	const bytes = (await made.write({ outputType: "uint8array" })) as Uint8Array;
	const parts = await withCharts(partsOf(bytes), deck);
	return packed({ ...parts, "docProps/core.xml": coreProperties(deck) }, deck.day);
}
