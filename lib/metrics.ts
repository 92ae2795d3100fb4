/**
 * The metrics of this process for the operator's monitoring (Prometheus). Labels have few values, and none of them comes
 * from a request.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { type Product, products, productTable } from "./product";

const prefix = "openvz_statistics_";

// The server and Next's bundle load this module separately: they share one set of metrics.
const shared = globalThis as { openvzStatisticsMetrics?: Metrics };

export type Metrics = ReturnType<typeof createMetrics>;

/** The metrics of this process, created on first use. */
export function metrics(): Metrics {
	shared.openvzStatisticsMetrics ??= createMetrics();
	return shared.openvzStatisticsMetrics;
}

/** The outcomes of a report, and the HTTP statuses of each. */
const outcomes = {
	accepted: (product: Product) => [productTable[product].acceptedStatus],
	duplicate: () => [200],
	refused: () => [400, 408, 413, 429],
	failed: () => [503],
};
export type Outcome = keyof typeof outcomes;

/** Repeated: its network sent the same problem within the hour, so it did not count. */
const crashOutcomes = ["accepted", "repeated", "refused", "failed"] as const;
export type CrashOutcome = (typeof crashOutcomes)[number];

function createMetrics() {
	const registry = new Registry();
	const registers = [registry];
	collectDefaultMetrics({ register: registry });
	const gauge = (name: string, help: string) => new Gauge({ name: prefix + name, help, registers });
	const metrics = {
		registry,
		reports: new Counter({
			name: `${prefix}reports_total`,
			help: "Reports that came since the start, by what became of them and the status answered.",
			labelNames: ["product", "outcome", "status"],
			registers,
		}),
		implausibleSections: new Counter({
			name: `${prefix}implausible_sections_total`,
			help: "Sections of accepted reports that were set aside since the start, because they say more than any real host has.",
			labelNames: ["product"],
			registers,
		}),
		crashReports: new Counter({
			name: `${prefix}crash_reports_total`,
			help: "Crash reports that came since the start, by what became of them.",
			labelNames: ["outcome"],
			registers,
		}),
		requests: new Counter({
			name: `${prefix}http_requests_total`,
			help: "Requests answered since the start, by kind of address and class of status; gone: the client left before the end.",
			labelNames: ["kind", "status"],
			registers,
		}),
		requestSeconds: new Histogram({
			name: `${prefix}http_request_duration_seconds`,
			help: "Time from a request to the end of its answer, by kind of address.",
			labelNames: ["kind"],
			registers,
		}),
		publications: new Counter({
			name: `${prefix}publications_total`,
			help: "Publications of due days since the start, done and failed.",
			labelNames: ["outcome"],
			registers,
		}),
		publicationSeconds: gauge("publication_duration_seconds", "How long the latest publication took."),
		databaseUp: gauge("database_up", "Whether the database answers: 1 or 0. At 0 what is read from it is absent."),
		databaseBytes: gauge("database_size_bytes", "Size of the database on its disk."),
		publishedDay: gauge("published_day_timestamp_seconds", "The last published day, as its first second (UTC)."),
		daysDue: gauge("days_due", "Whole days that wait for publication."),
		newHosts: new Gauge({
			name: `${prefix}new_hosts_today`,
			help: "Hosts whose first report came today (UTC), without those in quarantine.",
			labelNames: ["product"],
			registers,
		}),
		newHostsOfNetwork: new Gauge({
			name: `${prefix}new_hosts_largest_network_ratio`,
			help: "Share of today's new hosts that came from one network, the one with most of them: 0 to 1.",
			labelNames: ["product"],
			registers,
		}),
		lastReport: new Gauge({
			name: `${prefix}last_report_timestamp_seconds`,
			help: "When the latest report was received.",
			labelNames: ["product"],
			registers,
		}),
	};
	// Counters start at 0: a rise is only seen in a series that existed before.
	for (const product of products)
		for (const [outcome, statuses] of Object.entries(outcomes))
			for (const status of statuses(product)) metrics.reports.inc({ product, outcome, status }, 0);
	for (const product of products) metrics.implausibleSections.inc({ product }, 0);
	for (const outcome of crashOutcomes) metrics.crashReports.inc({ outcome }, 0);
	for (const outcome of ["done", "failed"]) metrics.publications.inc({ outcome }, 0);
	// An unknown value is absent, not 0.
	for (const unknown of [metrics.publicationSeconds, metrics.databaseBytes, metrics.publishedDay, metrics.daysDue])
		unknown.remove();
	return metrics;
}
