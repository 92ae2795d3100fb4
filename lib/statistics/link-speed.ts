/** How fast the hosts are connected. */
import type { Text } from "#lib/language";
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

/** Megabits per second of the links that are sold. */
const speeds = [
	10, 100, 1000, 2500, 5000, 10_000, 20_000, 25_000, 40_000, 50_000, 56_000, 100_000, 200_000, 400_000,
] as const;

const keyOf = (mbps: number) => (mbps < 1000 ? `${mbps}-mbit` : `${mbps / 1000}-gbit`);

function label(mbps: number): Text {
	if (mbps < 1000) return { en: `${mbps}\u00a0Mbit/s`, ru: `${mbps}\u00a0Мбит/с` };
	const gbps = mbps / 1000;
	return { en: `${gbps}\u00a0Gbit/s`, ru: `${String(gbps).replace(".", ",")}\u00a0Гбит/с` };
}

const other = { en: "Other speed", ru: "Другая скорость" };

export default overWindow({
	slug: "link-speed",
	section: "network",
	unit: "hosts",
	page: "network",
	place: 1,
	products: ["openvz7"],
	title: { en: "Fastest network link", ru: "Самое быстрое сетевое подключение" },
	about: {
		en: "Hosts by the speed of their fastest link. A host on which no link tells its speed is in the base only.",
		ru: "Распределение серверов по скорости самого быстрого подключения. Если скорость неизвестна у всех подключений, сервер учитывается только в общем числе.",
	},
	labels: { ...Object.fromEntries(speeds.map((mbps) => [keyOf(mbps), label(mbps)])), other },
	order: [...speeds.map(keyOf), "other"],
	tally({ nics }) {
		const fastest = Math.max(...nics.map(({ speedMbps }) => speedMbps ?? 0), 0);
		if (fastest === 0) return [];
		return hostIn(speeds.some((mbps) => mbps === fastest) ? keyOf(fastest) : "other");
	},
});
