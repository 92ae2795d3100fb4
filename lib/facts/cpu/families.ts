/**
 * The grammar of processor names, maker by maker: what a model looks like once trade marks, clock rates and core counts
 * are removed. Numbers are within the ranges that were sold, letters are those of the series. The case of words does not
 * matter; their label is written one way.
 */
import { maybe, oneOf } from "../grammar";
import { capital } from "../text";

export interface CpuFamily {
	shape: RegExp;
	/** Makes the label from the groups of the shape; an absent group is an empty string. */
	label: (...parts: string[]) => string;
}

const words = (...parts: string[]) => parts.filter((part) => part !== "").join(" ");

const is = (shape: RegExp | string, label: CpuFamily["label"]): CpuFamily => ({
	shape: typeof shape === "string" ? new RegExp(`^${shape}$`, "i") : shape,
	label,
});
/** The captured text is the label, in the case of the report. */
const bare = (shape: RegExp | string): CpuFamily => ({
	shape: typeof shape === "string" ? new RegExp(`^${shape}$`) : shape,
	label: (name) => name,
});

// Intel

const scalable = {
	Bronze: String.raw`3[1-5]0\d`,
	Silver: String.raw`4[1-5][0-2]\d`,
	Gold: String.raw`5[1-5][0-3]\d|6[1-5][0-8]\d`,
	Platinum: String.raw`(?:P-)?8[1-5][1-9]\d|8000|92[2-8][12]`,
	Max: String.raw`94[6-8]\d`,
};
const scalableSuffix = maybe("A B C CL CX CY F H HC HL K L M N NE P Q R S T U V Y + Y+");

/** By line, numbers and suffixes of the older Xeons with a letter and of the small ones. */
const xeonLines = [
	["E3", "1[125](?:[0-9][0156]|[02357]5|[567]8|[678]4|283)", "C L M"],
	["E5", "(?:14[0-2]|16[0-9]|24[0-7]|26[0-9]|46[0-6])\\d", "A C L P R W"],
	["E7", "L?(?:[24]8[0-9]\\d|88(?:[3-7]\\d|8[0-79]|9\\d))", "L"],
	["D", "(?:15[0-8]|16[0-5]|17[0-4]|18[0-4]|21[2-9]|27[1-9]|28[0-9])\\d", "C CE E I IT LNT N NE NT NTE NX T TE TER TR"],
	["E", "2[1-6][0-9]\\d", "G GE GEL L M ME ML"],
	[
		"W",
		"(?:10[89][58]5|11[1589][56]5|12[5-9]0|13[579]0|21(?:[0-7]\\d|9[0-5])|22[2-9]\\d|31[0-9]\\d|3[23][2-7]\\d)",
		"B E EX M MLE MRE P T TE X",
	],
] as const;

/** X5650, E5620, EC5549, 5160, 7140M, 1403 v2. */
const earlyXeon = "(?:3[0-6]|5[0-6]|65|7[0-5])(?!88)\\d\\d";

const xeon: readonly CpuFamily[] = [
	...Object.entries(scalable).map(([metal, numbers]) =>
		is(`Xeon ${metal}(?: ((?:${numbers})${scalableSuffix}))?`, (number) => words("Xeon", metal, number.toUpperCase())),
	),
	...xeonLines.map(([line, numbers, suffixes]) =>
		is(`Xeon (${line}-${numbers}${maybe(suffixes)})(?: (v[1-6]))?`, (number, version) =>
			words("Xeon", number.toUpperCase(), version.toLowerCase()),
		),
	),
	is(/^Xeon (w[3579]-[23][45][2-9][35]X?)$/, (number) => words("Xeon", number)),
	is("Xeon Phi (72[1-9][05][FP]?)", (number) => words("Xeon Phi", number.toUpperCase())),
	is(`Xeon ((?:${maybe("C E EC L LC W X")}${earlyXeon}${maybe("M N")}|14[0-2]\\d))(?: (v[23]))?`, (number, version) =>
		words("Xeon", number.toUpperCase(), version.toLowerCase()),
	),
	is("Xeon (?:6 )?(6[3579]\\d\\d[EP](?:-[BC])?\\+?)", (number) => words("Xeon", number.toUpperCase())),
	is("Xeon( MP)?", (kind) => words("Xeon", kind.trim().toUpperCase())),
];

