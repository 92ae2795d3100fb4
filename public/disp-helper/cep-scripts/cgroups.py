"""Resource controllers of the kernel, and the limits of disk traffic of each running container. No identifier."""
import re

import ceplib

FIELDS = {
    "proc_cgroups": 1,
    "containers/beancounter.iolimit.speed": 1,
    "containers/beancounter.iopslimit.speed": 1,
}

GROUPS = "/sys/fs/cgroup/beancounter/"


def collect():
    controllers = re.findall(r"^([a-z_]{1,32})\t\d+\t\d+\t([01])$", ceplib.read("/proc/cgroups") or "", re.MULTILINE)
    if not controllers:
        return None
    # How many groups there are is nobody's business: the server looks at the names and at the last column.
    lines = ["#subsys_name\thierarchy\tnum_cgroups\tenabled"] + ["%s\t0\t0\t%s" % pair for pair in controllers]
    return {
        "proc_cgroups": "\n".join(lines) + "\n",
        "containers": [limits(name) for name in ceplib.names_in(GROUPS) if re.match(r"[0-9a-f-]*\d[0-9a-f-]*\Z", name)]
        if ceplib.exists(GROUPS) else None,
    }


def limits(container):
    """Bytes and operations per second; 0 is no limit."""
    return dict((file, number(ceplib.read(GROUPS + container + "/" + file)))
                for file in ("beancounter.iolimit.speed", "beancounter.iopslimit.speed"))


def number(text):
    return int(text) if re.match(r"\d{1,15}\s*\Z", text or "") else None


if __name__ == "__main__":
    ceplib.section("cgroups", FIELDS, collect)
