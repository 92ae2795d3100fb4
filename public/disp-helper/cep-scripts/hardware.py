"""Who built the machine, and how its memory is divided. No model, serial number or identifier of the machine."""
import re

import ceplib

FIELDS = {
    "system/vendor": 1,
    "numa_nodes": 1,
}


def collect():
    vendor = (ceplib.read("/sys/class/dmi/id/sys_vendor") or "").strip()[:64]
    nodes = [name for name in ceplib.names_in("/sys/devices/system/node") if re.match(r"node\d+\Z", name)]
    if not vendor and not nodes:
        return None
    return {"system": {"vendor": vendor or None}, "numa_nodes": len(nodes) or None}


if __name__ == "__main__":
    ceplib.section("hardware", FIELDS, collect)
