"""Files of other programs: shown first, taken in without loss, taken out by one undo. tests/data/imports holds them."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path

from items import OWN, card
from program import ProgramCase, account_folder

FILES = Path(__file__).resolve().parents[1] / "data/imports"
MESSAGES = FILES / "linkedin-messages.csv"
TABLES = sorted(set(FILES.glob("*.csv")) - {MESSAGES})
ITEMS = sorted([*FILES.glob("*.vcf"), *FILES.glob("*.ics")])
# Cells that vCard says in words of its own: labels, dates and Google's group for everybody.
LABELS = {"home": "TYPE=home", "work": "TYPE=work", "mobile": "TYPE=cell", "work fax": "TYPE=fax,work", "*": ""}


def text_of(path):
    raw = path.read_bytes()
    for encoding in (["utf-16"] if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "cp1252"]):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            pass
    raise AssertionError(path)


def rows_of(path):
    """Rows as dictionaries, by Python's own reader."""
    text = text_of(path)
    head = text.index("First Name") if "First Name" in text and path.name.startswith("linkedin") else 0
    first = text[head:].splitlines()[0]
    separator = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text[head:], newline=""), delimiter=separator)
    names = next(rows)
    return [dict(zip(names, row)) for row in rows if any(row)]


def unfolded(text):
    """All of a card with folds, escapes and RFC 6868 carets undone."""
    text = re.sub(r"\r\n[ \t]", "", text)
    plain = re.sub(r"\\([\\,;nN])", lambda found: "\n" if found[1] in "nN" else found[1], text)
    return plain + text.replace("^n", "\n").replace("^'", '"').replace("^^", "^")


def expected(column, value):
    """What a cell must have left in its card: of each tuple one text."""
    value = value.replace("\r\n", "\n").strip()
    if column.endswith(("- Label", "- Type")):
        label = value.removeprefix("* ")
        return [(LABELS.get(label.lower(), label), f":{value}\r\n")]
    if re.fullmatch(r"(\d{4}|-)-\d\d-\d\d", value):
        return [("BDAY:" + ("--" if value.startswith("--") else "") + value.replace("-", ""), value)]
    return [(part.strip(),) for part in value.split(" ::: ")]


def items_of(path):
    """The lines of each card or entry of a file, and those of its calendar."""
    raw = path.read_bytes()
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raw = raw.decode("utf-16").encode()
    kind = rb"VCARD" if path.suffix == ".vcf" else rb"VEVENT|VTODO|VTIMEZONE"
    found = re.findall(rb"BEGIN:(?:" + kind + rb")\b.*?END:(?:" + kind + rb")\r?\n?", raw, re.S)
    return [set(item.splitlines()) for item in found]


def leaves(value, key=""):
    """(name, text) of every value that says something."""
    if isinstance(value, dict):
        return [leaf for name, inner in value.items() for leaf in leaves(inner, name)]
    if isinstance(value, list):
        return [leaf for inner in value for leaf in leaves(inner, key)]
    return [] if value in (None, False, "", True) else [(key, str(value))]


