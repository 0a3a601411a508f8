"""What was tried, what was refused, and what was accepted although it must not be."""

import collections

LEAKS = (b"exception", b"what()", b"std::", b"nlohmann", b"sqlite", b".cc:", b"traceback")
REQUIRED = {"x-content-type-options": "nosniff", "cache-control": "no-store", "referrer-policy": "no-referrer",
            "cross-origin-resource-policy": "same-origin"}
SHOWN = 10  # of what was accepted, of each row


def opened(answer):
    """Headers that would let another site in, or leave something behind in the browser (T4)."""
    return [name for name, _ in answer.headers if name.startswith("access-control") or name == "set-cookie"]


def unguarded(answer):
    """Headers that keep an answer out of frames, caches and the addresses of others, where they are missing (T4, T17)."""
    policy = answer.header("content-security-policy")
    missing = [name for name, value in REQUIRED.items() if answer.header(name) != value]
    closed = policy.startswith("default-src 'none'") and "frame-ancestors 'none'" in policy
    return missing if closed else [*missing, "content-security-policy"]


def told(answer, secrets):
    """What an error says of the inside of the program (T16)."""
    if answer.status < 400:
        return []
    text = answer.body.lower()
    return [leak for leak in (*LEAKS, *secrets) if leak.lower() in text] + ([b"status 500"] if answer.status >= 500 else [])


class Tally:
    """`row` is the row of the threat table that what follows belongs to; `looking`: look_at does what it says."""

    def __init__(self, looking=True):
        self.looking = looking
        self.row = ""
        self.tried = collections.Counter()
        self.accepted = collections.defaultdict(list)
        self.left_out = []
        self.answers = 0

    def refused(self, what, good, seen=""):
        """Counts one try. `good`: it was turned away as it must be; `seen`: what happened, for the report."""
        self.tried[self.row] += 1
        if not good:
            self.accepted[self.row].append(f"{what}: {seen}" if seen else what)

    def leave_out(self, why):
        self.left_out.append(f"{self.row}: {why}")

    def look_at(self, answer, secrets=()):
        """Every answer of the run, whatever it was for: no door to other origins, no cache, no inner text."""
        if answer.status == 0 or not self.looking:
            return
        self.answers += 1
        for row, flaws in (("T4 in any answer", opened(answer)), ("T17 in any answer", unguarded(answer)),
                           ("T16 in any answer", told(answer, secrets))):
            if flaws:
                self.accepted[row].append(f"{answer.status} {flaws}")

    def report(self):
        """The lines to print, and whether nothing was accepted."""
        lines = []
        for row in sorted({*self.tried, *self.accepted}, key=lambda row: (int(row.split()[0][1:]), row)):
            bad = self.accepted[row]
            lines.append(f"{row:34} tried {self.tried[row]:6}   refused {self.tried[row] - len(bad):6}" if self.tried[row] else row)
            lines += [f"    ACCEPTED {text}" for text in bad[:SHOWN]]
            lines += [f"    ... and {len(bad) - SHOWN} more"] if len(bad) > SHOWN else []
        lines += [f"left out: {text}" for text in self.left_out]
        bad = sum(map(len, self.accepted.values()))
        tried = sum(self.tried.values())
        lines.append(f"tried {tried}, refused {tried - sum(len(self.accepted[row]) for row in self.tried)}, accepted {bad};"
                     f" {self.answers} answers looked at")
        return lines, tried > 0 and bad == 0
