import type { Command } from "commander";
import { type Day, dayOf, plusDays } from "#lib/day";
import { formatNumber, formatPercent } from "#lib/format";
import { defaultLanguage } from "#lib/language";
import { networkDays } from "#lib/sender-address";
import { percentOf } from "#lib/series/amounts";
import { statistics } from "#lib/statistics/index";
import { type IntakeGroup, intakeSince, type Total } from "#lib/store/intake";
import { inColumns } from "./columns";
import { count } from "./options";
import { withStore } from "./with-store";

export function addIntake(program: Command, signal: AbortSignal): void {
	program
		.command("intake")
		.description("list new hosts by day and network, a keyed hash: hosts, share of the active ones, what they brought")
		.option("--days <n>", `the last days, today included (networks are known for ${networkDays})`, count, 7)
		.action(async ({ days }: { days: number }) => {
			const today = dayOf(new Date());
			const since = plusDays(today, 1 - Math.min(Math.max(days, 1), 5000));
			const groups = await withStore(signal, ({ pool }) => intakeSince(pool, { since, today, totals }));
			console.log(groups.length === 0 ? `no new hosts since ${since}` : inColumns(table(groups)));
		});
}

/** What hosts have more or less of. */
const totals = statistics.flatMap((one): Total[] => (one.over === "window" && one.unit !== "hosts" ? [one] : []));

/** Networks of a day and product that are listed one by one; the rest, smaller ones, are one line. */
const networksShown = 20;
const labelsShown = 5;

const heads = ["day", "network", "product", "hosts", "in quarantine", "of active", "new labels", "largest share"];

function table(groups: readonly IntakeGroup[]): string[][] {
	const rows = [[...heads, ""]];
	const byDay = new Map<string, IntakeGroup[]>();
	for (const group of groups) {
		const key = `${group.day} ${group.product}`;
		byDay.set(key, [...(byDay.get(key) ?? []), group]);
	}
	for (const ofDay of byDay.values()) {
		for (const group of ofDay.slice(0, networksShown)) rows.push(row(group, group.network ?? "unknown"));
		const rest = ofDay.slice(networksShown);
		if (rest.length > 0) rows.push(row(together(rest), `${rest.length} more`));
	}
	return rows;
}

function row({ day, product, hosts, quarantined, active, activeOfAll, newLabels, largest }: IntakeGroup, name: string) {
	const listed = newLabels.slice(0, labelsShown).join(", ");
	return [
		...[day, name, product, formatNumber(hosts, defaultLanguage), formatNumber(quarantined, defaultLanguage)],
		formatPercent(percentOf(active, activeOfAll), defaultLanguage),
		formatNumber(newLabels.length, defaultLanguage),
		largest ? formatPercent(Math.round(largest.share * 10_000) / 100, defaultLanguage) : "–",
		[largest ? `of ${largest.statistic}` : "", listed + (newLabels.length > labelsShown ? ", …" : "")]
			.filter(Boolean)
			.join("; "),
	];
}

/** Several networks of a day and product as one. */
function together(groups: readonly IntakeGroup[]): IntakeGroup {
	const sum = (key: "hosts" | "quarantined" | "active") => groups.reduce((total, group) => total + group[key], 0);
	const largest = groups.map((group) => group.largest).sort((a, b) => (b?.share ?? 0) - (a?.share ?? 0));
	const [first] = groups;
	return {
		day: first?.day ?? ("" as Day),
		network: null,
		product: first?.product ?? "openvz7",
		hosts: sum("hosts"),
		quarantined: sum("quarantined"),
		active: sum("active"),
		activeOfAll: first?.activeOfAll ?? 0,
		newLabels: [...new Set(groups.flatMap((group) => group.newLabels))].sort(),
		largest: largest[0] ?? null,
	};
}
