"""What all scripts share: reading a file, running a tool, printing the section.

Nothing here opens a network connection or writes a file, and no command goes through a shell.
CEP_ROOT is for tests: a folder that stands for /.
"""
import json
import os
import re
import resource
import signal
import subprocess
import sys
import threading
import time

ROOT = os.environ.get("CEP_ROOT", "")
TOOL_PATHS = [ROOT + path for path in ("/usr/sbin", "/usr/bin", "/sbin", "/bin")]
TOOL_SECONDS = 30
# All tools of one script together: the engine ends a script after 120 seconds.
SCRIPT_SECONDS = 100
TOOL_OUTPUT_MAX = 8 * 1024 * 1024
FILE_MAX = 1024 * 1024
MEMORY_MAX = 2 * 1024 * 1024 * 1024

# What every section has beside its fields.
HEADER = ("schema", "section", "script", "collected")

# Exit status of a script on a host that does not have what the section is about.
NOTHING = 3

started = time.time()


def limited():
    """Runs in the child before the program: a process group of its own, bounded memory, no core dump."""
    os.setsid()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX, MEMORY_MAX))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run_limited(command, seconds, output_max, environment):
    """Runs a program without a shell. Returns (exit status, output as bytes).

    The status is None when the program ran too long or printed too much: then its whole process group was killed.
    Raises OSError when it cannot be started.
    """
    null = open(os.devnull)
    try:
        child = subprocess.Popen(command, stdin=null, stdout=subprocess.PIPE, env=environment, cwd="/",
                                 close_fds=True, preexec_fn=limited)
    finally:
        null.close()
    killed = []

    def kill():
        killed.append(True)
        try:
            os.killpg(child.pid, signal.SIGKILL)
        except OSError:
            pass

    timer = threading.Timer(seconds, kill)
    timer.start()
    try:
        output = child.stdout.read(output_max + 1)
        if len(output) > output_max:
            kill()
        status = child.wait()
    finally:
        timer.cancel()
        timer.join()
        child.stdout.close()
    return (None if killed else status), output


def run(*command):
    """What a tool prints, as text. None when it is missing, fails, hangs or prints too much."""
    status, output = run_with_status(*command)
    return output if status == 0 else None


def run_with_status(*command):
    """Exit status and output of a tool; (None, "") when it is missing, hangs or prints too much."""
    seconds = min(TOOL_SECONDS, started + SCRIPT_SECONDS - time.time())
    path = tool(command[0])
    if path is None or seconds <= 0:
        return None, ""
    environment = {"PATH": ":".join(TOOL_PATHS), "LC_ALL": "C"}
    if ROOT:
        environment["CEP_ROOT"] = ROOT
    try:
        status, output = run_limited([path] + list(command[1:]), seconds, TOOL_OUTPUT_MAX, environment)
    except OSError as error:
        warn("%s: %s" % (command[0], error.strerror))
        return None, ""
    if status is None:
        warn("%s: stopped, it ran too long or printed too much" % command[0])
        return None, ""
    return status, output.decode("utf-8", "replace")


def tool(name):
    """Path of an installed tool, or None."""
    for folder in TOOL_PATHS:
        path = os.path.join(folder, name)
        if os.access(path, os.X_OK):
            return path
    return None


def run_json(*command):
    """The JSON that a tool prints; None when there is none. prlctl leaves control characters as they are."""
    try:
        return json.loads(run(*command) or "", strict=False)
    except ValueError:
        return None


def read(path):
    """Text of a file, at most 1 MiB of it; None when it cannot be read."""
    try:
        with open(ROOT + path, "rb") as file:
            return file.read(FILE_MAX).decode("utf-8", "replace")
    except (IOError, OSError):
        return None


def names_in(path):
    """Names in a folder, sorted; none when there is no such folder."""
    try:
        return sorted(os.listdir(ROOT + path))
    except OSError:
        return []


def exists(path):
    return os.path.exists(ROOT + path)


def matching(pattern, value):
    """The value if the pattern matches all of its text; else None. Whatever has another form is not sent."""
    text = u"%s" % (value,)
    return text if re.match(r"(?:%s)\Z" % pattern, text) else None


