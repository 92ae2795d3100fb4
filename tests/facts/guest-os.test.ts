import { expect, test } from "vitest";
import { containerState, guestOs, guestsByFamily, vmState, vmStates } from "#lib/facts/software/guest";
import { sharedLabels } from "#lib/statistics/labels";
import { guestSystems } from "#lib/statistics/names/guest-systems";

test.each([
	["centos7", "centos7", "linux"],
	["win-2016", "win-2016", "windows"],
	["win-8.1", "win-8.1", "windows"],
	["freebsd", "freebsd", "freebsd"],
	["debian", "debian", "linux"],
	["psbm", "psbm", "linux"],
	["macos", "macos", "other"],
	["chrome-1", "chrome-1", "other"],
	["", "unknown", "unknown"],
	[null, "unknown", "unknown"],
	[undefined, "unknown", "unknown"],
	["acme-os", "other", "other"],
	["win-2025", "other", "windows"],
	["centos9", "other", "linux"],
	["rockylinux9", "other", "linux"],
	["ubuntu-24.04", "other", "linux"],
	["freebsd-14", "other", "freebsd"],
	["windmill", "other", "other"],
	["constructor", "other", "other"],
])("%j is %s, %s", (name, os, family) => {
	expect(guestOs(name)).toEqual({ os, family });
});

test("every guest system has a label, and every label a guest system", () => {
	expect(Object.values(guestsByFamily).flat().sort()).toEqual(Object.keys(guestSystems).sort());
});

test.each([
	["running", "running"],
	["del_snapshot", "del-snapshot"],
	["suspended", "suspended"],
	["unknown", "unknown"],
	[" Mounted ", "mounted"],
	["???", "other"],
	["haunted by John", "other"],
	["", "unknown"],
	[undefined, "unknown"],
])("the state %j is %s", (said, state) => {
	expect(vmState(said)).toBe(state);
	expect(containerState(said)).toBe(state);
});

test("every state has a label, and every label a state", () => {
	expect([...vmStates].sort()).toEqual(Object.keys({ ...sharedLabels("states"), unknown: "" }).sort());
});
