"""Running a client program and measuring it."""

import os
import statistics
import subprocess
import threading
import time
from dataclasses import dataclass


@dataclass
class Sample:
    """One run: seconds and megabytes; server_cpu covers the same span. peak_mb is never below this program's own 23 MB."""

    wall: float
    client_cpu: float
    server_cpu: float
    peak_mb: float


class Failed(Exception):
    """A client program ended with an error."""


def run(command, server, timeout=600, env=None):
    """Runs a command to its end and measures it. The program's own children count too."""
    before = server.cpu()
    start = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=env) as child:
        deadline = threading.Timer(timeout, child.kill)
        deadline.start()
        try:
            errors = child.stderr.read()
            _, status, usage = os.wait4(child.pid, 0)
            wall = time.monotonic() - start
            child.returncode = os.waitstatus_to_exitcode(status)
        finally:
            deadline.cancel()
            child.kill()  # nothing happens to a child that has ended
    if child.returncode != 0:
        raise Failed(f"{command[0]} ended with {child.returncode}: {errors.decode(errors='replace')[-500:]}")
    return Sample(wall, usage.ru_utime + usage.ru_stime, server.cpu() - before, usage.ru_maxrss / 1024)


def median(samples):
    """Field by field."""
    return Sample(*(statistics.median(getattr(sample, field) for sample in samples)
                    for field in Sample.__dataclass_fields__))
