"""What containers are made from and which known server programs are the busiest in each.

No name or identifier of a container. Templates that are not named like a public one are sent as "custom", and programs
that are not in known_names.json are not sent. Nothing is run inside a container: the host sees all processes itself.
"""
import re

import ceplib

FIELDS = {
    "containers/ostemplate": 1,
    "containers/top": 1,
}

BUSIEST = 10
TEMPLATE = re.compile(
    r"\.?([a-z]+)(-(?:stream|leap|linux|server|core))?(?:-?v?(\d{1,4}(?:\.\d{1,2})?)|-([a-z]+))?(?![a-z0-9])")
# "PID (name) state ...", and the clock ticks in user and in system mode.
STAT = re.compile(r"\d+ \((.*)\) \S(?: -?\d+){10} (\d+) (\d+) ", re.DOTALL)


def collect():
    listed = ceplib.containers("ctid,ostemplate")
    if listed is None:
        return None
    known = ceplib.known_names()
    programs = busiest(set(line[0] for line in listed), known["programs"])
    return {"containers": [
        {"ostemplate": template("".join(line[1:2]), known), "top": [[0, name] for name in programs.get(line[0], [])]}
        for line in listed
    ]}


def template(name, known):
    """Distribution and version of a public template: ".centos-7-x86_64-minimal" is sent as "centos-7"."""
    if name in ("", "-"):
        return "-"
    found = TEMPLATE.match(name.lower().replace("_", "-"))
    if not found or found.group(1) not in known["distributions"]:
        return "custom"
    distribution, kind, number, word = found.groups()
    parts = [distribution + (kind or "") if number else distribution]
    if number or word in known["versions"]:
        parts.append(number or word)
    return "-".join(parts)


def busiest(containers, known):
    """Known programs among the processes that used most processor time, by container."""
    seconds = {}
    for pid in ceplib.names_in("/proc"):
        if not pid.isdigit():
            continue
        container = container_of(ceplib.read("/proc/%s/cgroup" % pid) or "", containers)
        found = STAT.match(ceplib.read("/proc/%s/stat" % pid) or "")
        if container and found:
            used = seconds.setdefault(container, {})
            used[found.group(1)] = used.get(found.group(1), 0) + int(found.group(2)) + int(found.group(3))
    programs = {}
    for container in seconds:
        names = sorted(seconds[container], key=lambda name: (-seconds[container][name], name))[:BUSIEST]
        found = [program(name, known) for name in names]
        programs[container] = sorted(set(name for name in found if name))
    return programs


def container_of(cgroups, containers):
    """Each line of /proc/PID/cgroup ends in a path; in a container one of its folders is the container's identifier."""
    for folder in re.split(r"[/\n]", cgroups):
        if folder in containers:
            return folder
    return None


def program(name, known):
    """The known name of a program, without the version that some carry: "php-fpm7.4" is "php-fpm"."""
    name = name.lower()
    plain = re.sub(r"-?\d+(\.\d+)*$", "", re.sub(r"^(php)-?\d+(\.\d+)*-", r"\1-", name))
    for one in (name, plain):
        if one in known:
            return one
    return None


if __name__ == "__main__":
    ceplib.section("ves_content", FIELDS, collect)
