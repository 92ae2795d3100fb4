/** The costliest rules for names, as readers ask them: rules are pure, and most hosts have what other hosts have. */
import { generationOf as generationRule } from "#lib/facts/cpu/generation";
import { cpuModel as cpuModelRule } from "#lib/facts/cpu/model";
import { diskModel as diskModelRule } from "#lib/facts/disk/model";
import { diskVendor as diskVendorRule } from "#lib/facts/disk/vendor";
import { containerOs as containerOsRule } from "#lib/facts/software/container-template";
import { hostDistro as hostDistroRule } from "#lib/facts/software/host-distro";
import { openvzPackage as openvzPackageRule } from "#lib/facts/software/package";
import { readLimits } from "./limits";

/** Fewer than a made-up report can ask for: how costly it is to read does not depend on what was read before. */
const answersMax = readLimits.differentTexts - 50;
const keyCharactersMax = 2000;

function remembered<Question extends unknown[], Answer>(rule: (...question: Question) => Answer): typeof rule {
	const answers = new Map<string, Answer>();
	return (...question) => {
		const key = JSON.stringify(question);
		const known = answers.get(key);
		if (known !== undefined || answers.has(key)) return known as Answer;
		const answer = rule(...question);
		if (answers.size === answersMax) answers.clear();
		if (key.length <= keyCharactersMax) answers.set(key, answer);
		return answer;
	};
}

export const containerOs = remembered(containerOsRule);
export const cpuModel = remembered(cpuModelRule);
export const diskModel = remembered(diskModelRule);
export const diskVendor = remembered(diskVendorRule);
export const generationOf = remembered(generationRule);
export const hostDistro = remembered(hostDistroRule);
export const openvzPackage = remembered(openvzPackageRule);