/** Numbers of Core i by generation, with the suffixes they have. */
const firstCoreSuffix = "E K LE LM M QM S T UE UM X XM";
const coreSuffix = `B BE C D E EF EQ F G H HE HF HK HL HQ HR HRE HX K KB KE KF KS LE M ME MQ MX P PE PRE Q QE QM R S T TE U UE UL
	UM URE X XE XM Y`;
const coreNumbers = [
	["[3-9]\\d[015]", firstCoreSuffix],
	["(?:[2-79]\\d\\d\\d|8(?:086|[1-9][0-7]\\d))", coreSuffix],
	["(?:10[0-7]\\d|11[1-9][05])", "G1 G4 G7 G1E G4E G7E GRE NG4 NG7"],
	["1[23][0-8]\\d", "H P PE PRE U UE UL URE"],
	["(?:1[0-3][1-9]\\d[05]|14[1-9][059][01])", coreSuffix],
] as const;

const core: readonly CpuFamily[] = [
	...coreNumbers.map(([numbers, suffixes]) =>
		is(
			`Core (i[3579])-(${numbers}${maybe(suffixes)})`,
			(line, number) => `Core ${line.toLowerCase()}-${number.toUpperCase()}`,
		),
	),
	is(
		"Core (i[357])-(N30[05]|L1[36]G[47]|[5-8]Y[1-7]\\d)",
		(line, number) => `Core ${line.toLowerCase()}-${number.toUpperCase()}`,
	),
	is(
		`Core (i[3579])(?: (${oneOf("K L M Q S U X")}))? ([3-9]\\d[015]${maybe(firstCoreSuffix)})`,
		(line, letter, number) => words("Core", line.toLowerCase(), letter.toUpperCase(), number.toUpperCase()),
	),
	bare("(Core (?:M|m[357]?)-(?:[5-7]Y[1-7]\\d[ac]?|8[1-5]00Y))"),
	is(
		`Core Ultra (${oneOf("3 5 7 9 X7 X9")}) ([1-4]\\d\\d${maybe("A E F H HL HX K KF KS L P T U UL V Y")})`,
		(line, number) => words("Core Ultra", line.toUpperCase(), number.toUpperCase()),
	),
	is(`Core ([3579]) (N35[05]|[1-4]\\d[0-5]${maybe("E F H HL HRE HX PE T TE U UL")})`, (line, number) =>
		words("Core", line, number.toUpperCase()),
	),
	is(
		`Core 2(?: (${oneOf("Duo Quad Extreme Solo")}))? (${maybe("E L P Q QX S SL SP SU T U X")}[2-9]\\d\\d[05]${maybe("G J M P S")})`,
		(kind, number) => words("Core 2", capital(kind), number.toUpperCase()),
	),
	is("Core (Duo|Solo) ([LTU][12]\\d\\d0E?)", (kind, number) => words("Core", capital(kind), number.toUpperCase())),
	// Early ones print only `Genuine Intel(R) CPU T2300`.
	bare("([LTU][1-9]\\d\\d0)"),
];

const budgetNumber =
	"(?:1(?:0[0-4]|1[01]|[2-9]0|40|5[01]|6[0-3]|75|8[0-5]|9\\d)\\d|[2-7](?!\\d88)\\d{3}|850[05]|[2-9](?!88)\\d\\d)";
const budgetLetters = maybe("A B D E G J N P SU T U");
const budgetSuffix = maybe("C E F GE HE L M ME S T TE U UE UL Y");

