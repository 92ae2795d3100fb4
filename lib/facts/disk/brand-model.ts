/**
 * Models of drives that carry a brand and a product name instead of a part number: `Force MP510`, `GAMMIX S11 Pro`. They
 * pass only when every word is one that makers use: free text cannot pass.
 */

/** The brand, which is not part of the label. */
const brand =
	/^(ADATA|XPG|Corsair|Patriot|GOODRAM|PNY|Lexar|Intenso|King ?(?:Spec|Dian|Fast)|OWC|Apacer|Netac|TEAM(?:GROUP)?|GIGABYTE|G\.? ?SKILL|Transcend|PLEXTOR|SPCC|Silicon ?Power|Verbatim|Smart ?buy|Team Group|AMD|Mushkin|BIWIN|FORESEE|Colorful|QUMO|fanxiang|OCZ|LITEON|HIKVISION|GS|AGI|Radeon|Acer|MSI|LENOVO|YMTC|ZHITAI|FASPEED|GALAX|Sabrent|Memblaze|INSPUR|ScaleFlux|DAPUSTOR|Ramsta|Fordisk)[ -]+/i;
/** Words of product names, spelled as in the label. */
const product = new Map(
	`
	Force Neutron Survivor Nova Accelerator LE LS LX GT GS XT XTi Pro Plus Max Lite Elite Ultra Ultimate Extreme Gold Silver
	Blue Black Green Red Premier GAMMIX SPECTRIX SWORDFISH LEGEND Falcon Mercury Aura Envoy Electra Titan Ares Thor IRDM
	IRIDIUM Series Viper VPN VP Panther Speedster Phoenix Sniper Ripjaws TridentZ MX CX EX BX QX EVO SE II V S X One Hyper
	Turbo XPG EXCERIA G2 G3 Optane T-FORCE VULCAN Rocket PBlaze5 PBlaze6 PBlaze7 CARDEA DELTA ZERO AORUS Gen3 Gen4 Gen5
	`
		.trim()
		.split(/\s+/)
		.map((word) => [word.toLowerCase(), word]),
);
/** Words that say nothing about the model. */
const filler =
	/^(SSD|M\.2|SATA|SATAIII|SATA3|III|3|NVMe|NVME|PCIe|PCIE|Solid|State|Disk|Drive|Flash|Top|Portfolio|High|Performance|2\.5|2\.5"|mSATA|MSATA|M2|2280|2242|TLC|QLC|MLC|TECHNOLOGY|Internal|-)$/;
const capacity = /^\d{1,4}(\.\d{1,2})?[GT]B?$/i;
const number = /^([A-Z]{1,3}\d{2,4}[A-Z]{0,3}|Vi\d{3,4}|Ti(Plus)?\d{3,4}|\d{3,4})$/;

/** `isCut`: the last word may lack its end. `null` when a word is none of these, or none of them names the model. */
export function brandModel(name: string, isCut: boolean): string | null {
	const words = name
		.replace(brand, "")
		.split(" ")
		.filter((word) => word !== "");
	const whole = isCut ? words.slice(0, -1) : words;
	const known = whole.map((word) => {
		if (filler.test(word) || capacity.test(word)) return "";
		return product.get(word.toLowerCase()) ?? (number.test(word) ? word : null);
	});
	if (known.includes(null)) return null;
	const named = known.filter((word) => word !== "");
	return named.some((word) => word !== null && word.length > 1) ? named.join(" ") : null;
}
