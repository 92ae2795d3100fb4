/** Whether the host is part of a cluster. Its name, nodes and resources are private: only that it is one is kept. */
import type { Facts } from "#lib/facts/sections";
import { flagOf, type JsonObject, objectOf } from "../values";

export function readClusters(output: JsonObject): Facts["clusters"] | null {
	const [shaman, vstorage] = [objectOf(output.shaman), objectOf(output.vstorage)];
	if (!shaman && !vstorage) return null;
	const highAvailability = flagOf(shaman?.configured) === true;
	const storage = flagOf(vstorage?.mounted) === true || hasSome(vstorage?.clusters);
	const others = Object.values(objectOf(output.other) ?? {}).some((configured) => flagOf(configured) === true);
	if (highAvailability && storage) return { cluster: "both" };
	if (highAvailability) return { cluster: "shaman" };
	if (storage) return { cluster: "vstorage" };
	return { cluster: others ? "other" : "none" };
}

/** A list of clusters, or their number. */
function hasSome(clusters: unknown): boolean {
	return Array.isArray(clusters) ? clusters.length > 0 : typeof clusters === "number" && clusters > 0;
}
