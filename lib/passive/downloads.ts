/** Downloads, from the logs of web servers: what somebody fetched, however many requests it took. */
import type { StatisticSlug } from "#lib/text/index";
import { Counts, isPlausible, msPerDay } from "./counts";
import { eachLine } from "./lines";
import { Parts, type RequestedParts } from "./parts";
import { downloadOf, withinTree } from "./paths";
import type { Ignored, Reader } from "./reading";
import { isRobot } from "./robots";
import { parseLine, type Request } from "./web-log";

export interface DownloadOptions {
	now: Date;
	/** The folder in which a mirror has OpenVZ's tree, such as `/pub/openvz`; `null`: it is found. */
	prefix: string | null;
	/** Whether an address belongs to the operator's own networks. */
	isOwn(address: string): boolean;
	/** Sizes of files in bytes, by their paths within the tree, where they are known. */
	sizes: ReadonlyMap<string, number>;
}

const statistics = [
	"iso-downloads",
	"update-clients",
	"package-downloads",
	"template-downloads",
	"network-installs",
] as const satisfies readonly StatisticSlug[];

/** Programs that update hosts. */
const updaters = /\b(?:yum|dnf|libdnf|urlgrabber)\b/i;
/** An image of which no size is known is one from here on. */
const unknownSizeMin = 100 * 2 ** 20;
const wholePart = 0.9;
/** Whoever asks several times for the parts of a file still downloads it once. */
const windowMs = msPerDay;

export function downloadReader({ now, prefix, isOwn, sizes }: DownloadOptions): Reader {
	const counts = new Counts();
	const parts = new Parts();
	/** Images that were asked for, and their places in this list. */
	const images: { file: string; release: string }[] = [];
	const placeOfImage = new Map<string, number>();
	const whole = new Map<string, number>(sizes);

	function countIso({ client, agent, ms, bytes, status }: Request, release: string, file: string): void {
		const place = placeOfImage.get(file) ?? images.push({ file, release }) - 1;
		placeOfImage.set(file, place);
		parts.add(counts.pseudonyms.of("iso", client, agent, file), place, ms, bytes);
		if (status === 200 && !sizes.has(file)) whole.set(file, Math.max(whole.get(file) ?? 0, bytes));
	}

	/**
	 * Counts an install with the request that makes it one, whichever comes last: somebody fetched the tree and an image, or
	 * is an installer. Anaconda and dracut call themselves differently, so the address alone tells who installs.
	 */
	function countInstall({ client, ms, agent }: Request, part: "tree" | "image"): void {
		const own = ["install", `${Math.floor(ms / msPerDay)}`, client] as const;
		const isInstaller = part === "image" || /anaconda/i.test(agent);
		const isNewTree = part === "tree" && counts.isNew(...own, "tree");
		const isNewInstaller = isInstaller && counts.isNew(...own, "installer");
		if (!isNewTree && !isNewInstaller) return;
		if (counts.has(...own, "tree") && counts.has(...own, "installer")) counts.add("network-installs", ms, "all");
	}

	return {
		entries: "lines",
		read: (file, tally) => eachLine(file.chunks, (text) => tally(ignoredBecause(text))),
		finish() {
			for (const { file: place, requests } of parts.byClient()) {
				const image = images[place];
				if (!image) continue;
				for (const ms of wholeDownloads(requests, whole.get(image.file)))
					counts.add("iso-downloads", ms, image.release);
			}
			return counts.finish(statistics);
		},
	};

	/** `null` if the line counts. */
	function ignoredBecause(text: string): Ignored | null {
		const request = parseLine(text);
		if (!request) return "unreadable";
		const { client, ms, method, path, status, agent } = request;
		if (!isPlausible(ms, now)) return "impossible time";
		counts.seen(ms);
		if (path === null) return "no request of a path";
		const inside = withinTree(path, prefix);
		if (inside === null) return "not of OpenVZ";
		const download = downloadOf(inside);
		if (download?.kind === "timestamp") return "probe of a mirror";
		if (method !== "GET") return "not GET";
		const isFetched = status === 200 || status === 206 || (status === 304 && download?.kind === "repository");
		if (!isFetched) return "other status";
		if (isOwn(text.slice(0, text.indexOf(" ")))) return "own network";
		if (isRobot(agent)) return "robot";
		if (!download) return "other file";
		if (download.kind === "iso") countIso(request, download.release, download.file);
		else if (download.kind === "install") countInstall(request, download.part);
		else if (download.kind === "repository") {
			if (!updaters.test(agent)) return "other program";
			counts.addPerson("update-clients", ms, download.client, client, agent);
		} else {
			// yum fetches the header of a package by its range first: both are one.
			const day = `${Math.floor(ms / msPerDay)}`;
			if (!counts.isNew("file", day, client, agent, download.file)) return "repeated";
			if (download.kind === "package") counts.add("package-downloads", ms, download.of);
			else counts.add("template-downloads", ms, download.distribution);
		}
		return null;
	}
}

/** The times at which complete downloads began, of one client and one file. */
function wholeDownloads(requests: RequestedParts["requests"], size: number | undefined): number[] {
	const begun: { ms: number; bytes: number }[] = [];
	for (const { ms, bytes } of requests) {
		const last = begun.at(-1);
		if (last && ms < last.ms + windowMs) last.bytes += bytes;
		else begun.push({ ms, bytes });
	}
	const enough = size ? size * wholePart : unknownSizeMin;
	return begun.filter(({ bytes }) => bytes >= enough).map(({ ms }) => ms);
}
