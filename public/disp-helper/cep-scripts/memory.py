"""How much memory and swap space there is, and the policy by which vcmmd divides it. Not how much is in use."""
import re

import ceplib

FIELDS = {
    "meminfo/MemTotal": 1,
    "meminfo/SwapTotal": 1,
    "vcmmd_policy/runtime": 1,
    "vcmmd_policy/config": 1,
}


def collect():
    """Sizes in kB."""
    meminfo = ceplib.read("/proc/meminfo") or ""
    sizes = dict(re.findall(r"^(MemTotal|SwapTotal):\s+(\d{1,15}) kB$", meminfo, re.MULTILINE))
    if "MemTotal" not in sizes:
        return None
    return {"meminfo": dict((name, int(sizes[name])) for name in sizes), "vcmmd_policy": policy()}


def policy():
    server = ceplib.as_object(ceplib.run_json("prlsrvctl", "info", "-j"))
    said = ceplib.as_object(server.get("Vcmmd policy"))
    found = dict((name, ceplib.matching("[a-z]{1,20}", said.get(name))) for name in ("runtime", "config"))
    return found if any(found.values()) else None


if __name__ == "__main__":
    ceplib.section("memory", FIELDS, collect)
