"""Enabled services of the host. One that is not in known_names.json is sent as "other.service": it is only counted."""
import re

import ceplib

FIELDS = {
    "enabled": 1,
}


def collect():
    listed = ceplib.run("systemctl", "list-unit-files", "--no-legend", "--no-pager", "--full")
    if listed is None:
        return None
    known = set(ceplib.known_names()["units"])
    lines = [line.split() for line in listed.splitlines()]
    return {"enabled": sorted(unit(line[0], known) for line in lines if len(line) > 1 and line[1] == "enabled")}


def unit(name, known):
    """The part behind @ is the owner's own word. Storage daemons have it behind a dot."""
    name = re.sub(r"^([pv]storage-[a-z]{2,12})\.[^@]*(\.service)$", r"\1@\2", name.lower())
    found = re.match(r"([^@]+?)(@.*)?\.(service|socket|timer|path|target)\Z", name)
    if not found or found.group(1) not in known:
        return "other.service"
    return found.group(1) + ("@" if found.group(2) else "") + "." + found.group(3)


if __name__ == "__main__":
    ceplib.section("services", FIELDS, collect)
