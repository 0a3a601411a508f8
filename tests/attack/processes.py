"""What the system says of the program that listens: its memory, its handles, its address."""

import os
from pathlib import Path

LISTENING = "0A"


def listeners(port):
    """[(address as the kernel prints it, inode)] of the sockets that listen on that port."""
    found = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for line in Path(table).read_text().splitlines()[1:]:
            words = line.split()
            address, _, number = words[1].rpartition(":")
            if int(number, 16) == port and words[3] == LISTENING:
                found.append((address, words[9]))
    return found


def listener_pid(port):
    """The process that holds the listening socket; None when it is another user's."""
    sockets = {f"socket:[{inode}]" for _, inode in listeners(port)}
    for descriptor in Path("/proc").glob("[0-9]*/fd/*"):
        try:
            if os.readlink(descriptor) in sockets:
                return int(descriptor.parts[2])
        except OSError:  # gone meanwhile, or not ours to look at
            continue
    return None


def resident(pid):
    """Resident memory in MiB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS")


def open_handles(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))
