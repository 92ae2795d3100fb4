/** What each file of a report holds, field by field, for each product. */
import type { Product } from "#lib/product";
import { legacyFields } from "./legacy-fields";
import { openvz7Fields } from "./openvz7-fields";
import type { ReportFields } from "./report-field";

export const reportFields: Readonly<Record<Product, ReportFields>> = { openvz7: openvz7Fields, legacy: legacyFields };
