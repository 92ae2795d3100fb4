/**
 * Reads a uReport, what abrt and libreport send of a crash: version 2, or version 1, which is converted. Fields that are
 * not named here, such as `auth`, `raw_oops` of version 2, `modules` and `line_contents`, are not even parsed.
 */
import { z } from "zod";
import { fields, readJson } from "#lib/readers/json";
import { Refused } from "#lib/readers/refused";
import type { JsonObject } from "#lib/readers/values";
import { convertedUreport } from "./ureport1";

/** Bytes of a uReport; the largest in FAF's tests has 18 kB. */
export const ureportBytesMax = 2 ** 20;

const limits = {
	fileBytes: ureportBytesMax,
	values: 50_000,
	depth: 16,
	/** A kernel oops, in version 1. */
	textCharacters: 65_536,
	fields: 64,
	otherFields: 0,
	otherNames: 0,
	items: 5000,
	exactIntegers: true,
};
const framesMax = 1024;
const threadsMax = 1024;

const read = fields(`
	ureport_version reason reporter name version os architecture problem type packages epoch release package_role
	component user root local serial signal executable stacktrace crash_thread frames address build_id_offset build_id
	file_name file_line fingerprint function_name special_function special_file exception_name threads is_native
	is_exception class_path taint_flags reliable function_offset function_length module_name
	thread frame core_backtrace offset path funcname funchash installed_package running_package related_packages oops
	kernel_taint_state
`);

/** Characters of the name of a file or a function. */
const textMax = 512;
const text = z.string().max(textMax);
const whole = z.union([z.int(), z.bigint()]).refine((value) => value >= 0, "must be 0 or more");
const matching = (pattern: RegExp, charactersMax: number) => z.string().max(charactersMax).regex(pattern);

/**
 * A list of which the first wrong item is described. `z.array` describes each, which takes over a second where all frames
 * of a uReport are wrong.
 */
function listOf<Item extends z.ZodType>(item: Item, { min = 0, max }: { min?: number; max: number }) {
	return z
		.array(z.unknown())
		.min(min)
		.max(max)
		.transform((values, context): z.output<Item>[] => {
			const items: z.output<Item>[] = [];
			for (const [at, value] of values.entries()) {
				const { success, data, error } = item.safeParse(value);
				if (success) items.push(data);
				else {
					const [issue] = error.issues;
					context.addIssue({ code: "custom", message: reasonOf(issue), path: [at, ...(issue?.path ?? [])] });
					return z.NEVER;
				}
			}
			return items;
		});
}

const frames = <Frame extends z.ZodType>(frame: Frame) => listOf(frame, { min: 1, max: framesMax });

/** What all problems have. */
const common = {
	component: matching(/^[\w.\-+]+$/, 256),
	/** The how-many-eth occurrence on its host this is: newer clients say so. */
	serial: z.int().min(1).optional(),
};
const user = z.object({ root: z.boolean(), local: z.boolean() });

const coreFrame = z.object({
	address: whole,
	build_id_offset: whole,
	build_id: matching(/^[0-9a-fA-F]+$/, 256).optional(),
	file_name: text.optional(),
	fingerprint: matching(/^[0-9a-fA-F]+$/, 64).optional(),
	function_name: z.string().max(2048).optional(),
});
export type CoreFrame = z.infer<typeof coreFrame>;

const core = z.object({
	type: z.literal("core"),
	...common,
	user,
	signal: z.int().min(0).max(1024),
	executable: text,
	stacktrace: listOf(z.object({ crash_thread: z.boolean().optional(), frames: frames(coreFrame) }), {
		min: 1,
		max: threadsMax,
	})
		.transform((threads) => threads.map(({ frames, ...thread }) => ({ ...thread, frames: namedFrames(frames) })))
		.refine((threads) => threads.every(({ frames }) => frames.every(hasFile)), "every frame must have a file_name")
		.refine((threads) => threads.filter(isCrashThread).length === 1, "exactly one thread must have crash_thread: true")
		.refine(
			(threads) => !isNothingKnown(threads.find(isCrashThread)?.frames ?? []),
			"the crash thread must name a function or a file",
		),
});

/** Of the kernel, by the names that uReports use. satyr writes `live_patched`, FAF expects `live_patch`. */
export const taintFlags = [
	...["module_proprietary", "forced_module", "smp_unsafe", "forced_removal", "mce", "page_release", "userspace"],
	...["died_recently", "acpi_overridden", "warning", "staging_driver", "firmware_workaround", "module_out_of_tree"],
	...["unsigned_module", "soft_lockup", "live_patch"],
] as const;

const kerneloops = z.object({
	type: z.literal("kerneloops"),
	...common,
	version: matching(/^\d+\.\d+\.\d+/, 128),
	taint_flags: z.array(z.enum([...taintFlags, "live_patched"])).max(64),
	frames: frames(
		z
			.object({
				address: whole.optional(),
				reliable: z.boolean(),
				function_name: matching(/^[\w.]+$/, textMax).optional(),
				function_offset: whole,
				function_length: whole,
				module_name: matching(/^\w+(?:\([A-Z+-]+\))?$/, 256).optional(),
			})
			.refine(
				({ reliable, function_name }) => !reliable || function_name !== undefined,
				"every reliable frame must have a function_name",
			),
	),
});

/** Of languages that have exceptions: where the exception was raised comes first. */
const traceback = z
	.object({
		file_name: text.optional(),
		special_file: text.optional(),
		file_line: z.int().min(0).optional(),
		function_name: text.optional(),
		special_function: text.optional(),
	})
	.refine(
		({ file_name, special_file }) => file_name !== undefined || special_file !== undefined,
		"every frame must have a file_name",
	);
