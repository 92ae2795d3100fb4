"""What disp-helper stores on the host: what was collected, reports to be sent, its state and the host's UUID.

Only root can read these files. No link is followed, and nobody ever sees half a file.
"""
import errno
import hashlib
import json
import os
import re
import uuid

from cepconfig import Refused
from ceplib import ROOT, warn

OUTPUT = ROOT + "/vz/tmp/cep/output"
REPORT_FILE = ROOT + "/var/cache/cep/report.tar.gz"
SPOOL = ROOT + "/var/spool/cep"
STATE = ROOT + "/var/lib/cep"


def make_folder(path):
    """A folder that only its owner can look into. Raises Refused when somebody else made it, or a link."""
    parent = os.path.dirname(path)
    # Folders called cep are made here and nowhere else: they are looked at as well.
    if os.path.basename(parent) == "cep" or not os.path.isdir(parent):
        make_folder(parent)
    try:
        os.mkdir(path, 0o700)
    except OSError as error:
        if error.errno != errno.EEXIST:
            raise
        found = os.lstat(path)
        if os.path.islink(path) or not os.path.isdir(path) or found.st_uid != os.geteuid() or found.st_mode & 0o022:
            raise Refused("%s: must be a folder that only its owner can change" % path)


def write_file(path, content, mode=0o600):
    make_folder(os.path.dirname(path))
    temporary = "%s.%d.tmp" % (path, os.getpid())
    remove(temporary)
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.rename(temporary, path)


def read_file(path):
    """None when there is no such file, or a link."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
            return file.read()
    except (IOError, OSError):
        return None


def read_json(path):
    """The object in a file; an empty one when there is none, or only a damaged one."""
    try:
        found = json.loads((read_file(path) or b"").decode("utf-8"))
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {}


def remove(path):
    try:
        os.unlink(path)
    except OSError:
        pass


def files_in(folder):
    try:
        return [os.path.join(folder, name) for name in sorted(os.listdir(folder))]
    except OSError:
        return []


def spool_place(second):
    """A free name in the spool that sorts by time."""
    path = "%s/%010d.tar.gz" % (SPOOL, second)
    return spool_place(second + 1) if os.path.lexists(path) else path


def is_unmounted(path):
    """No such folder, or /etc/fstab mounts something there that is not mounted now."""
    if not os.path.isdir(ROOT + path):
        return True
    lines = (read_file(ROOT + "/etc/fstab") or b"").decode("utf-8", "replace").splitlines()
    return any(line.split()[1:2] == [path] for line in lines if line[:1] != "#") and not os.path.ismount(ROOT + path)


def load_state():
    return read_json(STATE + "/state.json")


def save_state(state):
    write_file(STATE + "/state.json", json.dumps(state, indent=1, sort_keys=True).encode("ascii"))


def delete_collected():
    """Everything that was collected and was not sent."""
    for path in files_in(OUTPUT) + files_in(SPOOL) + [REPORT_FILE]:
        remove(path)


def stored_uuid():
    text = (read_file(STATE + "/uuid") or b"").decode("ascii", "replace").strip()
    return text if re.match(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z", text) else None


def make_uuid(state):
    identifier = str(uuid.uuid4())
    delete_collected()
    write_file(STATE + "/uuid", (identifier + "\n").encode("ascii"))
    state.update({"machine": machine(), "collected": {}})
    save_state(state)
    return identifier


def own_uuid(state):
    """Random, and made with the first report. A copy of this host, such as a cloned image, makes its own."""
    identifier = stored_uuid()
    if identifier and state.get("machine") == machine():
        return identifier
    if identifier:
        warn("the UUID was made for another machine: this one gets its own")
    return make_uuid(state)


def machine():
    """A code of this machine, which stays here."""
    names = [read_file(ROOT + path) or b"" for path in ("/etc/machine-id", "/sys/class/dmi/id/product_uuid")]
    return hashlib.sha256(b"\n".join(names)).hexdigest()