const budget: readonly CpuFamily[] = [
	is(
		`(Mobile )?(Pentium|Celeron)(?: (Gold|Silver|Dual-Core|Dual|D|M))? (${budgetLetters}${budgetNumber}${budgetSuffix})(?: (v[23]))?`,
		(mobile, family, line, number, version) =>
			words(capital(mobile.trim()), capital(family), lineName(line), number.toUpperCase(), version.toLowerCase()),
	),
	is(
		/^(Mobile )?(Pentium|Celeron)(?: (4(?: ?- ?M| Mobile)?|D|M|II|III(?: ?- ?M| Mobile)?|MMX|Pro|Dual-Core|Extreme Edition))?(?: (?:\([A-Z][a-z]{3,12}\)|family))?(?:(?: -)? S)?$/i,
		(mobile, family, line) => words(capital(mobile.trim()), capital(family), lineName(line.replace(/ ?- ?M$/i, "-M"))),
	),
	is(
		`Atom ((?:x[3567]-)?${maybe("C D E N P S Z")}(?:[2-7]\\d{3}|8[0357][0-5]\\d|12\\d[09]|[2-6]\\d\\d)${maybe("A B C CT D E F FE G L P PT R RC RE RK T TE")})`,
		(number) => words("Atom", caseOf(number)),
	),
	is(`Atom (x(?:6[2-4]|7[2-8])\\d\\d${maybe("C E FE R RE")})`, (number) => words("Atom", caseOf(number))),
	bare("(N(?:[59]\\d|[12][05]0|270)|U300E?)"),
	bare("(N35[05])"),
	is(/^(300T?)$/, (number) => `Intel ${number}`),
	is("Quark ([XD][12]0[0-2]\\dD?)", (number) => words("Quark", number.toUpperCase())),
	// Old kernels of ia64 say the code name.
	is(/^(?:Merced|McKinley|Madison|Deerfield|Montecito|Montvale|Tukwila)\b/, () => "Itanium"),
	is("Itanium(?: 2)?(?: (9[0-7][1-6]\\d[MN]?))?", (number) => words("Itanium", number.toUpperCase())),
	// Early Celerons print only their number.
	is(/^(5[5-8]\d)$/, (number) => words("Celeron", number)),
];

/** `x5-Z8350`: the first letter is small. */
function caseOf(number: string): string {
	return number.toUpperCase().replace(/^X(?=[3567])/, "x");
}

const lineNames = new Map(
	[
		"Gold",
		"Silver",
		"Dual-Core",
		"Dual",
		"D",
		"M",
		"4",
		"4-M",
		"4 Mobile",
		"II",
		"III",
		"III-M",
		"III Mobile",
		"MMX",
		"Pro",
		"Extreme Edition",
	].map((name) => [name.toLowerCase(), name]),
);

/** Spelled as in the label, whatever the report's case. */
function lineName(line: string): string {
	return lineNames.get(line.toLowerCase()) ?? "";
}

const intelFamilies: readonly CpuFamily[] = [...xeon, ...core, ...budget];

// AMD, and Hygon, which builds AMD designs

const epyc = [
	"7[2-7]\\d[1-3]",
	`7${oneOf("A B C D F H J K P R T V W X Y Z")}\\d[1-3]`,
	"7[2-7]F[23]",
	"8[0-5][23]4",
	"9\\d\\d[45]",
	`9${oneOf("B C D E F H J K R S T V W Y Z")}\\d[3-5]`,
	"4[1-6][2-8][45]",
	"3[1-4][05][15]",
	"2[4-8][3-7]5",
].join("|");
const ryzenSuffix = maybe("AF C Ce E F G GE GT H HS HX HX3D T U X X3D XT e");

const zen: readonly CpuFamily[] = [
	is(`EPYC (?:Embedded )?((?:${epyc})${maybe("F H N P PN PX S X")})`, (number) => words("EPYC", number.toUpperCase())),
	is(/^Ryzen ([357]) Microsoft Surface Edition$/, (line) => words("Ryzen", line, "Microsoft Surface Edition")),
	is(
		new RegExp(`^Ryzen ([3579]) (?:(PRO) )?((?:1[2-9]00|[2-9]\\d\\d[05]|7736|[12][1-7]0)${ryzenSuffix})$`),
		(line, pro, number) => words("Ryzen", line, pro, number),
	),
	is("Ryzen Threadripper (?:(PRO) )?([1-9]9\\d[05](?:X|WX))", (pro, number) =>
		words("Ryzen Threadripper", pro.toUpperCase(), number.toUpperCase()),
	),
	is(
		`Ryzen Embedded (R1[1-6]0\\dG|R2[35][14][24]|V1[2-8][058]\\d[BFI]|V2[57][14][68]|V2A46|V3C[14][468]I?|[5-9][5-9]\\d[05]${maybe("E X U HS")})`,
		(number) => words("Ryzen Embedded", number.toUpperCase()),
	),
	is(/^Ryzen AI ((?:[579]|MAX\+?)(?: PRO)?(?: HX)?(?: PRO)? [34][2-9][05])$/i, (number) =>
		words("Ryzen AI", number.toUpperCase()),
	),
	is("Ryzen (Z[12])(?: (Extreme|Go|A))?", (number, kind) => words("Ryzen", number.toUpperCase(), capital(kind))),
];

