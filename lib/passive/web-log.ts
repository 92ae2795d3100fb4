/** Lines of web servers: Apache's and nginx's combined format. */
import ipaddr from "ipaddr.js";

export interface Request {
	/** IPv4 addresses as they are, IPv6 by /64: a customer has at least that many. */
	client: string;
	ms: number;
	method: string;
	/** Without query, percent-decoded, with single slashes; `null` if the request is no request of a path. */
	path: string | null;
	status: number;
	bytes: number;
	agent: string;
}

const line =
	/^(\S+) \S+ .*?\[([^\]]{20,32})\] "((?:[^"\\]|\\.)*)" (\d{3}) (\d+|-)(?: "(?:[^"\\]|\\.)*" "((?:[^"\\]|\\.)*)")?/;

/** `null` if it is no line of a log. */
export function parseLine(text: string): Request | null {
	const [, host = "", time = "", request = "", status, bytes, agent = ""] = line.exec(text) ?? [];
	const ms = timeOf(time);
	if (ms === null) return null;
	// A target may have blanks in it: the method is before the first, the protocol after the last.
	const [first, last] = [request.indexOf(" "), request.lastIndexOf(" ")];
	const isRequest = first > 0 && last > first && /^HTTP\/\d/.test(request.slice(last + 1));
	return {
		client: clientOf(host),
		ms,
		method: isRequest ? request.slice(0, first) : "",
		path: isRequest ? pathOf(request.slice(first + 1, last)) : null,
		status: Number(status),
		bytes: bytes === "-" ? 0 : Number(bytes),
		agent: agent === "-" ? "" : agent,
	};
}

const months: Readonly<Record<string, number>> = Object.fromEntries(
	["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"].map((name, i) => [name, i]),
);
const timePattern = /^(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)$/;

/** `10/Oct/2025:13:55:36 -0700`. Most lines have the minute of the line before. */
let lastMinute = { begin: "", zone: "", ms: 0 };

function timeOf(text: string): number | null {
	const [begin, second, zone] = [text.slice(0, 18), text.slice(18, 20), text.slice(20)];
	if (begin === lastMinute.begin && zone === lastMinute.zone && /^\d\d$/.test(second))
		return lastMinute.ms + Number(second) * 1000;
	const ms = parsedTime(text);
	if (ms !== null) lastMinute = { begin, zone, ms: ms - Number(second) * 1000 };
	return ms;
}

function parsedTime(text: string): number | null {
	const [, day, month = "", year, hour, minute, second, sign, hours, minutes] = timePattern.exec(text) ?? [];
	const place = months[month];
	if (place === undefined) return null;
	const shift = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
	return Date.UTC(Number(year), place, Number(day), Number(hour), Number(minute), Number(second)) - shift;
}

function clientOf(host: string): string {
	if (!host.includes(":") || !ipaddr.IPv6.isValid(host)) return host;
	const address = ipaddr.IPv6.parse(host);
	if (address.isIPv4MappedAddress()) return address.toIPv4Address().toString();
	return address.parts.slice(0, 4).join(":");
}

function pathOf(target: string): string | null {
	const absolute = /^https?:\/\/[^/]+(\/.*)$/i.exec(target)?.[1] ?? target;
	if (!absolute.startsWith("/")) return null;
	const bare = absolute.split(/[?#]/, 1)[0] ?? "";
	const decoded = bare.includes("%") ? bare.replace(/%([2-7][0-9a-f])/gi, (_, code) => char(code)) : bare;
	const joined = decoded.includes("//") ? decoded.replace(/\/{2,}/g, "/") : decoded;
	return joined.includes("/.") ? resolved(joined) : joined;
}

const char = (code: string) => String.fromCharCode(Number.parseInt(code, 16));

/** Without `.` and `..`. */
function resolved(path: string): string {
	const parts: string[] = [];
	for (const part of path.split("/")) {
		if (part === "..") parts.pop();
		else if (part !== ".") parts.push(part);
	}
	return `/${parts.filter((part, i) => part !== "" || i === parts.length - 1).join("/")}`;
}