const hasFunction = (frame: z.infer<typeof traceback>) =>
	frame.function_name !== undefined || frame.special_function !== undefined;
const namedTraceback = traceback.refine(hasFunction, "every frame must have a function_name or a special_function");
export type TracebackFrame = z.infer<typeof traceback>;

const python = z.object({
	type: z.literal("python"),
	...common,
	exception_name: matching(/^[\w.]+$/, 256),
	stacktrace: frames(namedTraceback),
});
const ruby = z.object({
	type: z.literal("ruby"),
	...common,
	exception_name: matching(/^[\w.:]+$/, 256),
	stacktrace: frames(namedTraceback),
});
const javascript = z.object({
	type: z.literal("javascript"),
	...common,
	exception_name: matching(/^[\w.:$]+$/, 256),
	stacktrace: frames(traceback),
});
const java = z.object({
	type: z.literal("java"),
	...common,
	threads: listOf(
		z.object({
			name: z.string(),
			frames: frames(
				z.object({
					name: z.string().max(2048),
					is_native: z.boolean(),
					is_exception: z.boolean(),
					class_path: text.optional(),
				}),
			),
		}),
		{ min: 1, max: threadsMax },
	),
});

const problem = z.discriminatedUnion("type", [core, kerneloops, python, ruby, java, javascript], {
	error: "must be one of core, kerneloops, python, ruby, java, javascript",
});
export type Problem = z.infer<typeof problem>;
export type ProblemType = Problem["type"];

const packageText = matching(/^[\w.\-+~^:]*$/, 256);

const ureport = z.object({
	ureport_version: z.literal(2),
	reason: text,
	reporter: z.object({ name: matching(/^[a-zA-Z0-9 ]+$/, 64), version: matching(/^[\w.\- +~]*$/, 64) }),
	os: z.object({
		name: z.string().min(1).max(64),
		version: matching(/^[\w.\-+~]+$/, 64),
		architecture: matching(/^\w+$/, 64),
	}),
	packages: listOf(
		z.object({
			name: matching(/^[\w.\-+~]+$/, 256),
			epoch: z.int().min(0),
			version: packageText,
			release: packageText,
			architecture: matching(/^\w+$/, 64),
			package_role: z.enum(["affected", "related", "selinux_policy"]).optional(),
		}),
		{ max: limits.items },
	),
	problem,
});
export type Ureport = z.infer<typeof ureport>;

/** Throws `Refused` for anything that is not a uReport. */
export function readUreport(bytes: Uint8Array): Ureport {
	if (bytes.length > ureportBytesMax) throw new Refused(413, "the uReport is larger than 1 MiB: send less");
	let isOverLimit = false;
	const json = readJson(
		bytes,
		read,
		() => {
			isOverLimit = true;
		},
		limits,
	);
	if (isOverLimit)
		throw new Refused(400, "the uReport holds more than any real one: too many values, or nested deeper than 16");
	if (!json) throw new Refused(400, "the uReport is not a JSON object in UTF-8");
	const { success, data, error } = ureport.safeParse(ofVersion2(json));
	if (success) return data;
	const [issue] = error.issues;
	throw new Refused(400, `${placeOf(issue?.path ?? [])}: ${reasonOf(issue)}`);
}

function ofVersion2(json: JsonObject): JsonObject {
	if (json.ureport_version === 2) return json;
	if (json.ureport_version === 1) return convertedUreport(json);
	throw new Refused(400, "ureport_version: must be 2 or 1");
}

/** Names of fields are ours: an array's index is the only part that the sender chose. */
function placeOf(path: readonly PropertyKey[]): string {
	return (
		path
			.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
			.join("")
			.slice(1) || "the uReport"
	);
}

/** Without a word of what was sent. */
function reasonOf(issue: z.core.$ZodIssue | undefined): string {
	if (!issue) return "is not as a uReport has it";
	if (issue.code === "invalid_format") return "has characters that are not allowed there";
	return issue.message;
}

/** Frames of compiled-at-run-time code have no names: as FAF does it, they are named after the frame that calls them. */
function namedFrames(frames: readonly CoreFrame[]): CoreFrame[] {
	const isNameless = ({ function_name }: CoreFrame) => function_name === undefined || function_name === "??";
	let compiler: string | undefined;
	const named = frames.map((frame) => {
		if (frame.file_name !== undefined && frame.function_name?.toLowerCase().includes("jit")) compiler = frame.file_name;
		if (frame.file_name !== undefined || compiler === undefined) return frame;
		return { ...frame, file_name: compiler, function_name: isNameless(frame) ? anonymous : frame.function_name };
	});
	const last = named.at(-1);
	if (!last) return named;
	const { file_name = unknownFile, function_name } = last;
	return [...named.slice(0, -1), { ...last, file_name, function_name: isNameless(last) ? anonymous : function_name }];
}

const anonymous = "anonymous function";
const unknownFile = "unknown filename";

function hasFile({ file_name }: CoreFrame): boolean {
	return file_name !== undefined;
}

export function isCrashThread({ crash_thread }: { crash_thread?: boolean }): boolean {
	return crash_thread === true;
}

/** One frame without a name: all such crashes of a component would be one problem. */
function isNothingKnown(frames: readonly CoreFrame[]): boolean {
	const [only, ...others] = frames;
	return others.length === 0 && only?.function_name === anonymous && only.file_name === unknownFile;
}
