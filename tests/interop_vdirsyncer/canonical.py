"""Cards and events as comparable values, read by parsers that are not ours: vobject for cards, icalendar for the rest.

A folder of items becomes {uid: value}. Names are case-blind, the order of properties and parameters does not matter;
values, groups and parameter values do.
"""

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


READERS = {".vcf": read_card, ".ics": read_calendar}


def read_folder(folder):
    """All items of a folder; other files are left out. Two items of one UID are an error."""
    items = {}
    for path in sorted(Path(folder).iterdir()):
        reader = READERS.get(path.suffix)
        if not reader:
            continue
        uid, value = reader(path.read_bytes().decode("utf-8"))
        if uid in items:
            raise ValueError(f"two items with UID {uid} in {folder}")
        items[uid] = value
    return items


def differences(ours, theirs):
    """UIDs whose items are missing on one side or not equal."""
    return sorted(uid for uid in ours.keys() | theirs.keys() if ours.get(uid) != theirs.get(uid))
