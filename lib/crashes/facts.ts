/** What is kept of a uReport. Nothing else of it reaches the database. */
import { distributionKey } from "#lib/facts/software/distribution";
import { kernelOf } from "#lib/facts/software/kernel";
import { openvzPackage } from "#lib/facts/software/package";
import type { StoredCrash } from "#lib/store/crashes";
import { bthashOf, framesHashed } from "./bthash";
import { componentOf, isKnownException, isTellingInKernel, isTellingInProgram } from "./names";
import { isCrashThread, type Problem, type ProblemType, type Ureport } from "./ureport";

/** A crash without anything that could name a host or a person. */
export interface Crash extends StoredCrash {
	type: ProblemType;
	/** The how-many-eth occurrence on its host. It is not stored: the first one counts as a host. */
	serial: number | null;
}

export function crashOf({ problem, os, packages }: Ureport): Crash {
	const { name: component, isOwn } = componentOf(problem.component);
	const isOops = problem.type === "kerneloops";
	const kernel = isOops ? kernelOf(problem.version) : null;
	const affected = packages.find(({ package_role }) => package_role === "affected");
	const ownPackage = affected && openvzPackage(`${affected.name}-${affected.version}-${affected.release}`);
	return {
		bthash: bthashOf(problem),
		type: problem.type,
		component,
		function: isOwn ? functionOf(problem) : null,
		osRelease: osReleaseOf(os),
		kernelBranch: kernel?.branch ?? null,
		version: kernel ? kernel.version : (ownPackage?.version ?? null),
		signal: problem.type === "core" ? problem.signal : null,
		taintFlags: isOops
			? [...new Set(problem.taint_flags.map((flag) => (flag === "live_patched" ? "live_patch" : flag)))].sort()
			: [],
		exception:
			isOwn && "exception_name" in problem && isKnownException(problem.exception_name) ? problem.exception_name : null,
		serial: problem.serial ?? null,
	};
}

/** Files that packages install; what lies elsewhere is private. */
const isInstalled = (file: string | undefined) => /^\/(?:usr(?!\/local\/)|lib64)\//.test(file ?? "");

/** Of the frames that the hash covers: so all reports of a problem name the same function. */
function functionOf(problem: Problem): string | null {
	switch (problem.type) {
		case "kerneloops": {
			const frames = problem.frames.slice(0, framesHashed);
			const where = frames.find(({ reliable, function_name = "" }) => reliable && isTellingInKernel(function_name));
			return where?.function_name ?? null;
		}
		case "core":
			return installedFunction(problem.stacktrace.find(isCrashThread)?.frames ?? []);
		case "java":
			return null;
		default: {
			// In version 1 the program's beginning, `<module>`, comes first.
			const isOldestFirst = problem.stacktrace[0]?.special_function === "module";
			const frames = problem.stacktrace.slice(0, framesHashed);
			return installedFunction(isOldestFirst ? frames.reverse() : frames);
		}
	}
}

function installedFunction(frames: readonly { file_name?: string; function_name?: string }[]): string | null {
	const where = frames
		.slice(0, framesHashed)
		.find(({ file_name, function_name = "" }) => isInstalled(file_name) && isTellingInProgram(function_name));
	return where?.function_name ?? null;
}

/** Names of systems as uReports have them: the `ID` of os-release, or what stands before " release ". */
const systems: Readonly<Record<string, string>> = {
	...{ openvz: "openvz", virtuozzo: "virtuozzo", "virtuozzo linux": "vzlinux", vzlinux: "vzlinux", centos: "centos" },
	...{ rhel: "rhel", almalinux: "almalinux", rocky: "rocky", fedora: "fedora" },
};

function osReleaseOf({ name, version }: Ureport["os"]): string {
	const lower = name.toLowerCase();
	const system = Object.hasOwn(systems, lower) ? systems[lower] : undefined;
	if (system === undefined) return "other";
	const isOurs = system === "openvz" || system === "virtuozzo";
	if (isOurs && /^\d{1,2}(?:\.\d{1,3}){1,3}$/.test(version)) return version;
	return distributionKey(system, version);
}