const opteron = [
	"[128][4-9]\\d",
	"(?:1[23]|2[2-4]|8[2-4]|3[23]|4[1-4]|6[1-3])\\d\\dP?",
	`4[123]${oneOf("KX GL LE QS MX DX CX GK")}`,
	"X(?:11|21|32|34)\\d\\d",
	"A11[0-9]0",
].join("|");
const athlonLines = "64 II XP XP-M MP FX X2 X3 X4 Neo Ultra Gold Silver PRO Dual Mobile";
const athlonCores = oneOf("BE FX LE MK ML MT MV QL RM SI TF TK TL ZM");
const athlonNumber = [
	`${athlonCores}-(?:\\d\\d|[1-6]\\d\\d0)`,
	`${maybe("B K L M N P V")}(?:[1-9]\\d\\d|[2-9]\\d)`,
	"(?:1[3-9]|[2-7]\\d)\\d0|3[01][24]5",
].join("|");

const k8ToExcavator: readonly CpuFamily[] = [
	is(`Opteron (${opteron})(?: ?(HE|EE|SE|KS|QS))?`, (number, power) =>
		words("Opteron", number.toUpperCase(), power.toUpperCase()),
	),
	is(
		new RegExp(
			`^(Phenom(?: II)?(?: X[2346])? (?:FX-\\d{4}|GE-\\d0\\d0|${maybe("B N P X")}(?:[2-9]\\d\\d|[5-9]\\d)|(?:10\\d|110|8[2-8]\\d|9[1-9]\\d)[05])${maybe("B T e")})(?: (BE))?$`,
		),
		(model, black) => words(model, black),
	),
	is(
		new RegExp(
			`^(Mobile )?(Athlon|Sempron|Turion)((?: ${oneOf(athlonLines)})*)( (?:${athlonNumber})${maybe("B G GE K L P T U e u")}\\+?)?$`,
		),
		(mobile, family, lines, number) =>
			words(mobile.trim(), family, lines.trim().replace(/ Mobile$/, ""), number.trim()),
	),
	is(/^(Mobile )?(Duron)(?: \([A-Z][a-z]{3,12}\))?$/, (mobile, family) => words(mobile.trim(), family)),
	is(/^Geode(?: Integrated by (?:PCS|NSC))?$/, () => "Geode"),
	is(/^FX-?([46-9]\d\d0[EKP]?|670K)$/, (number) => `FX-${number}`),
	is(
		new RegExp(`^(PRO )?(A(?:4|6|8|9|10|12))(-| PRO-| PRO )([1-9]\\d\\d[057]${maybe("B C E G J K M MX P T U e")})$`),
		(pro, line, dash, number) => words(pro.trim(), `${line}${dash}${number}`),
	),
	is(/^(A(?:4|6|8|10)) (Extreme Edition|Micro-6[4-7]00T)$/, (line, kind) => words(line, kind)),
	bare(`((?:C|E|E1|E2|Z)-(?:0[13]|\\d{1,3}0|60[1-3]5)${maybe("D M e")})`),
	bare(
		`(G-T\\d\\d${oneOf("E L N R")}|(?:GX|RX)-[24][012]\\d${oneOf("BB BD CA CC FB GA GC GD GI GL HA HC IJ JA JC JF KA MC NB ND RA TC TD UA")}|R-[24][5-7]\\d${oneOf("D F H L")}|V1[0-6][05])`,
	),
	bare(/^(30[12][05](?:Ce|e)|4[78]00S|BC-250)$/),
	is(/^([34]10)(?: \1)?$/, (number) => words("AMD", number)),
	is(/^Custom 0(405|932)$/, (number) => words("Custom APU", `0${number}`)),
];

