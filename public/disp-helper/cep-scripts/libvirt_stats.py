"""Versions of what runs virtual machines."""
import ceplib

FIELDS = {
    "libvirt": 1,
    "qemu": 1,
}


def collect():
    versions = {
        "libvirt": version("libvirt-daemon", "libvirt"),
        "qemu": version("qemu-kvm-vz", "qemu-kvm", "qemu-kvm-core"),
    }
    return versions if any(versions.values()) else None


def version(*packages):
    """Version of the first package that is installed, without the release."""
    for package in packages:
        found = ceplib.run("rpm", "-q", "--qf", "%{VERSION}\\n", package)
        if found and ceplib.matching(r"\d{1,4}(\.\d{1,4}){1,3}", found.split("\n")[0]):
            return found.split("\n")[0]
    return None


if __name__ == "__main__":
    ceplib.section("libvirt_stats", FIELDS, collect)
