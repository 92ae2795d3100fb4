/** The operator's commands, each in its own file. */
import { Command } from "commander";
import { addBackup } from "./backup";
import { addCrash } from "./crash";
import { addAllow, addDeny } from "./deny";
import { addDoctor } from "./doctor";
import { addForget } from "./forget";
import { addImport } from "./import";
import { addIntake } from "./intake";
import { addMove } from "./move";
import { addObserve } from "./observe";
import { addPublish } from "./publish";
import { addQuarantine, addRelease } from "./quarantine";
import { addRestore } from "./restore";
import { addSimulate } from "./simulate";
import { addUnmatched } from "./unmatched";
import { addVerify } from "./verify";
import { addWithdraw } from "./withdraw";

const commands = [
	...[addImport, addObserve, addPublish, addVerify, addWithdraw, addSimulate, addForget],
	...[addIntake, addQuarantine, addRelease, addDeny, addAllow, addCrash],
	...[addDoctor, addBackup, addRestore, addMove, addUnmatched],
];

export function stats(signal: AbortSignal): Command {
	const program = new Command("npm run stats --").description("The operator's tool of the OpenVZ statistics.");
	for (const add of commands) add(program, signal);
	return program;
}