const hygon: readonly CpuFamily[] = [
	is(`(?:Hygon )?C86(?:-([3-5]G))? (?:\\(OPN:)?([357][1-4]\\d\\d${maybe("C D E H")})\\)?`, (line, number) =>
		words(line ? `C86-${line.toUpperCase()}` : "C86", number.toUpperCase()),
	),
];

const amdFamilies: readonly CpuFamily[] = [...zen, ...k8ToExcavator, ...hygon];

// ARM cores and the servers built of them, POWER, Loongson, Elbrus, VIA and Zhaoxin

const cortex = [
	"A(?:[5789]|1[257]|3[2-5]|5[0-9]|6[0-9]|7[0-9]|[57][1-9][05])(?:AE|C)?",
	"X(?:[1-5]C?|9[1-9]5)",
	"R(?:[4578]|52|82)",
].join("|");

const cores: readonly CpuFamily[] = [
	is(
		`(?:ARM )?(Neoverse|Cortex)[- ]([ENV][1-4](?:AE)?|${cortex})`,
		(line, number) => `${capital(line)}-${number.toUpperCase()}`,
	),
	// What a kernel prints when it does not know the core.
	is(/^ARMv([678])(?:-compatible)?(?: rev \d{1,2})?(?: \(v\dl\))?$/, (version) => `ARMv${version}`),
	is(/^AArch64(?: rev \d{1,2})?(?: \(aarch64\))?$/, () => "ARMv8"),
	bare(/^(ARM1176|Feroceon 88FR131|PJ4B-MP|Denver(?: 2)?|Brahma-B(?:15|53)|Exynos-[Mm][1-5]|Carmel)$/),
	bare(/^((?:Icestorm|Firestorm|Blizzard|Avalanche|Everest|Sawtooth)(?:-M[1-5](?:-(?:Pro|Max|Ultra))?)?)$/),
	is(/^(?:Apple )?(M[1-5](?: (?:Pro|Max|Ultra))?)$/, (chip) => words("Apple", chip)),
];

const servers: readonly CpuFamily[] = [
	is(/^(?:Ampere )?(Altra(?: Max)?)(?: ((?:Q(?:32|48|64|72|80)|M(?:96|112|128))-[1-3]\d))?$/, (line, number) =>
		words(line, number),
	),
	is(/^Ampere-?One(?: (A(?:96|128|144|160|192)-[23]\d[MX]|M(?:96|128|144|160|192)-[23]\d[MX]?|M))?$/, (number) =>
		words("AmpereOne", number),
	),
	is(/^Ampere-(1[a-c]?)$/, (number) => `Ampere-${number}`),
	bare(/^(?:Ampere )?(eMAG)(?: 8\d{3})?$/),
	is(
		`(?:HiSilicon |Huawei )?Kunpeng[- ]((?:916|920|930|950)${maybe("B C F S")})(?:[- ](?:S )?([2-7][2-48]\\d\\d ?${maybe("C K L Z")}))?`,
		(number, kind) => words(`Kunpeng-${number.toUpperCase()}`, kind.replace(" ", "").toUpperCase()),
	),
	// The core of the Kunpeng 920, as util-linux has called it since 2.36.
	is(/^(?:TSV110|TaiShan-v110)$/i, () => "Kunpeng-920"),
	bare(/^(TSV[12]00|TaiShan-v(?:1[0-3]0|200))$/),
	is(
		/^(?:Cavium |Marvell )?ThunderX([23]?)(?:[- ](?:\d\d[Xx]{2}|CN\d{4}|T\d{2,3}))?(?: v\d\.\d)?$/i,
		(line) => `ThunderX${line}`,
	),
	is(/^Octeon-?(TX2|10)$/i, (line) => `Octeon ${line.toUpperCase()}`),
	is(/^(?:AWS )?Graviton([2-5]?)$/, (line) => `Graviton${line}`),
	bare(/^(?:(?:Microsoft )?(?:Azure )?(Cobalt [1-3]00))$/),
	bare(/^(?:Google )?(Axion)$/),
	is(/^(?:NVIDIA )?Grace(?: Superchip)?$/i, () => "Grace"),
	is(/^(?:Phytium[ ,])?FT-?((?:1000|1500|2000|2500)[A+]?)(?:\/(4|8|16|64|128))?(?: C\d\d)?$/, (number, many) =>
		[`FT-${number}`, many].filter(Boolean).join("/"),
	),
	is(/^(?:Phytium[ ,])?([SDE][2-6][05]00[CDMQS]?)(?:\/\d{1,3})?(?: (?:C\d\d|E8C))?$/, (number) =>
		words("Phytium", number),
	),
	is(/^FTC-?([3-8][1-7]\d)$/, (number) => `FTC${number}`),
	bare(/^(A64FX|X-Gene(?: 2)?|Potenza|Strega)$/),
	is(/^(?:Qualcomm )?Centriq (24[3-6]\d)$/i, (number) => words("Centriq", number)),
	is(/^(?:Qualcomm )?Kryo(?: (V[2-6])|-([2-6])XX-(Gold|Silver))?$/i, (version, line, metal) =>
		version ? `Kryo ${version.toLowerCase()}` : line ? `Kryo-${line}XX-${capital(metal)}` : "Kryo",
	),
	is(/^(?:Qualcomm )?(Falkor|Krait|Oryon)(?:-V1\/Kryo)?$/i, (name) => capital(name)),
];

