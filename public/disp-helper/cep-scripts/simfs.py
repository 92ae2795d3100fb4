"""How containers keep their files (4: simfs, 5: ploop), and the file system under /vz. No path but /vz itself."""
import ceplib

FIELDS = {
    "layouts/*": 1,
    "proc_mounts": 1,
}


def collect():
    listed = ceplib.containers("layout")
    if listed is None:
        return None
    layouts = {}
    for line in listed:
        layout = ceplib.matching(r"\d", line[0]) or "0"
        layouts[layout] = layouts.get(layout, 0) + 1
    filesystem = ceplib.filesystem_of_vz()
    return {"layouts": layouts, "proc_mounts": ["- /vz " + filesystem] if filesystem else None}


if __name__ == "__main__":
    ceplib.section("simfs", FIELDS, collect)
