"""Virtual machines: state, kind of system, processors and memory of each. No name, identifier, address or path."""
import ceplib

FIELDS = {
    "prlctl_list_aij/Type": 1,
    "prlctl_list_aij/State": 1,
    "prlctl_list_aij/OS": 1,
    "prlctl_list_aij/Template": 1,
    "prlctl_list_aij/Hardware/cpu/cpus": 1,
    "prlctl_list_aij/Hardware/cpu/sockets": 1,
    "prlctl_list_aij/Hardware/memory/size": 1,
}


def collect():
    machines = ceplib.guests("vm", disks=False)
    return None if machines is None else {"prlctl_list_aij": machines}


if __name__ == "__main__":
    ceplib.section("libvirt_guests", FIELDS, collect)
