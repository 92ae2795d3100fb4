/** How old the processors are, by generation. */
import { cpuGenerations } from "#lib/facts/cpu/generation";
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

/** Names that are not made from the words of their keys. */
const names: Readonly<Record<string, string>> = {
	"core-2": "Core 2",
	"amd-a-series": "AMD A-Series",
	"amd-e-series": "AMD E-Series",
	"amd-g-series": "AMD G-Series",
	"amd-r-series": "AMD R-Series",
	"amd-v-series": "AMD V-Series",
	power: "POWER",
	thunderx: "ThunderX",
	thunderx2: "ThunderX2",
	thunderx3: "ThunderX3",
	taishan: "TaiShan",
	"x-gene": "X-Gene",
	a64fx: "A64FX",
};

/** Words that need more than a capital letter. */
const words: Readonly<Record<string, string>> = { epyc: "EPYC", fx: "FX", via: "VIA", nvidia: "NVIDIA" };

/** `xeon-e5-v4` → `Xeon E5 v4`, `power9` → `POWER9`. */
function label(key: string): string | undefined {
	if (!cpuGenerations.has(key)) return undefined;
	const name = Object.hasOwn(names, key) ? names[key] : undefined;
	if (name !== undefined) return name;
	return key
		.split("-")
		.map((word) => words[word] ?? (/^v\d/.test(word) ? word : capital(word)))
		.join(" ");
}

const capital = (word: string) =>
	/^(power|armv)\d/.test(word)
		? word.replace(/^power|^arm/, (name) => name.toUpperCase())
		: word.charAt(0).toUpperCase() + word.slice(1);

export default overWindow({
	slug: "cpu-generation",
	section: "cpu",
	unit: "hosts",
	page: "cpu",
	place: 2,
	labels: label,
	tally: ({ generation }) => hostIn(generation),
});
