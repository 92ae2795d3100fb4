/** Network cards, bonds and teams. Names of devices hold MAC addresses and customers' names, so none is kept. */
import { bondMode, nicDriver, teamRunner } from "#lib/facts/network";
import type { Facts } from "#lib/facts/sections";
import { wholeNumber } from "#lib/facts/text";
import { type Unmatched, unmatched } from "#lib/facts/unmatched";
import { grouped } from "../grouped";
import { type JsonObject, objectOf, objectsOf, textOf } from "../values";

type Nic = Omit<Facts["network"]["nics"][number], "count">;

export function readNetwork(output: JsonObject): Facts["network"] | null {
	const nics = objectsOf(output.nics);
	const bonds = objectsOf(output.bonds);
	if (!nics && !bonds) return null;
	return {
		nics: grouped((nics ?? []).flatMap(nicOf), ({ driver }) => ({ driver, speedMbps: null })),
		bonds: grouped((bonds ?? []).map(({ proc }) => ({ mode: bondMode(beginning(proc)) }))),
		teams: grouped((objectsOf(output.teams) ?? []).map(({ state }) => ({ runner: runnerOf(state) }))),
	};
}

/** Devices that are made of others or of nothing. */
const notCards = new Set([
	"bonding",
	"bridge",
	"dummy",
	"ifb",
	"macvlan",
	"openvswitch",
	"team",
	"tun",
	"veth",
	"vlan",
]);

function nicOf({ driver, speed }: JsonObject): Nic[] {
	return notCards.has(textOf(driver)?.trim() ?? "") ? [] : [{ driver: nicDriver(driver), speedMbps: speedOf(speed) }];
}

export function unmatchedNetwork(output: JsonObject): Unmatched[] {
	return (objectsOf(output.nics) ?? []).flatMap((nic) =>
		nicOf(nic).flatMap((card) => unmatched("nic-driver", nic.driver, card.driver)),
	);
}

/** A link that is down says -1, and older drivers say that in 16 bits. */
function speedOf(value: unknown): number | null {
	const mbps = wholeNumber(value, fastestMbps);
	return mbps === 0 || mbps === unknownSpeed ? null : mbps;
}

const fastestMbps = 1_000_000;
const unknownSpeed = 65_535;

function runnerOf(state: unknown): string {
	return teamRunner(objectOf(objectOf(state)?.setup)?.runner_name);
}

/** The mode stands above the list of cards. */
function beginning(proc: unknown): string {
	return (textOf(proc) ?? "").slice(0, 2048);
}
