/** Long constants of legacy reports. */

const common =
	"fpu vme de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov pat pse36 clflush mmx fxsr sse sse2 ht syscall nx pdpe1gb rdtscp lm constant_tsc rep_good nonstop_tsc pni cx16 popcnt lahf_lm";

export const cpuFlags = {
	GenuineIntel: `${common} dts acpi ss tm pbe arch_perfmon pebs bts xtopology aperfmperf pclmulqdq dtes64 monitor ds_cpl vmx smx est tm2 ssse3 xtpr pdcm pcid dca sse4_1 sse4_2 aes ida arat epb tpr_shadow vnmi flexpriority ept vpid`,
	AuthenticAMD: `${common} mmxext fxsr_opt 3dnowext 3dnow extd_apicid amd_dcm cmp_legacy svm extapic cr8_legacy abm sse4a misalignsse 3dnowprefetch osvw ibs skinit wdt nodeid_msr arat`,
} as const;
