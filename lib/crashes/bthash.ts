/**
 * The hash that FAF gives a problem: SHA-1 of its component and its frames, the same on every host and server. It is
 * computed from what was sent, before anything is dropped.
 */
import { createHash } from "node:crypto";
import { type CoreFrame, isCrashThread, type Problem, type TracebackFrame } from "./ureport";

/** Of a trace. Later ones may differ between crashes with one hash. */
export const framesHashed = 16;

/** 40 hexadecimal digits. */
export function bthashOf(problem: Problem): string {
	const lines = [problem.component, ...linesOf(problem)];
	return createHash("sha1").update(lines.join("\n")).digest("hex");
}

export const bthashPattern = /^[0-9a-f]{40}$/;

function linesOf(problem: Problem): string[] {
	switch (problem.type) {
		case "core":
			return coreLines(problem.stacktrace.find(isCrashThread)?.frames ?? []);
		case "kerneloops":
			return [
				...problem.taint_flags,
				...problem.frames
					.slice(0, framesHashed)
					.map(({ function_name = "_unknown_", module_name = "vmlinux" }) => `${function_name} @ ${module_name}`),
			];
		case "java":
			return (problem.threads[0]?.frames ?? [])
				.slice(0, framesHashed)
				.map(({ name, class_path }) => (class_path === undefined ? name : `${name} @ ${class_path}`));
		default:
			return problem.stacktrace
				.slice(0, framesHashed)
				.map((frame) => `${functionOf(frame)} @ ${fileOf(frame)} + ${frame.file_line ?? 0}`);
	}
}

/** By the names of the functions where every frame of the thread has one, else by their fingerprints, else by offsets. */
function coreLines(frames: readonly CoreFrame[]): string[] {
	const keys = ["function_name", "fingerprint"] as const;
	const key = keys.find((name) => frames.every((frame) => frame[name] !== undefined)) ?? "build_id_offset";
	return frames.slice(0, framesHashed).map((frame) => `${frame[key]} @ ${frame.file_name}`);
}

function functionOf({ function_name = "<anonymous>", special_function }: TracebackFrame): string {
	return special_function === undefined ? function_name : `<${special_function}>`;
}

function fileOf({ file_name, special_file }: TracebackFrame): string {
	return file_name ?? `<${special_file}>`;
}
