"""Containers: state, and the limits of processors, memory and disks. No name, identifier, address or path."""
import ceplib

FIELDS = {
    "prlctl_list_aij/Type": 1,
    "prlctl_list_aij/State": 1,
    "prlctl_list_aij/Template": 1,
    "prlctl_list_aij/Hardware/cpu/cpus": 1,
    "prlctl_list_aij/Hardware/memory/size": 1,
    "prlctl_list_aij/Hardware/hdd*/size": 1,
}


def collect():
    containers = ceplib.guests("ct", disks=True)
    return None if containers is None else {"prlctl_list_aij": containers}


if __name__ == "__main__":
    ceplib.section("ves", FIELDS, collect)
