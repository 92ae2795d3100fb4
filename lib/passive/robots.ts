/** Which programs are robots, by what they call themselves. */

/** Programs that fetch without anybody who will use it: search engines, monitors, mirrors. By the words in their names. */
const robots = new RegExp(
	[
		...["bot\\b", "bot[/_-]", "crawl", "spider", "slurp", "archiver", "mediapartners", "externalagent", "feedfetcher"],
		...["scan", "zgrab", "censys", "nuclei", "nmap", "inspect", "validator", "checklink", "lighthouse", "preview"],
		...["facebookexternalhit", "archive\\.org", "headless", "phantom", "scrapy", "httrack", "webcopier", "teleport"],
		...[
			"monitor",
			"probe",
			"nagios",
			"check_http",
			"zabbix",
			"icinga",
			"prometheus",
			"uptime",
			"pingdom",
			"statuscake",
		],
		...["mirror", "mirmon", "reposync", "rsync", "lftp", "pulp", "artifactory", "nexus\\/", "\\s-m\\b"],
		...[
			"go-http-client",
			"python-requests",
			"python-urllib",
			"python-httpx",
			"aiohttp",
			"okhttp",
			"axios",
			"node-fetch",
		],
		...["java\\/", "libwww", "httpclient"],
	].join("|"),
	"i",
);
/** Of texts that are kept to be recognised again. */
export const rememberedLengthMax = 300;
const isRobotOf = new Map<string, boolean>();

export function isRobot(agent: string): boolean {
	const known = isRobotOf.get(agent);
	if (known !== undefined) return known;
	const found = robots.test(agent);
	// Agents are free text: as many and as long as anybody likes.
	if (isRobotOf.size >= 10_000) isRobotOf.clear();
	if (agent.length <= rememberedLengthMax) isRobotOf.set(agent, found);
	return found;
}
