/** What the tools of distributions print, each in its own way. */

/** `tail` prints a header over each file only when it is given several. */
export const tail = (files: readonly string[], line: string) =>
	files.map((file) => `==> /etc/${file} <==\n${line}\n`).join("\n");

export function lsb(id: string, description: string, release: string, codename: string): string {
	return `Distributor ID:\t${id}\nDescription:\t${description}\nRelease:\t${release}\nCodename:\t${codename}\n`;
}

/** Old dpkg cuts names to the width of their column; newer ones print the architecture. */
export function dpkg(packages: readonly (readonly [string, string, string, string])[], wide: boolean): string {
	const rows = packages.map(([state, name, version, about]) => {
		const shown = wide ? name.padEnd(32) : name.slice(0, 14).padEnd(14);
		return `${state}  ${shown} ${version.padEnd(14)} ${wide ? "amd64        " : ""}${about}`;
	});
	return `${[
		"Desired=Unknown/Install/Remove/Purge/Hold",
		"| Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend",
		"|/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)",
		`||/ Name${" ".repeat(11)}Version${" ".repeat(8)}${wide ? "Architecture " : ""}Description`,
		"+++-==============-==============-============================================",
		...rows,
	].join("\n")}\n`;
}

export function rpms(kernel: string, older: string, tools: string, architecture: string): string {
	const ploop = tools >= "4.9" ? "1.15" : tools >= "4.5" ? "1.9" : "1.7";
	const list = [
		`vzkernel-${older}.${architecture}`,
		`vzctl-${tools}-1.${architecture}`,
		...(tools.startsWith("4") ? [`vzctl-core-${tools}-1.${architecture}`] : []),
		`vzquota-3.1-1.${architecture}`,
		...(tools.startsWith("4") ? [`ploop-${ploop}-1.${architecture}`, `ploop-lib-${ploop}-1.${architecture}`] : []),
		...(older === kernel ? [] : [`vzkernel-${kernel}.${architecture}`]),
		"vzstats-0.5.3-1.noarch",
	];
	return `${list.join("\n")}\n`;
}
