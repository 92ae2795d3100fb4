import { type Command, InvalidArgumentError } from "commander";
import { parseUuid } from "#lib/readers/uuid";
import { forgetHost } from "#lib/store/one-host";
import { withStore } from "./with-store";

export function addForget(program: Command, signal: AbortSignal): void {
	program
		.command("forget")
		.description("delete all that is kept of one host")
		.argument("<uuid>", "the host's UUID, in any case, with or without braces", uuid)
		.action(async (host: string) => {
			await withStore(signal, async ({ pool }) => {
				const reports = await forgetHost(pool, host);
				if (reports === null) console.log("nothing is kept of this host");
				else console.log(`forgotten: a host with ${reports} reports`);
			});
		});
}

function uuid(text: string): string {
	const parsed = parseUuid(text);
	if (!parsed) throw new InvalidArgumentError("It must be a UUID.");
	return parsed;
}
