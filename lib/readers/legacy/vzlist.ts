/**
 * Containers as `vzlist -aH -o status[,layout][,vswap]` prints them: how many columns there are depends on the age of
 * vzctl.
 */
import { lines } from "../lines";
import { itemsMax } from "../values";

export interface ListedContainer {
	status: string;
	layout: string | null;
	vswap: string | null;
}

/** Lines with more words are no containers but complaints. */
const columnsMax = 3;

export function listedContainers(vzlist: string): ListedContainer[] {
	const containers: ListedContainer[] = [];
	for (const line of lines(vzlist)) {
		const columns = line.split(/\s+/);
		if (columns.length > columnsMax) continue;
		const [status = "", layout = null, vswap = null] = columns;
		if (containers.length < itemsMax) containers.push({ status, layout, vswap });
	}
	return containers;
}
