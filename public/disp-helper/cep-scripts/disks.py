"""Makers, models and sizes of disks. No serial number, label, mount point or identifier of a file system.

A disk that is connected twice is listed twice. So that the server counts it once, its world wide name is replaced by a
code that only this host can compute: nobody can compare it with the name or with the code of another host.
"""
import hashlib
import hmac
import os
import re

import ceplib

# Each entry of lsblk_P_b is a line of exactly these columns.
COLUMNS = ("NAME", "TYPE", "SIZE", "ROTA", "RM", "TRAN", "VENDOR", "MODEL", "WWN")
FIELDS = {
    "lsblk_P_b": 1,
    "vz/fstype": 1,
}

# Images of containers, volumes, optical drives and disks in memory.
NOT_DISKS = re.compile(r"(loop|ram|zram|sr|fd|nbd|ploop|dm-|md|drbd|rbd|bcache|zd)\d*")


def collect():
    listed = ceplib.run("lsblk", "-P", "-b", "-d", "-n", "-o", ",".join(COLUMNS))
    if listed is None:
        return None
    devices = [dict(re.findall(r'([A-Z]+)="([^"]*)"', line)) for line in listed.splitlines()]
    return {
        "lsblk_P_b": [line_of(device) for device in devices if is_disk(device)],
        "vz": {"fstype": ceplib.filesystem_of_vz()},
    }


def is_disk(device):
    return device.get("TYPE") == "disk" and not NOT_DISKS.match(device.get("NAME", ""))


def line_of(device):
    values = dict((column, device.get(column, "")[:80]) for column in COLUMNS)
    # The kernel chose this name; any other has no meaning here.
    values["NAME"] = ceplib.matching(r"[a-z]{1,8}\d{0,3}[a-z0-9]{0,6}", values["NAME"]) or "disk"
    values["WWN"] = code(device.get("WWN", ""))
    return " ".join('%s="%s"' % (column, values[column]) for column in COLUMNS)


def code(name):
    if not name:
        return ""
    # Before the host has a UUID nothing is sent, and `show` takes a key of the moment.
    key = os.environ.get("CEP_UUID", "").encode("ascii") or os.urandom(16)
    return hmac.new(key, name.encode("utf-8"), hashlib.sha256).hexdigest()[:16]


if __name__ == "__main__":
    ceplib.section("disks", FIELDS, collect)
