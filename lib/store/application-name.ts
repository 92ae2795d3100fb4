import { hostname } from "node:os";

/** How this process's connections are known to the database server. */
export const applicationName = `openvz-statistics ${process.pid}@${hostname()}`.slice(0, 63);

/** The process that a connection with such a name is of. */
export function processOf(name: string): number | null {
	return Number(/^openvz-statistics (\d+)@/.exec(name)?.[1] ?? 0) || null;
}

/** Whether that process, one of this machine, is gone: the server has not noticed yet, and its connection soon ends. */
export function isOfGone(name: string): boolean {
	const pid = processOf(name);
	const host = name.slice(name.indexOf("@") + 1);
	if (pid === null || !hostname().startsWith(host)) return false;
	try {
		process.kill(pid, 0);
		return false;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "ESRCH";
	}
}
