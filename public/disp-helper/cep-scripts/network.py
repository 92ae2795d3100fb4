"""Drivers and speeds of network cards; the modes of bonds and teams. No name and no address of any device."""
import os
import re

import ceplib

FIELDS = {
    "nics/driver": 1,
    "nics/speed": 1,
    "bonds/proc": 1,
    "teams/state/setup/runner_name": 1,
}

CARDS = "/sys/class/net/"
BONDS = "/proc/net/bonding/"


def collect():
    cards = [name for name in ceplib.names_in(CARDS) if ceplib.exists(CARDS + name + "/device")]
    if not ceplib.exists(CARDS):
        return None
    return {
        "nics": [{"driver": driver(name), "speed": speed(name)} for name in cards],
        "bonds": [{"proc": mode(ceplib.read(BONDS + name))} for name in ceplib.names_in(BONDS)],
        "teams": [{"state": {"setup": {"runner_name": runner(name)}}} for name in teams()],
    }


def driver(name):
    try:
        link = os.readlink(ceplib.ROOT + CARDS + name + "/device/driver")
    except OSError:
        return None
    return ceplib.matching(r"[A-Za-z0-9_-]{1,32}", os.path.basename(link))


def speed(name):
    """Mbit/s; None when the link is down: the kernel then says -1 or refuses to answer."""
    text = (ceplib.read(CARDS + name + "/speed") or "").strip()
    return int(text) if re.match(r"\d{1,7}\Z", text) else None


def mode(text):
    """The one line of the kernel's text that is sent: the others hold names and addresses."""
    found = re.search(r"^Bonding Mode: [A-Za-z0-9 .()_-]{1,80}$", text or "", re.MULTILINE)
    return found.group() if found else None


def teams():
    """teamd leaves a file for each team that it runs."""
    names = [re.match(r"([A-Za-z0-9_][A-Za-z0-9_.-]{0,14})\.pid\Z", name) for name in ceplib.names_in("/run/teamd")]
    return [found.group(1) for found in names if found]


def runner(name):
    state = ceplib.as_object(ceplib.run_json("teamdctl", name, "state", "dump"))
    return ceplib.matching(r"[a-z_]{1,20}", ceplib.as_object(state.get("setup")).get("runner_name"))


if __name__ == "__main__":
    ceplib.section("network", FIELDS, collect)
