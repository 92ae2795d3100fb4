/** Generations of processors: the closed list of their keys. What is not in it cannot be published. */

const numbered = (prefix: string, numbers: string) => numbers.split(" ").map((number) => `${prefix}${number}`);

const xeons = [
	...["xeon", "xeon-phi", "xeon-6"],
	...numbered("xeon-", "3000 3100 3200 3300 3400 3500 3600 6500"),
	...numbered("xeon-", "5000 5100 5200 5300 5400 5500 5600 7000 7100 7200 7300 7400 7500"),
	...["xeon-e3-v", "xeon-e5-v", "xeon-e7-v", "xeon-scalable-"].flatMap((line) => numbered(line, "1 2 3 4 5 6")),
	...numbered("xeon-e-", "2100 2200 2300 2400 2500 2600"),
	...numbered("xeon-d-", "1500 1600 1700 1800 1900 2100 2200 2300 2700 2800"),
	...numbered("xeon-w-", "1200 1300 2100 2200 2400 2500 3100 3200 3300 3400 3500 10800 10900 11500 11800 11900"),
];

const arms = [
	...["neoverse", "cortex", "ampere", "kunpeng", "taishan", "graviton", "phytium", "qualcomm", "apple", "nvidia"],
	...["octeon", "axion", "cobalt", "x-gene", "thunderx", "thunderx2", "thunderx3"],
	...numbered("neoverse-", "e1 n1 n2 n3 v1 v2 v3"),
	...numbered("cortex-a", "5 7 8 9 12 15 17 32 34 35 53 55 57 65 72 73 75 76 77 78 78ae 78c"),
	...numbered("cortex-a", "510 520 710 715 720 725"),
	...numbered("cortex-x", "1 1c 2 3 4 925"),
	...numbered("kunpeng-", "916 920 930 950"),
	...numbered("graviton", "2 3 4 5"),
	...numbered("armv", "6 7 8"),
];

const others = [
	...["epyc", "epyc-naples", "epyc-rome", "epyc-milan", "epyc-genoa", "epyc-turin", "epyc-raphael", "epyc-grado"],
	...["core", "core-2", "pentium", "celeron", "atom", "intel-processor", "ryzen", "ryzen-threadripper", "opteron"],
	...[
		"phenom",
		"athlon",
		"sempron",
		"turion",
		"duron",
		"fx",
		"itanium",
		"quark",
		"geode",
		"a64fx",
		"hygon",
		"zhaoxin",
		"via",
	],
	...["a", "e", "g", "r", "v"].map((line) => `amd-${line}-series`),
	...["loongson", "elbrus", "sunway", "power", ...numbered("power", "4 5 6 7 8 9 10 11")],
	...["virtual", "engineering-sample"],
];

/** Every key there is, but `other`. */
export const cpuGenerations: ReadonlySet<string> = new Set([...xeons, ...arms, ...others]);
