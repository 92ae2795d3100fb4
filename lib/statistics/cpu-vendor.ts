/** Who made the processors. */
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "cpu-vendor",
	section: "cpu",
	unit: "hosts",
	page: "cpu",
	place: 1,
	labels: {
		intel: "Intel",
		amd: "AMD",
		arm: "ARM",
		hygon: "Hygon",
		zhaoxin: "VIA / Zhaoxin",
		ampere: "Ampere",
		qualcomm: "Qualcomm",
		hisilicon: "HiSilicon",
		marvell: "Marvell",
		ibm: "IBM",
		apple: "Apple",
		nvidia: "NVIDIA",
		fujitsu: "Fujitsu",
		broadcom: "Broadcom",
		phytium: "Phytium",
		apm: "Applied Micro",
		samsung: "Samsung",
		microsoft: "Microsoft",
		amazon: "Amazon",
		google: "Google",
		sunway: "Sunway",
		loongson: "Loongson",
		elbrus: null,
	},
	tally: ({ vendor }) => hostIn(vendor),
});
