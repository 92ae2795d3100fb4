"""Kernel, releases, whether ReadyKernel patches are loaded, and how many guests there are."""
import re

import ceplib

FIELDS = {
    "uname_rm": 1,
    "releases/openvz-release": 1,
    "releases/virtuozzo-release": 1,
    "releases/redhat-release": 1,
    "readykernel/installed": 1,
    "readykernel/loaded": 1,
    "counters/ct_total": 1,
    "counters/ct_running": 1,
    "counters/vm_total": 1,
    "counters/vm_running": 1,
}


def collect():
    kernel, _, machine = (ceplib.run("uname", "-rm") or "").strip().partition(" ")
    if not kernel[:1].isdigit():
        return None
    releases = ("openvz-release", "virtuozzo-release", "redhat-release")
    return {
        "uname_rm": "%s %s" % (public(kernel), ceplib.matching(r"[a-z0-9_]{1,16}", machine) or "other"),
        "releases": dict((name, release(name)) for name in releases),
        "readykernel": readykernel(kernel),
        "counters": counters(),
    }


def public(kernel):
    """Without what somebody added who built the kernel again: that could be a name."""
    kernel = re.sub(r"\.(x86_64|aarch64)$", "", kernel)
    usual = re.match(r"\d+(?:\.\d+)*(?:-\d+(?:\.\d+)*)?(?:\.(?:vz|ovz|vl|el)\d+(?:[._]\d+)*)?", kernel).group()
    return usual if usual == kernel else usual + ".other"


def release(name):
    """First line of the file, when it looks like "OpenVZ release 7.0.11 (235)"."""
    first = (ceplib.read("/etc/" + name) or "").split("\n")[0].strip()
    return ceplib.matching(r"[A-Za-z ]{1,40} release \d[\d.]{0,15}( \([A-Za-z0-9 .]{1,20}\))?", first)


def readykernel(kernel):
    """The installed patch of the running kernel, else any. A patch begins with the last two numbers of its kernel."""
    installed = ceplib.run("rpm", "-qa", "readykernel-patch-*")
    if installed is None:
        return None
    patches = sorted(re.findall(r"^readykernel-patch-\d+\.\d+-[\d.]+-[\d.]+\.v[lz]\d", installed, re.MULTILINE))
    own = [name for name in patches if kernel.endswith("." + name.split("-")[2])]
    modules = ceplib.names_in("/sys/kernel/livepatch") + ceplib.names_in("/sys/module")
    return {
        "installed": (own or patches or [None])[-1],
        "loaded": any(name.startswith(("kpatch_", "livepatch_")) for name in modules),
    }


def counters():
    """All of them or none: a host whose tools cannot tell is not a host without guests."""
    containers = ceplib.containers("status")
    machines = ceplib.guests("vm", disks=False)
    if containers is None or machines is None:
        return None
    return {
        "ct_total": len(containers),
        "ct_running": len([line for line in containers if line[0] == "running"]),
        "vm_total": len(machines),
        "vm_running": len([one for one in machines if one["State"] == "running"]),
    }


if __name__ == "__main__":
    ceplib.section("static", FIELDS, collect)
