"""Other users of this computer and other computers: T9 files, sockets and requests, T10 where it listens, T35 modes."""

import json
import os
import socket
import stat

from processes import listeners
from wire import say

NOBODY = 65534
LOOPBACK = ("0100007F", "00000000000000000000000001000000")


def as_nobody(attempt):
    """What `attempt()` gives, a JSON value, when another user of this computer makes it. Needs root."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            os.write(writer, json.dumps(attempt()).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return json.loads(said)


def readable(paths):
    """Those of the files and folders that this user can read."""
    found = []
    for path in paths:
        try:
            os.listdir(path) if path.is_dir() else path.read_bytes()
            found.append(str(path))
        except OSError:
            continue
    return found


def private(tally, folder):
    """Every file, folder, pipe and socket below the folder is for its user alone."""
    tally.row = "T35 modes of files"
    for path in sorted([folder, *folder.rglob("*")]):
        mode = stat.S_IMODE(path.lstat().st_mode)
        tally.refused(f"{path.relative_to(folder.parent)} with mode {mode:o}", mode & 0o077 == 0 or path.is_symlink())


def files(target):
    target.tally.row = "T35 modes of files"
    if target.home:
        private(target.tally, target.home)
    else:
        target.tally.leave_out("only where --home names the folder")


def stranger(target):
    """Another user with the right token: no file can be read, no path is served."""
    target.tally.row = "T9 other local users"
    if os.geteuid() != 0:
        return target.tally.leave_out("becoming another user needs root")
    paths = [target.home, *sorted(target.home.rglob("*"))] if target.home else []
    read = as_nobody(lambda: readable(paths))
    for path in paths:
        target.tally.refused(f"another user reads {path}", str(path) not in read)
    for path, token in (("/", None), ("/api/v1/status", target.token), ("/api/v1/hello", None), ("/nothing", None)):
        raw = target.bytes("GET", path, token)
        status = as_nobody(lambda raw=raw: say(target.address, raw, patience=target.patience).status)
        target.tally.refused(f"another user is served {path}", status == 403, str(status))


def own_addresses():
    """Addresses of this computer that others could use; routes are only looked up, nothing is sent."""
    found = {entry[4][0] for entry in socket.getaddrinfo(socket.gethostname(), None) if entry[0] == socket.AF_INET}
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            found.add(probe.getsockname()[0])
        except OSError:  # no way out of this computer
            pass
    return sorted(address for address in found if not address.startswith("127."))


def reach(target):
    """It listens on the loopback address and nowhere else."""
    target.tally.row = "T10 listening for others"
    listening = listeners(target.port)
    for address, _ in listening:
        target.tally.refused(f"it listens on {address}", address in LOOPBACK)
    target.tally.refused("nothing listens", bool(listening))
    for address in [*own_addresses(), "127.0.0.2", "127.255.255.254"]:
        answer = say((address, target.port), target.bytes("GET", "/", None, Host=f"{address}:{target.port}"))
        target.tally.refused(f"it answers on {address}", answer.status == 0, str(answer.status))
