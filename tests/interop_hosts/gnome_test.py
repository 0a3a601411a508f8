"""evolution-data-server, the reader behind GNOME's Evolution, Calendar and To Do, on a D-Bus session of its own."""

import base64
import json
import shutil
import unittest
from pathlib import Path
from urllib.parse import urlsplit

import icalendar

from host_case import NOTE, HostCase
from servers import Gate

READER = Path(__file__).with_name("gnome_reader.py")


def source(parent, backend, kind, url):
    """A source file: of which list, from where."""
    return (f"[Data Source]\nDisplayName=List\nEnabled=true\nParent={parent}\n\n[{kind}]\nBackendName={backend}\n\n"
            f"[Authentication]\nHost={url.hostname}\nPort={url.port}\nMethod=none\n\n"
            f"[Security]\nMethod=none\n\n[WebDAV Backend]\nResourcePath={url.path}\nResourceQuery={url.query}\n\n"
            "[Offline]\nStaySynchronized=true\n")


@unittest.skipUnless(Path("/usr/libexec/evolution-calendar-factory").exists() and shutil.which("dbus-run-session"),
                     "evolution-data-server or dbus-run-session is not installed")
class Gnome(HostCase):
    def read(self, **sources):
        """{name: [component]} of NAME=(source file, tasks|memos)."""
        folder = self.folder / ".config/evolution/sources"
        folder.mkdir(parents=True)
        words = []
        for name, (text, kind) in sources.items():
            (folder / f"{name}.source").write_text(text)
            words += [name, kind]
        runtime = self.folder / "runtime"
        runtime.mkdir(mode=0o700)
        done = self.other("dbus-run-session", "--", "/usr/bin/python3", READER, *words,
                          environment={"GSETTINGS_BACKEND": "memory", "GIO_USE_VFS": "local",
                                       "XDG_RUNTIME_DIR": str(runtime)})
        return {name: [icalendar.cal.Component.from_ical(text) for text in texts]
                for name, texts in json.loads(done.stdout).items()}

    def signed_in(self):
        """A way to the server that adds alice's password: evolution-data-server asks for one in a window."""
        gate = Gate(self.server.port)
        self.addCleanup(gate.stop)

        def behaviour(door, answer):
            door.headers["Authorization"] = "Basic " + base64.b64encode(b"alice:secret").decode()
            return answer()
        gate.behaviour = behaviour
        return gate.url

    def test_follow_ups_as_tasks_and_the_journal_as_memos(self):
        titles = self.keep()
        feed = urlsplit(self.feed())
        server = self.signed_in()
        tasks, memos = (urlsplit(server + self.server.calendar_path(f"Goodturn {name}"))
                        for name in ("Follow-ups", "Journal"))
        read = self.read(feed=(source("webcal-stub", "webcal", "Task List", feed), "tasks"),
                         caldav=(source("caldav-stub", "caldav", "Task List", tasks), "tasks"),
                         journal=(source("caldav-stub", "caldav", "Memo List", memos), "memos"))
        for name in ("feed", "caldav"):
            self.assertEqual({str(one["UID"]): str(one["SUMMARY"]) for one in read[name]}, titles, name)
            for one in read[name]:
                self.assertEqual((one.name, one.decoded("DUE").isoformat(), str(one["STATUS"])),
                                 ("VTODO", "2026-11-27", "NEEDS-ACTION"))
                self.assertRegex(one["DESCRIPTION"], r"^You last (met|spoke) on \d+ August, \d+ days ago\.")
        [note] = read["journal"]
        self.assertEqual((note.name, str(note["DESCRIPTION"]), note.decoded("DTSTART").date().isoformat()),
                         ("VJOURNAL", NOTE, "2026-08-28"))
        self.assertIn("Anna Berg", note["SUMMARY"])


if __name__ == "__main__":
    unittest.main()
