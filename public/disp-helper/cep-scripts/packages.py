"""Versions of OpenVZ's own packages (those in known_names.json), and the number of all packages."""
import re

import ceplib

FIELDS = {
    "rpm_qa": 1,
    "total": 1,
}

NAME = re.compile(r"(.+)-([^-]+)-([^-]+?)(?:\.(x86_64|aarch64|noarch|i[3-6]86))?\Z")
# Live patches by their kernel, and tools for templates by their package manager.
OWN = re.compile(r"(readykernel-patch-\d{1,4}\.\d{1,4}|vzpkgenv(deb)?\d{1,3}(s\d{1,2})?(x\d{1,2}){0,2}(x64)?)\Z")


def collect():
    installed = (ceplib.run("rpm", "-qa") or "").split()
    if not installed:
        return None
    known = set(ceplib.known_names()["packages"])
    return {
        "rpm_qa": sorted(filter(None, [package(line, known) for line in installed])),
        # Keys for signatures are listed like packages.
        "total": len([line for line in installed if not line.startswith("gpg-pubkey-")]),
    }


def package(line, known):
    """None for packages of others. A release that does not look like OpenVZ's is sent as 0: it could be a name."""
    found = NAME.match(line)
    if not found:
        return None
    name, version, release, _ = found.groups()
    is_own = name in known or OWN.match(name)
    if not is_own or not re.match(r"\d{1,6}(\.\d{1,6}){0,5}\Z", version):
        return None
    is_usual = re.match(r"\d{1,6}(\.\d{1,6}){0,5}(\.(vz|ovz|vl|el)\d{1,2}(\.\d{1,6}){0,4})?\Z", release)
    return "%s-%s-%s" % (name, version, release if is_usual else "0")


if __name__ == "__main__":
    ceplib.section("packages", FIELDS, collect)
