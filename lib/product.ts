/** The two products whose hosts report, and how long a report of each counts. */

export const products = ["openvz7", "legacy"] as const;
export type Product = (typeof products)[number];

/**
 * Days for which a report counts: one of day `r` is in the window of `D` when `D - W < r <= D` (DESIGN section 3). The
 * legacy reporter sends monthly, so a shorter window would lose half of its hosts.
 */
export const windowDays: Record<Product, number> = { openvz7: 14, legacy: 60 };
