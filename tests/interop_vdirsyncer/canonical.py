"""Cards and events as comparable values, read by parsers that are not ours: vobject for cards, icalendar for the rest.

A folder of items becomes {uid: value}. Names are case-blind, the order of properties and parameters does not matter;
values, groups and parameter values do. What these parsers cannot read is compared by its unfolded lines.
"""

import re
from pathlib import Path

import icalendar
import vobject


def _card_line(line):
    parameters = frozenset((name.upper(), tuple(values)) for name, values in line.params.items())
    return (line.group or "").lower(), line.name.upper(), parameters, line.value


def read_card(text):
    """(uid, value) of one vCard."""
    card = next(vobject.readComponents(text, transform=False))
    lines = sorted((_card_line(line) for line in card.lines()), key=repr)
    return card.uid.value, tuple(lines)


def _component(component):
    lines = [(name.upper(), frozenset((key.upper(), str(value)) for key, value in getattr(value, "params", {}).items()),
              value.to_ical() if hasattr(value, "to_ical") else str(value))
             for name, value in component.property_items(recursive=False) if name.upper() not in ("BEGIN", "END")]
    inner = sorted((_component(part) for part in component.subcomponents), key=repr)
    return component.name.upper(), tuple(sorted(lines, key=repr)), tuple(inner)


def read_calendar(text):
    """(uid, value) of one calendar object."""
    calendar = icalendar.Calendar.from_ical(text)
    uid = next(str(part["UID"]) for part in calendar.subcomponents if "UID" in part)
    return uid, _component(calendar)


def read_lines(text):
    """(uid, value) of any text: its unfolded lines, in any order."""
    lines = re.sub(r"\r?\n[ \t]", "", text).splitlines()
    uids = [line.partition(":")[2] for line in lines if re.match(r"(?i)UID[;:]", line)]
    return (uids or lines)[0], tuple(sorted(line for line in lines if line))


READERS = {".vcf": read_card, ".ics": read_calendar}


def read(reader, text):
    """By the reader, else by lines."""
    try:
        return reader(text)
    except Exception:  # pylint: disable=broad-except  # each parser fails in its own ways
        return read_lines(text)


def read_folder(folder):
    """All items of a folder; other files are left out. Two items of one UID are an error."""
    items = {}
    for path in sorted(Path(folder).iterdir()):
        reader = READERS.get(path.suffix)
        if not reader:
            continue
        uid, value = read(reader, path.read_bytes().decode("utf-8", errors="surrogateescape"))
        if uid in items:
            raise ValueError(f"two items with UID {uid} in {folder}")
        items[uid] = value
    return items


def _values(item, name):
    """Of a card's properties of that name, as the reader or the lines give them."""
    split = ((line.partition(":")[0].partition(";")[0].upper(), line.partition(":")[2]) if isinstance(line, str)
             else line[1::2] for line in item or () if isinstance(line, str) or len(line) == 4)
    return sorted(value for found, value in split if found == name)


def _same(ours, theirs):
    """Cyrus gives a vCard 4.0 as 3.0 to who does not ask otherwise, as vdirsyncer does: then the name must be the same."""
    if _values(ours, "VERSION") == ["4.0"] and _values(theirs, "VERSION") == ["3.0"]:
        return _values(ours, "FN") == _values(theirs, "FN")
    return ours == theirs


def differences(ours, theirs):
    """UIDs whose items are missing on one side or not equal."""
    return sorted(uid for uid in ours.keys() | theirs.keys() if not _same(ours.get(uid), theirs.get(uid)))
