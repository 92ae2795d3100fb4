/** What the operator does about crash reports: what hosts are told of a problem, and what goes away again. */
import { type Command, InvalidArgumentError } from "commander";
import { bthashPattern } from "#lib/crashes/bthash";
import { dayOf } from "#lib/day";
import { OperatorError } from "#lib/operator-error";
import { publishCrashes } from "#lib/store/crash-days";
import { type CountedProblem, deleteProblem, linkProblem, listedProblems, unlinkProblem } from "#lib/store/crashes";
import { inColumns } from "./columns";
import { count } from "./options";
import { withStore } from "./with-store";

export function addCrash(program: Command, signal: AbortSignal): void {
	const crash = program.command("crash").description("crash reports: list problems, link them to bugs, delete them");

	crash
		.command("list")
		.description("problems, those with most hosts first; `-` where a function is not known")
		.option("--limit <n>", "the most frequent ones only", count, 50)
		.action(async ({ limit }: { limit: number }) => {
			const problems = await withStore(signal, ({ pool }) => listedProblems(pool, limit));
			console.log(problems.length === 0 ? "no crash reports yet" : inColumns([titles, ...problems.map(rowOf)]));
		});

	crash
		.command("link")
		.description("tell everybody which bug a problem is: on its page, and to hosts that report it")
		.argument("<bthash>", "the problem, as crash list prints it", hash)
		.argument("<url>", "the address of the bug", address)
		.option("--solution <text>", "what to do about it: hosts that report it are told, and report it no more", advice)
		.action(async (bthash: string, bug: string, { solution = null }: { solution?: string | null }) => {
			await change(signal, bthash, (pool) => linkProblem(pool, bthash, { bug, solution, day: dayOf(new Date()) }));
			console.log(`linked: ${bthash} is ${bug}`);
		});

	crash
		.command("unlink")
		.description("take back what link said")
		.argument("<bthash>", "the problem", hash)
		.action(async (bthash: string) => {
			await change(signal, bthash, (pool) => unlinkProblem(pool, bthash));
			console.log(`unlinked: ${bthash}`);
		});

	crash
		.command("delete")
		.description("delete a problem with all that was counted of it; no network is kept by which others could be found")
		.argument("<bthash>", "the problem", hash)
		.action(async (bthash: string) => {
			await change(signal, bthash, (pool) => deleteProblem(pool, bthash));
			console.log(`deleted: ${bthash}`);
		});
}

type Pool = Parameters<typeof linkProblem>[0];

/** Changes a problem, and what is published of it. Throws an `OperatorError` when there is no such problem. */
async function change(signal: AbortSignal, bthash: string, work: (pool: Pool) => Promise<boolean>): Promise<void> {
	await withStore(signal, async ({ pool }) => {
		if (!(await work(pool)))
			throw new OperatorError(`there is no problem ${bthash}: npm run stats -- crash list has all`);
		await publishCrashes(pool, new Date(), { isAnnounced: true });
	});
}

const titles = ["problem", "reports", "hosts", "first seen", "last seen", "type", "component", "function", "bug"];

function rowOf({ bthash, reports, hosts, firstDay, lastDay, type, component, ...more }: CountedProblem): string[] {
	return [bthash, `${reports}`, `${hosts}`, firstDay, lastDay, type, component, more.function ?? "-", more.bug ?? "-"];
}

function hash(text: string): string {
	if (!bthashPattern.test(text)) throw new InvalidArgumentError("It must be 40 hexadecimal digits, in lower case.");
	return text;
}

function address(text: string): string {
	const isAddress = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && text.length <= 500;
	if (!isAddress) throw new InvalidArgumentError("It must be an address like https://bugs.openvz.org/browse/OVZ-7348.");
	return new URL(text).href;
}

function advice(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is not allowed
	if (text.trim() === "" || text.length > 500 || /[\u0000-\u001f]/.test(text))
		throw new InvalidArgumentError("It must be one line of at most 500 characters.");
	return text.trim();
}
