#!/usr/bin/python3
"""GNOME's evolution-data-server reads lists: what it holds of them, as JSON. Run it on a D-Bus session of its own.

usage: dbus-run-session -- gnome_reader.py SOURCE tasks|memos [SOURCE tasks|memos ...]   (names of files in its sources folder)
Answers {SOURCE: [iCalendar text of each component]}.
"""

import json
import sys
import time

import gi

gi.require_version("ECal", "2.0")
gi.require_version("EDataServer", "1.2")
from gi.repository import ECal, EDataServer  # noqa: E402  (versions first)

KINDS = {"tasks": ECal.ClientSourceType.TASKS, "memos": ECal.ClientSourceType.MEMOS}
SECONDS = 60


def components(client):
    """Texts of all, once the list is there: it is fetched after somebody connected."""
    deadline = time.monotonic() + SECONDS
    while True:
        _, found = client.get_object_list_sync("#t", None)
        if found or time.monotonic() > deadline:
            return [one.as_ical_string() for one in found]
        client.refresh_sync(None)
        time.sleep(0.2)


def main():
    registry = EDataServer.SourceRegistry.new_sync(None)
    words = sys.argv[1:]
    print(json.dumps({name: components(ECal.Client.connect_sync(registry.ref_source(name), KINDS[kind], 1, None))
                      for name, kind in zip(words[::2], words[1::2])}))


if __name__ == "__main__":
    main()
