/** The names that the server counts, as the reporter's list of them should be. */
import { templateWords } from "#lib/facts/software/container-template";
import { versionNames } from "#lib/facts/software/distribution";
import { ownPackages, rebuiltPackages } from "#lib/facts/software/package";
import { programNameLengthMax, programNames } from "#lib/facts/software/process";
import { unitNames } from "#lib/facts/software/unit";

const sorted = (names: Iterable<string>) => [...new Set(names)].sort();
const kernels = ["vzkernel", "ovzkernel"].flatMap((name) =>
	["", "-PAE", "-ent", "-xen", "-debug"].map((kind) => `${name}${kind}`),
);

export const countedNames = {
	units: sorted(unitNames),
	// The kernel cuts the name of a process.
	programs: sorted(
		Object.values(programNames)
			.flatMap((list) => list.split(" "))
			.map((name) => name.slice(0, programNameLengthMax)),
	),
	packages: sorted([...kernels, ...ownPackages, ...rebuiltPackages]),
	distributions: sorted(Object.keys(templateWords)),
	versions: sorted(["rolling", ...Object.values(versionNames).flatMap((names) => Object.keys(names))]),
};
