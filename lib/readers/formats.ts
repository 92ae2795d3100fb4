/** The format of each product's reports: which member carries which section, and what reads an archive. */
import type { SectionName } from "#lib/facts/sections";
import type { Product } from "#lib/product";
import { legacySections } from "./legacy/sections";
import type { ReadingMemory } from "./memory";
import { openvz7Sections } from "./openvz7/sections";
import { type ReadReport, readLegacy, readOpenvz7 } from "./read-report";
import type { Members } from "./tar";

export interface ReportFormat {
	sections: Readonly<{ [S in SectionName]?: { member: string } }>;
	/** What members are, by which an unreadable one is explained. */
	members: "json" | "text";
	/** Whether the archive names its host; else the UUID is sent beside it. */
	carriesUuid: boolean;
	/** Throws nothing but `Refused`. `uuid` is what was sent beside the archive; `memory` is of one product's reports. */
	read(members: Members, uuid: string, memory?: ReadingMemory): ReadReport;
}

export const formats: Readonly<Record<Product, ReportFormat>> = {
	openvz7: {
		sections: openvz7Sections,
		members: "json",
		carriesUuid: true,
		read: (members, _, memory) => readOpenvz7(members, memory),
	},
	legacy: { sections: legacySections, members: "text", carriesUuid: false, read: readLegacy },
};

/** Whose report an archive is, where nobody says it. */
export function productOf(members: Members): Product {
	return members.has("manifest.json") ? "openvz7" : "legacy";
}
