/** How fast the hosts are connected. */
import { formatNumber } from "#lib/format";
import { translate } from "#lib/text/index";
import { type Label, overWindow } from "./statistic";
import { hostIn } from "./tally";

/** The standard speeds, Mbit/s. */
const speeds = [
	10, 100, 1000, 2500, 5000, 10_000, 20_000, 25_000, 40_000, 50_000, 56_000, 100_000, 200_000, 400_000,
] as const;

const keyOf = (mbps: number) => (mbps < 1000 ? `${mbps}-mbit` : `${mbps / 1000}-gbit`);

const label =
	(mbps: number): Label =>
	(language) =>
		translate(language)(mbps < 1000 ? "unit.mbit" : "unit.gbit", {
			number: formatNumber(mbps < 1000 ? mbps : mbps / 1000, language),
		});

export default overWindow({
	slug: "link-speed",
	section: "network",
	unit: "hosts",
	page: "network",
	place: 1,
	products: ["openvz7"],
	labels: { ...Object.fromEntries(speeds.map((mbps) => [keyOf(mbps), label(mbps)])), other: null },
	order: [...speeds.map(keyOf), "other"],
	tally({ nics }) {
		const fastest = Math.max(...nics.map(({ speedMbps }) => speedMbps ?? 0), 0);
		if (fastest === 0) return [];
		return hostIn(speeds.some((mbps) => mbps === fastest) ? keyOf(fastest) : "other");
	},
});
