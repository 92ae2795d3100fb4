/** Converts uReports of version 1, which abrt of EL6 sends, as FAF does. What comes out is checked like any other. */
import { type JsonObject, objectOf, objectsOf, textOf } from "#lib/readers/values";
import { type OopsFrame, oopsFrames, taintFlagsIn } from "./oops";

const typeNames: Readonly<Record<string, string>> = { userspace: "core" };

export function convertedUreport(json: JsonObject): JsonObject {
	const type = (textOf(json.type) ?? "").toLowerCase();
	const os = objectOf(json.os);
	const installed = objectOf(json.installed_package);
	return {
		ureport_version: 2,
		reason: json.reason,
		reporter: json.reporter,
		os: { name: os?.name, version: os?.version, architecture: json.architecture },
		packages: [
			...(installed ? [{ ...installed, package_role: "affected" }] : []),
			...[json, ...(objectsOf(json.related_packages) ?? [])].flatMap((one) => objectOf(one.running_package) ?? []),
			...(objectsOf(json.related_packages) ?? []).flatMap((one) => objectOf(one.installed_package) ?? []),
		],
		problem: { ...problemOf(type, json), type: typeNames[type] ?? type, component: json.component },
	};
}

function problemOf(type: string, json: JsonObject): JsonObject {
	const frames = objectsOf(json.core_backtrace) ?? [];
	if (type === "python") return { exception_name: exceptionIn(json.reason), stacktrace: pythonFrames(frames) };
	if (type === "kerneloops") return kernelProblem(json);
	return {
		user: { local: true, root: false },
		signal: Number(
			/^Process .{0,400} was killed by signal (\d{1,3}) \([A-Z]+\)$/.exec(textOf(json.reason) ?? "")?.[1] ?? 0,
		),
		executable: json.executable,
		stacktrace: threadsOf(frames, json.crash_thread),
	};
}

/** The last of the reason's words that looks like one: `TypeError`, or `file.py:12:main:TypeError: ...`. */
function exceptionIn(reason: unknown): string {
	const words = (textOf(reason) ?? "").slice(0, 512).split(/[:\s]+/);
	return (
		words.find(
			(word) => /^[A-Za-z_][\w.]{0,255}$/.test(word) && /(?:Error|Exception|Exit|Interrupt|Warning)$/.test(word),
		) ?? "unknown"
	);
}

/** In the order of the numbers that they carry. */
function ordered(frames: readonly JsonObject[]): JsonObject[] {
	const numberOf = ({ frame }: JsonObject) => (typeof frame === "number" ? frame : 0);
	return frames.toSorted((one, other) => numberOf(one) - numberOf(other));
}

function pythonFrames(frames: readonly JsonObject[]): JsonObject[] {
	return ordered(frames).map(({ path, offset, funcname }) => ({
		file_name: path,
		file_line: offset,
		...(funcname === "<module>" ? { special_function: "module" } : { function_name: funcname }),
	}));
}

function threadsOf(frames: readonly JsonObject[], crashThread: unknown): JsonObject[] {
	const threads = new Map<unknown, JsonObject[]>();
	for (const frame of ordered(frames)) {
		const thread = threads.get(frame.thread);
		if (thread) thread.push(frame);
		else threads.set(frame.thread, [frame]);
	}
	return [...threads].map(([thread, frames]) => ({ crash_thread: thread === crashThread, frames: framesOf(frames) }));
}

function framesOf(frames: readonly JsonObject[]): JsonObject[] {
	return frames.map(({ buildid, offset, path, funcname, funchash }) => ({
		address: 0,
		build_id_offset: offset,
		...(typeof buildid === "string" ? { build_id: buildid } : {}),
		file_name: path,
		...(typeof funcname === "string" ? { function_name: funcname } : {}),
		...(typeof funchash === "string" ? { fingerprint: funchash } : {}),
	}));
}

/** Version 1 has the kernel's text alone. */
function kernelProblem(json: JsonObject): JsonObject {
	const text = textOf(json.oops) ?? "";
	const { version, release, architecture } = objectOf(json.installed_package) ?? {};
	return {
		version:
			/(?:Not tainted|Tainted: [A-Z ]{1,32}) (\d[\w.+-]{1,127})/.exec(text)?.[1] ??
			`${version}-${release}.${architecture}`,
		taint_flags: taintFlagsIn(textOf(json.kernel_taint_state) ?? ""),
		frames: oopsFrames(text) satisfies OopsFrame[],
	};
}
