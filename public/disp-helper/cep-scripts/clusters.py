"""Whether the host is part of a cluster: yes or no for each kind. No name, node or address of a cluster."""
import re

import ceplib

FIELDS = {
    "shaman/configured": 1,
    "vstorage/mounted": 1,
    "other/corosync": 1,
    "other/pacemaker": 1,
    "other/drbd": 1,
    "other/ceph": 1,
}


def collect():
    mounts = ceplib.read("/proc/mounts")
    return {
        "shaman": {"configured": shaman()},
        "vstorage": {"mounted": None if mounts is None else " fuse.vstorage " in mounts},
        "other": {
            "corosync": ceplib.exists("/etc/corosync/corosync.conf"),
            "pacemaker": ceplib.exists("/var/lib/pacemaker/cib/cib.xml"),
            "drbd": ceplib.exists("/proc/drbd"),
            "ceph": ceplib.exists("/etc/ceph/ceph.conf"),
        },
    }


def shaman():
    """None when the tool hangs: then nobody knows."""
    if ceplib.tool("shaman") is None:
        return False
    status, output = ceplib.run_with_status("shaman", "stat")
    return None if status is None else status == 0 and re.search(r"^Nodes: \d", output, re.MULTILINE) is not None


if __name__ == "__main__":
    ceplib.section("clusters", FIELDS, collect)