const others: readonly CpuFamily[] = [
	is(/^(POWER(?:[3-9]|1[01])(?:E|NVL)?\+?)(?: \(g[rs]\))?$/i, (number) => number.toUpperCase()),
	is(/^Loongson-\d[A-Z] R\d \((Loongson-[23][A-EK][1-6]\d00M?)\)$/, (number) => number),
	is(/^(Loongson-[23][A-EK][1-6]\d00(?:BM|HV|LL|[LMN])?)(?:[-/](?:HV|LL|[A-Z]{1,3}))?$/, (number) => number),
	is(/^(?:Elbrus-|E)(2C3|2C\+|4C|8C2?|8CB|8SV|12C|16C)(?:-SWTX)?$/, (number) => `Elbrus-${number}`),
	is(/^(?:Sunway |SW64 )?(SW(?:16|26|31|32|99)\d\d)$/, (number) => number),
];

const via: readonly CpuFamily[] = [
	is(
		`(?:ZHAOXIN )?(KaiXian|KaiSheng) ?((?:KX|KH)-U?(?:[2-7]\\d\\d0|[2-5]\\d{2}00)${maybe("A D G M MA")})(?:/\\d+)?`,
		(line, number) => words(line.toLowerCase() === "kaixian" ? "KaiXian" : "KaiSheng", number.toUpperCase()),
	),
	is(/^(?:ZHAOXIN )?(?:KaiXian )?(ZX-[A-F]\+?)(?: QuadCore)?(?: (C4[4-7]\d\d|FC-?\d{4}))?$/i, (line, number) =>
		words(line.toUpperCase(), number.toUpperCase()),
	),
	is(/^(?:VIA )?(Nano|Eden|C-QuadCore|QuadCore)( X[24])? ([CELU][1-5]\d\d[05])$/, (line, many, number) =>
		words(line, many.trim(), number),
	),
	bare(/^(?:VIA )?(C7(?:-[DM])?)$/),
	is(/^(?:VIA )?(Nano|Eden|Esther|C3)(?: \(Nehemiah\)| Ezra)?$/, (line) => line),
	is(/^VIA (?:Ezra|Samuel 2)$/, () => "C3"),
];

const otherFamilies: readonly CpuFamily[] = [...cores, ...servers, ...others, ...via];

/** First match. */
export const cpuFamilies: readonly CpuFamily[] = [...intelFamilies, ...amdFamilies, ...otherFamilies];
