import { expect, test } from "vitest";
import { diskSizeGb } from "#lib/facts/disk/size";
import { installedMib } from "#lib/facts/memory";

/** MemTotal in kB as kernels give it, GiB as bought. */
test.each([
	[49_415_408, 48],
	[131_912_404, 128],
	[32_780_140, 32],
	[16_267_252, 16],
	[8_061_436, 8],
	[7_811_680, 8],
	[4_046_428, 4],
	[1_020_704, 1],
	[502_560, 0.5],
	[98_953_472, 96],
	[148_541_440, 144],
	[263_854_792, 256],
	[792_434_000, 768],
	[1_056_296_960, 1024],
	[2_113_000_000, 2048],
	[134_217_728, 128],
	// Odd ones: rounded up, not to the next usual size.
	[20_500_000, 20],
	[41_150_000, 40],
	[82_400_000, 80],
	[115_300_000, 112],
	[3_080_000, 3],
])("%i kB of memory are %s GiB", (kb, gib) => {
	expect(installedMib(kb)).toBe(gib * 1024);
});

test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER])("%s kB are no memory", (kb) => {
	expect(installedMib(kb)).toBeNull();
});

/** Bytes as drives give them, gigabytes as sold. */
test.each([
	[120_034_123_776, 120],
	[128_035_676_160, 128],
	[160_041_885_696, 160],
	[200_049_647_616, 200],
	[240_057_409_536, 240],
	[250_059_350_016, 250],
	[256_060_514_304, 256],
	[480_103_981_056, 480],
	[500_107_862_016, 500],
	[512_110_190_592, 512],
	[525_112_713_216, 525],
	[960_197_124_096, 960],
	[1_000_204_886_016, 1000],
	[1_024_209_543_168, 1000],
	[1_600_321_314_816, 1600],
	[1_920_383_410_176, 1920],
	[2_000_398_934_016, 2000],
	[1_024_209_543_168, 1000],
	[74_355_769_344, 74],
	[73_407_820_800, 73],
	[118_410_444_800, 118],
	[2_050_408_202_240, 2050],
	[3_840_755_982_336, 3840],
	[4_000_787_030_016, 4000],
	[7_681_501_126_656, 7680],
	[8_001_563_222_016, 8000],
	[18_000_207_937_536, 18_000],
	// A mirror on a RAID controller, a little less than its drives.
	[3_998_614_552_576, 4000],
	// Not sold: whole gigabytes.
	[26_622_296_064, 27],
	[1_345_000_000_000, 1345],
	[400_000_000, 0],
])("%i bytes are %i GB", (bytes, gb) => {
	expect(diskSizeGb(bytes)).toBe(gb);
});

test.each([0, -5, Number.NaN, Number.POSITIVE_INFINITY, 2e15])("%s bytes are no disk", (bytes) => {
	expect(diskSizeGb(bytes)).toBeNull();
});
