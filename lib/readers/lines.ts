/** The lines of a text, without holding them all: a report may be one file of sixteen million line ends. */

/** Far above what any tool prints: 4,096 processors in /proc/cpuinfo are half of it. */
const linesMax = 250_000;
const lengthMax = 4096;

/** Lines in which something stands, trimmed and cut to a length that no known line has. */
export function* lines(text: string): Generator<string> {
	let read = 0;
	for (let from = 0; from < text.length && read < linesMax; read++) {
		const end = text.indexOf("\n", from);
		const to = end < 0 ? text.length : end;
		const line = text.slice(from, Math.min(to, from + lengthMax)).trim();
		if (line !== "") yield line;
		from = to + 1;
	}
}
