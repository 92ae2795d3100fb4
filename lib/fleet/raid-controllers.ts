/** Controllers that hide the drives behind them. */
import type { Weighted } from "./random";

/** Volumes of hardware RAID controllers: vendor and model, cut and padded as INQUIRY gives them. */
export const raidControllers: Weighted<{ vendor: string; model: string; driver: string; maker: string | null }> = [
	[{ vendor: "AVAGO   ", model: "MR9361-4i       ", driver: "megaraid_sas", maker: null }, 16],
	[{ vendor: "LSI     ", model: "MR9271-8i       ", driver: "megaraid_sas", maker: null }, 14],
	[{ vendor: "LSI     ", model: "MegaRAID SAS RMB", driver: "megaraid_sas", maker: null }, 3],
	[{ vendor: "DELL    ", model: "PERC H730P Mini ", driver: "megaraid_sas", maker: "Dell Inc." }, 15],
	[{ vendor: "DELL    ", model: "PERC H710       ", driver: "megaraid_sas", maker: "Dell Inc." }, 12],
	[{ vendor: "HP      ", model: "LOGICAL VOLUME  ", driver: "hpsa", maker: "HP" }, 18],
	[{ vendor: "HPE     ", model: "LOGICAL VOLUME  ", driver: "smartpqi", maker: "HPE" }, 4],
	[{ vendor: "Adaptec ", model: "ASR7805         ", driver: "aacraid", maker: null }, 8],
	[{ vendor: "IBM     ", model: "ServeRAID M5110e", driver: "megaraid_sas", maker: "IBM" }, 3],
	[{ vendor: "SMC     ", model: "SMC3108         ", driver: "megaraid_sas", maker: "Supermicro" }, 3],
];
