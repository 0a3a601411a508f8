"""The commands of the program, read from its own --help: what the manual page and the completions are made of."""

import os
import re
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

HEADING = re.compile(r"^(Positionals|Options|Subcommands):$")
ENTRY = re.compile(r"^  (\S.*?)(?:\s{2,}(\S.*))?$")
TYPE = re.compile(r"^(?:TEXT|INT|UINT|FLOAT)(?::\S+)?")
CHOICES = re.compile(r":\{([^}]*)\}")
# Fields of journal items list their words in the help: "How it stands: open, yes or no".
LISTED = re.compile(r": ((?:[a-z-]+, )*[a-z-]+ or [a-z-]+)$")


@dataclass
class Word:
    """An option or a positional."""

    names: list          # ["-h", "--help"], or ["ID"] of a positional
    takes_value: bool
    choices: list        # words of which the value is one; empty: free
    kind: str            # "file", "folder" or ""
    required: bool
    help: str

    @property
    def name(self):
        return self.names[-1]


@dataclass
class Command:
    """One command; path () is the program itself."""

    path: tuple
    help: str
    usage: str
    positionals: list = field(default_factory=list)
    options: list = field(default_factory=list)
    subcommands: list = field(default_factory=list)  # Commands, in the order of --help


def kind_of(name, rest):
    if ":FILE" in rest or name == "--from":
        return "file"
    # Accounts may be folders, too.
    return "folder" if name in ("DIR", "URL", "--home") else ""


def choices_of(rest, text):
    checked, listed = CHOICES.search(rest), LISTED.search(text)
    if checked:
        return checked.group(1).split(",")
    return re.split(r", | or ", listed.group(1)) if listed else []


def word_of(left, text):
    """`--at TEXT Needs: --channel` as a Word."""
    names, _, rest = left.partition(" ")
    names = names.split(",")
    return Word(names, bool(TYPE.match(rest)), choices_of(rest, text), kind_of(names[-1], rest), "REQUIRED" in rest,
                text)


def entries(lines):
    """(left column, help) of a section; a long left column has its help on the next line."""
    found = []
    for line in lines:
        entry = ENTRY.match(line)
        if entry and not line.startswith("   "):
            found.append((entry.group(1), entry.group(2) or ""))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}".strip())
    return found


def sections(text):
    """{heading: lines}; what stands above the first heading belongs to ""."""
    found, current = {"": []}, ""
    for line in text.splitlines():
        heading = HEADING.match(line)
        if heading:
            current = heading.group(1)
            found[current] = []
        elif line.strip():
            found[current].append(line)
    return found


def parse(path, text):
    """(Command without subcommands, [(name, help) of each subcommand])."""
    parts = sections(text)
    [usage] = [line for line in parts[""] if line.startswith("Usage: ")]
    described = [line.strip() for line in parts[""] if line != usage and not line.startswith("[")]
    command = Command(path, " ".join(described), usage.removeprefix("Usage: "))
    command.positionals = [word_of(left, text) for left, text in entries(parts.get("Positionals", []))]
    for word in command.positionals:
        word.takes_value = True
    command.options = [word_of(left, text) for left, text in entries(parts.get("Options", []))]
    return command, entries(parts.get("Subcommands", []))


def read(program):
    """The whole tree of an executable; its home is not touched (--help needs none)."""
    with tempfile.TemporaryDirectory(prefix="goodturn-help-") as empty, ThreadPoolExecutor(2) as pool:
        environment = {"HOME": empty, "LC_ALL": "C.UTF-8", "PATH": os.environ.get("PATH", "/usr/bin")}

        def look(path):
            done = subprocess.run([program, *path, "--help"], env=environment, capture_output=True, text=True,
                                  check=True, timeout=60)
            command, below = parse(path, done.stdout)
            return command, [(*path, name) for name, _help in below]

        root, below = look(())
        level = [(root, below)]
        while level:
            jobs = [(parent, path) for parent, paths in level for path in paths]
            level = []
            for (parent, _path), (command, below) in zip(jobs, pool.map(lambda job: look(job[1]), jobs)):
                parent.subcommands.append(command)
                level.append((command, below))
        return root


def all_of(command):
    """The command and all below it, in the order of --help."""
    yield command
    for below in command.subcommands:
        yield from all_of(below)
