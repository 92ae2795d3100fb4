"""Maker, model and number of the processors, as lscpu prints them."""
import ceplib

FIELDS = {
    "lscpu/Vendor ID": 1,
    "lscpu/Model name": 1,
    "lscpu/BIOS Vendor ID": 1,
    "lscpu/BIOS Model name": 1,
    "lscpu/CPU(s)": 1,
    "lscpu/On-line CPU(s) list": 1,
    "lscpu/Core(s) per socket": 1,
    "lscpu/Socket(s)": 1,
    "lscpu/Core(s) per cluster": 1,
    "lscpu/Cluster(s)": 1,
}


def collect():
    lines = [line.partition(":") for line in (ceplib.run("lscpu") or "").splitlines()]
    found = dict((name.strip(), value.strip()[:128]) for name, colon, value in lines if colon)
    return {"lscpu": found} if "CPU(s)" in found else None


if __name__ == "__main__":
    ceplib.section("cpu", FIELDS, collect)
