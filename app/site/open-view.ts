import { notFound } from "next/navigation";
import { type Opened, openedView } from "#lib/site/opened-view";

export { isSimulation } from "#lib/simulation";

/** The folders above every page. */
export interface ViewParams {
	lang: string;
	product: string;
	day: string;
}

export interface ViewProps {
	params: Promise<ViewParams>;
}

export async function openView(params: ViewParams): Promise<Opened> {
	return (await openedView(params)) ?? notFound();
}