def known_names():
    """Names that the server counts: services, server programs, packages. All other names stay on the host."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "known_names.json")
    with open(path, "rb") as file:
        return json.loads(file.read().decode("ascii"))


def filesystem_of_vz():
    """Type of the file system that holds /vz; None when /proc/mounts does not say."""
    found = (-1, None)
    for line in (read("/proc/mounts") or "").splitlines():
        columns = line.split(" ")
        if len(columns) > 2 and columns[1] in ("/", "/vz") and len(columns[1]) >= found[0]:
            found = (len(columns[1]), matching(r"[a-z0-9_.]{1,32}", columns[2]))
    return found[1]


def containers(columns):
    """Lines of `vzlist -a -H -o COLUMNS`, each split into its columns. None when vzlist cannot tell."""
    status, output = run_with_status("vzlist", "-a", "-H", "-o", columns)
    lines = [line.split() for line in output.splitlines() if line.strip()]
    # Without containers vzlist fails. It is believed when there is no configuration of a container either.
    has_none = status == 1 and not any(re.match(r"[0-9a-f-]+\.conf\Z", name) and name != "0.conf"
                                       for name in names_in("/etc/vz/conf"))
    return lines if status == 0 or has_none and not lines else None


def guests(kind, disks):
    """What is sent of `prlctl list`, for kind "vm" or "ct". None when prlctl cannot tell."""
    listed = run_json("prlctl", "list", "-a", "-i", "-j", "--vmtype", kind)
    if not isinstance(listed, list):
        return None
    return [guest(one, disks) for one in listed if isinstance(one, dict)]


def guest(listed, disks):
    hardware = as_object(listed.get("Hardware"))
    cpu = as_object(hardware.get("cpu"))
    counts = dict((name, number_or_unlimited(cpu.get(name))) for name in ("cpus", "sockets"))
    sent = {"cpu": counts, "memory": sized(hardware.get("memory"))}
    for name in hardware:
        if disks and matching(r"hdd\d{1,4}", name):
            sent[name] = sized(hardware[name])
    return {
        "Type": matching("VM|CT", listed.get("Type")),
        "State": matching(r"[a-z_]{1,20}", listed.get("State")),
        "OS": matching(r"[a-z0-9._-]{0,20}", listed.get("OS")),
        "Template": matching("yes|no", listed.get("Template")),
        "Hardware": sent,
    }


def number_or_unlimited(value):
    return value if isinstance(value, int) else matching("unlimited", value)


def sized(device):
    return {"size": matching(r"\d{1,10} ?Mb|unlimited", as_object(device).get("size"))}


def as_object(value):
    return value if isinstance(value, dict) else {}


def listed_parts(value, fields, path=""):
    """The parts of a value that stand in a list of fields such as "system/vendor"; "*" stands for any name."""
    if isinstance(value, list):
        return [listed_parts(one, fields, path) for one in value]
    if not isinstance(value, dict):
        return value
    parts = {}
    for name in value:
        inside = path + name
        if value[name] is None:
            continue
        if any(covers(field, inside) for field in fields):
            parts[name] = value[name]
        elif any(covers("/".join(field.split("/")[:inside.count("/") + 1]), inside) for field in fields):
            parts[name] = listed_parts(value[name], fields, inside + "/")
    return parts


def covers(field, path):
    pattern = re.escape(field).replace(r"\*", "[^/]*")
    return re.match(r"(?:%s)\Z" % pattern, path) is not None


def section(name, fields, collect):
    """Prints the section as one JSON object. This is the whole life of a script.

    `fields` has every field that may be sent, with the version (`schema`) of the section that it came with. What is
    not in it is not printed, whatever `collect` returns. `collect` returns None when the host does not have what the
    section is about: then nothing is printed. `--since N` prints only the fields that came after version N.
    """
    collected = collect()
    if collected is None:
        sys.exit(NOTHING)
    since = int(sys.argv[2]) if sys.argv[1:2] == ["--since"] else 0
    printed = listed_parts(collected, [field for field in fields if fields[field] > since])
    printed.update({
        "schema": schema(fields),
        "section": name,
        "script": name + ".py",
        "collected": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
    })
    print(json.dumps(printed, sort_keys=True))


def schema(fields):
    """The version of a section: that of its newest field."""
    return max(fields.values())


def warn(line):
    """To the journal. It is never sent."""
    sys.stderr.write(line + "\n")