class Import(ProgramCase):
    def setUp(self):
        super().setUp()
        self.program.run("account", "add", account_folder(self.folder / "book", [card("anna", "Anna", "EMAIL:anna@example.org")]),
                         "--user", OWN)
        self.program.run("sync")

    def cards(self):
        return [text.decode() for name, text in self.exported() if name == "Imported people"]

    def journal(self):
        return [unfolded(text.decode()) for name, text in self.exported() if name == "Journal"]

    def test_there_are_files_in_the_shapes_of_fifty_exports(self):
        self.assertGreaterEqual(len(list(FILES.iterdir())), 50)

    def test_every_cell_of_every_table_is_in_its_card(self):
        plan = self.program.json("import", *TABLES, "--yes")
        cards = [unfolded(text) for text in self.cards()]
        self.assertEqual(len(cards), plan["people"]["new"] + plan["people"]["unsure"])
        for path in TABLES:
            with self.subTest(path.name):
                rows = rows_of(path)
                self.assertTrue(rows)
                [source] = [one for one in plan["sources"] if one["name"] == path.name]
                for row in rows:
                    wanted = [part for column, value in row.items() if value.strip() for part in expected(column, value)]
                    self.assertTrue(any(all(any(one in text for one in part) for part in wanted) for text in cards), wanted)
                # The preview counts every cell with text, whatever it becomes.
                self.assertEqual(sum(column["cells"] for column in source["columns"]),
                                 sum(bool(value.strip()) for row in rows for value in row.values()))
        self.program.run("undo")
        self.assertEqual(self.cards(), [])

    def test_every_line_of_every_card_and_event_is_in_its_item(self):
        self.program.json("import", *ITEMS, "--yes")
        stored = [set(text.splitlines()) for name, text in self.exported() if name.startswith("Imported")]
        for path in ITEMS:
            with self.subTest(path.name):
                items = items_of(path)
                self.assertTrue(items)
                for lines in items:
                    self.assertTrue(any(lines <= one for one in stored), lines)
        self.program.run("undo")
        self.assertEqual([name for name, _ in self.exported() if name.startswith("Imported")], [])

    def test_an_export_of_monica_brings_people_and_what_the_user_logged(self):
        before = self.exported()
        account = json.loads((FILES / "monica.json").read_text())["account"]
        plan = self.program.json("import", FILES / "monica.json", "--yes")
        self.assertEqual((plan["people"]["new"], plan["notes"]["new"]), (2, 5))
        text = "".join(unfolded(card) for card in self.cards()) + "".join(self.journal())
        [contacts] = [group["values"] for group in account["data"] if group["type"] == "contact"]
        [activities] = [group["values"] for group in account["data"] if group["type"] == "activity"]
        ids = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
        for key, value in leaves(contacts) + leaves([one["properties"] for one in activities]):
            moment = re.match(r"\d{4}-\d\d-\d\d", value)
            if not ids.fullmatch(value) and key not in ("count", "type"):
                # "Home" is TYPE=home.
                self.assertTrue(value.lower() in text.lower() or (moment and moment[0].replace("-", "") in text), (key, value))
        self.assertIn("RELATED;TYPE=spouse;X-LABEL=spouse:urn:uuid:6d6f6e69-6361-4000-8000-000000000002", text)
        self.assertIn("PHOTO:data:image/png;base64,", text)
        self.assertNotIn("Not about anybody", text)
        berta = self.program.json("people", "Berta")["people"][0]
        person = self.program.json("person", berta["uid"])
        self.assertEqual((person["emails"], berta["tags"], person["birthday"]), (["berta@example.org"], ["ally", "press"], "--07-09"))
        self.assertEqual(berta["last_contact"], "2024-06-07")
        self.assertEqual({entry["kind"] for entry in person["timeline"]}, {"touch", "note"})
        self.assertEqual(self.program.json("people", "Carl")["people"][0]["last_contact"], "2024-06-07")
        again = self.program.json("import", FILES / "monica.json")
        self.assertEqual((again["people"]["here-already"], again["notes"]["here-already"]), (2, 5))
        self.program.run("undo")
        self.assertEqual(self.exported(), before)

    def test_messages_become_notes_with_known_people_and_no_touch(self):
        plan = self.program.json("import", FILES / "linkedin-connections.csv", MESSAGES, "--yes")
        self.assertEqual((plan["people"]["new"], plan["notes"]["new"], plan["messages_left_out"]), (3, 3, 4))
        journal = self.journal()
        [first] = [text for text in journal if "DTSTART:20250304T093012Z" in text]
        self.assertIn("LinkedIn: 1 message from them, 1 from you.", first)
        self.assertFalse([text for text in journal if "Good to meet you" in text or "Buy now" in text])
        self.assertEqual(self.program.json("people", "Stranger")["total"], 0)
        eva = self.program.json("people", "Eva")["people"][0]["uid"]
        person = self.program.json("person", eva)
        self.assertEqual([(entry["kind"], entry["day"]) for entry in person["timeline"]], [("note", "2025-03-06"), ("note", "2025-03-04")])
        self.assertEqual((person.get("layer", 0), person.get("last_contact")), (0, None))
        again = self.program.json("import", MESSAGES, "--yes")
        self.assertEqual((again["notes"]["new"], again["notes"]["here-already"]), (0, 3))
        self.program.run("undo")
        self.assertEqual((self.cards(), self.journal()), ([], []))

    def test_an_archive_is_opened_and_what_is_not_about_people_stays_in_it(self):
        takeout = self.folder / "takeout.zip"
        contacts = (FILES / "google-3.0.vcf").read_bytes()
        with zipfile.ZipFile(takeout, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("Takeout/Contacts/All Contacts/All Contacts.vcf", contacts)
            archive.writestr("Takeout/Contacts/My Contacts/My Contacts.vcf", contacts)
            archive.writestr("Takeout/Contacts/My Contacts/photo.jpg", b"\xff\xd8")
            archive.writestr("Takeout/Drive/notes.csv", "a,b\n1,2\n")
            archive.writestr("Takeout/Calendar/alex.ics", (FILES / "google.ics").read_bytes())
        plan = self.program.json("import", takeout, "--yes")
        self.assertEqual((plan["people"]["new"], plan["events"]["new"], plan["not_read"]), (2, 1, []))
        self.assertEqual(len(self.cards()), 2)
        (self.folder / "broken.zip").write_bytes(takeout.read_bytes()[:-30])
        self.assertEqual(self.program.json("import", self.folder / "broken.zip", code=1)["kind"], "parse")
        # What swells beyond the limit, and what falls into more lines or cells than any address book.
        for name, content in (("contacts.csv", b"\0" * (65 << 20)), ("lines.vcf", b"BEGIN:VCARD" + b"\n" * 5_000_000),
                              ("cells.csv", b"First Name,Email\n" + b"," * 5_000_000)):
            with zipfile.ZipFile(self.folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(name, content)
            self.assertLess((self.folder / "bomb.zip").stat().st_size, 100_000)
            refused = self.program.json("import", self.folder / "bomb.zip", code=1)
            self.assertEqual((refused["kind"], "more than can be taken" in refused["detail"]), ("invalid", True))

    def test_who_may_be_here_already_is_told_with_the_reason_and_may_be_left(self):
        (self.folder / "other.vcf").write_text(card("other", "Anna B.", "EMAIL:ANNA@example.org") + card("new", "Someone New", "EMAIL:new@example.org"))
        plan = self.program.json("import", self.folder / "other.vcf", "--yes", "--leave-unsure")
        self.assertEqual({entry["name"]: entry["fate"] for entry in plan["entries"]}, {"Anna B.": "unsure", "Someone New": "new"})
        [like] = [entry["like"] for entry in plan["entries"] if "like" in entry]
        self.assertEqual((like["uid"], like["name"], like["reasons"][0]), ("anna", "Anna", {"sign": "email", "value": "anna@example.org"}))
        self.assertEqual(len(self.cards()), 1)
        plan = self.program.json("import", self.folder / "other.vcf", "--yes")
        self.assertEqual((plan["people"]["unsure"], plan["people"]["here-already"], len(self.cards())), (1, 1, 2))

    def test_what_happened_with_somebody_who_is_left_out_is_not_counted(self):
        (self.folder / "here.vcf").write_text(card("berta", "Berta Bekannt", "EMAIL:berta@example.org"))
        self.program.run("import", self.folder / "here.vcf", "--yes")
        monica = FILES / "monica.json"
        notes = self.program.json("import", monica)["notes"]
        self.assertEqual(notes["new"] + notes["unsure"], 5)
        self.assertGreater(notes["unsure"], 0)
        self.assertIn("5 of what happened with them", self.program.text("import", monica))
        self.assertIn(f"{notes['new']} of what happened with them", self.program.text("import", monica, "--leave-unsure"))
        taken = self.program.json("import", monica, "--yes", "--leave-unsure")
        self.assertEqual((taken["people"]["new"], taken["items"]), (1, 1 + notes["new"]))
        later = self.program.json("import", monica, "--yes")
        self.assertEqual((later["notes"]["here-already"], later["items"]), (notes["new"], 1 + notes["unsure"]))

    def test_nothing_is_written_before_the_user_agrees_and_one_undo_takes_all_back(self):
        before = self.exported()
        path = FILES / "google-2024-plain.csv"
        text = self.program.text("import", path)
        self.assertIn("new: Ada Example", text)
        self.assertIn("Nothing was taken", text)
        self.assertEqual(self.exported(), before)
        self.program.run("import", path, "--yes")
        self.assertEqual(self.program.json("people")["total"], 3)
        ada = self.program.json("people", "Ada")["people"][0]
        self.assertEqual((ada["email"], ada["tags"], ada["organisation"]), ("ada@example.org", ["mentor", "compilers"], "Example Ltd"))
        self.assertEqual(self.program.json("person", ada["uid"])["birthday"], "1985-04-12")
        again = self.program.json("import", path)
        self.assertEqual({entry["fate"] for entry in again["entries"]}, {"here-already"})
        self.program.run("sync")
        self.program.run("tag", ada["uid"], "+ally")
        self.program.run("undo")
        self.program.run("undo")
        self.assertEqual(self.exported(), before)

    def test_imported_connections_start_outside_and_are_no_touch(self):
        self.program.run("import", FILES / "linkedin-connections.csv", "--yes")
        for one in self.program.json("people", "Example")["people"]:
            person = self.program.json("person", one["uid"])
            self.assertEqual((person.get("layer", 0), person.get("last_contact"), person["timeline"]), (0, None, []))
        self.assertEqual(self.program.json("week")["suggestions"], [])

    def test_cards_and_events_stay_as_they_are_byte_for_byte(self):
        self.program.run("import", FILES / "two-cards.vcf", "--yes")
        mona = next(text for text in self.cards() if "UID:mona" in text)
        self.assertIn(mona.encode(), (FILES / "two-cards.vcf").read_bytes())
        self.assertEqual(self.program.json("people", "Nils")["total"], 1)
        for name, who in (("phone-2.1.vcf", "Olga Öz"), ("latin-1.vcf", "Pér Example")):
            self.program.run("import", FILES / name, "--yes")
            self.assertEqual(self.program.json("people", who)["people"][0]["name"], who)
        plan = self.program.json("import", FILES / "calendar.ics", "--yes")
        self.assertEqual([entry["name"] for entry in plan["entries"]], ["Tea with Ada", "A task without a UID"])
        events = [text.decode() for name, text in self.exported() if name == "Imported calendar"]
        [tea] = [text for text in events if "UID:tea" in text]
        self.assertEqual((tea.count("BEGIN:VEVENT"), tea.count("BEGIN:VTIMEZONE"), tea.count("END:VCALENDAR")), (2, 1, 1))
        self.assertIn("PRODID:-//Example//Other program//EN", tea)

    def test_who_was_erased_is_left_out(self):
        self.program.run("import", FILES / "google-2024-plain.csv", "--yes")
        ada = self.program.json("people", "Ada")["people"][0]["uid"]
        self.program.run("erase", "person", ada, "--yes")
        fates = [entry["fate"] for entry in self.program.json("import", FILES / "google-2024-plain.csv", "--yes")["entries"]]
        self.assertEqual(fates, ["erased", "here-already"])
        self.assertEqual(self.program.json("people", "Ada")["total"], 0)

    def test_what_is_nothing_of_that_kind_is_refused(self):
        for content in (b"", b"just text\n", b"a,b\n1,2\n", b"\x00\xff" * 50):
            (self.folder / "odd").write_bytes(content)
            self.assertEqual(self.program.json("import", self.folder / "odd", code=1)["kind"], "invalid")
        self.assertEqual(self.program.run("import", self.folder / "missing", code=2).out, "")
