"""Everything out as open files and back into an empty home: the second export is the first, byte for byte."""

import json
import shutil
import sqlite3

from bridge import Bridge
from items import OWN, card, component, fortnightly
from program import Program, ProgramCase, account_folder
from servers import BOOK, DavServer

LATIN = card("lars", "Lars").encode().replace(b"FN:Lars", b"FN:L\xe4rs")
CANARY = "canary-3kd8f-password"


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


class Export(ProgramCase):
    def restored(self, export, home="second", *words, code=0):
        second = Program(self.folder / home / "goodturn")
        second.home.parent.mkdir(exist_ok=True)
        done = second.run(*words, "restore", export, code=code)
        return second, done

    def check_same_after_the_way_round(self, *options):
        first, again = self.folder / "first-out", self.folder / "second-out"
        self.program.run("export", *options, first)
        second, _done = self.restored(first)
        second.run("export", *options, again)
        self.assertEqual(tree(first), tree(again))
        return second, tree(first)

    def fill_book(self):
        """Cards and meetings in folders, one card in another encoding; what follows from a sync that meets changes."""
        folder = account_folder(self.folder / "book", [card("anna", "Anna Berg", "EMAIL:anna@example.org", "NICKNAME:Annie"),
                                                       card("anna2", "Anna Berg", "EMAIL:anna.berg@example.org"),
                                                       card("bob", "Bob Example", "EMAIL:bob@example.org"),
                                                       card("cleo", "Cleo Example"), card("dora", "Dora Example")],
                                [fortnightly("coffee", "anna@example.org"), component("VTODO", "task", "SUMMARY:Ring")])
        (folder / "contacts" / "lars.vcf").write_bytes(LATIN)
        self.program.run("account", "add", folder, "--user", OWN)
        self.program.run("sync")
        (folder / "contacts" / "4.vcf").unlink()
        self.program.run("sync")

    def fill_server(self):
        """What was written to a server and clashed there."""
        self.server = DavServer(self.open_folder(), "radicale")
        self.addCleanup(self.server.stop)
        self.server.make("contacts", BOOK)
        for name in ("eva", "finn"):
            self.server.put(f"contacts/{name}.vcf", card(name, name.capitalize(), f"EMAIL:{name}@example.org", "NOTE:old"))
        self.program.run("account", "add", self.server.url, "--user", "alice", "--password-file", self.password_file())
        [book] = [one for one in self.program.json("collection", "list")["collections"] if one["name"] == "contacts"]
        self.program.run("collection", "set", book["id"], "--write-back", "on")
        self.program.run("sync")
        self.program.run("tag", "eva", "+mentor")

    def fill_records(self):
        run = self.program.run
        run("duplicates", "merge", "anna", "anna2")
        run("duplicates", "not-same", "bob", "cleo")
        gift = self.program.json("log", "gave Bob advice")["items"][0]
        run("entry", "reflect", gift["id"], "it was easy")
        for line in ("met @anna", "promised Bob the slides by Friday", "asked Cleo for feedback by Friday",
                     "gave Cleo intro to Bob #compilers", "note Bob :: ünusual\nline"):
            run("log", line)
        run("me", "purpose", "tools for everybody")
        run("me", "set", "--offers", "compilers,gardening")
        run("profile", "set", "bob", "--needs", "a bicycle")
        run("community", "add", "--name", "Makers", "--members", "bob,cleo")
        run("week")

    def fill_mail(self):
        with Bridge(self.program) as bridge:
            bridge.ask("PUT", "mail/watched", {"accounts": [{"id": "account1", "name": "Mail",
                                                             "folders": [{"id": "in", "name": "Inbox"}]}]})
            messages = [{"id": f"m{n}@example.org", "at": f"2026-11-{n + 1:02}T09:00:00Z", "from": "anna@example.org",
                         "recipients": [OWN]} for n in range(5)]
            bridge.ask("POST", "mail/observations", {"account": "account1", "folder": "in", "own_addresses": [],
                                                     "messages": messages})
            bridge.ask("PATCH", "settings", {"weekly_budget": 3})
        self.program.run("mail", "forget", "other@example.org")

    def rows(self, table):
        with sqlite3.connect(self.program.home / "goodturn.sqlite") as database:
            return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]

    def test_a_rich_home_is_the_same_after_the_way_round(self):
        self.fill_book()
        self.fill_server()
        self.fill_records()
        self.fill_mail()
        for table in ("account", "item", "base", "trash", "written", "setting", "mail_folder", "observation", "mail_forgotten"):
            self.assertGreater(self.rows(table), 0, table)
        second, files = self.check_same_after_the_way_round()
        people = [self.program.json("person", uid) for uid in ("anna", "bob", "cleo", "eva")]
        self.assertEqual(people, [second.json("person", uid) for uid in ("anna", "bob", "cleo", "eva")])
        for words in (["week"], ["changes"], ["trash"], ["mail"], ["collection", "list"], ["community"], ["balance"]):
            self.assertEqual(self.program.json(*words), second.json(*words), words)
        self.assertIn(LATIN, files.values())
        self.check_readable(files)
        # Both go on where they were: nothing is sent or fetched twice.
        second.run("account", "remove", 2)
        self.assertIn("Nothing new", second.text("sync"))

    def check_readable(self, files):
        people = json.loads(files["readable/people.json"])
        self.assertIn("Annie", next(one for one in people if one["uid"] == "anna")["nicknames"])
        merges = {one["verdict"] for one in json.loads(files["readable/merges.json"])}
        self.assertEqual(merges, {"same", "different"})
        self.assertEqual(json.loads(files["readable/own-profile.json"])[0]["offers"], ["compilers", "gardening"])
        self.assertIn("a bicycle", files["readable/profiles.json"].decode())
        books = [name for name in files if name.startswith("collections/") and name.endswith(".vcf")]
        self.assertEqual(len(books), 7)
        self.assertTrue([name for name in files if name.startswith("trash/") and name.endswith(".vcf")])
        self.assertTrue([name for name in files if name.startswith("changes/") and name.endswith("-before.vcf")])

    def test_the_demonstration_is_the_same_after_the_way_round(self):
        self.program.run("sample", self.folder / "sample")
        self.program.run("account", "add", self.folder / "sample", "--user", OWN)
        self.program.run("sync")
        self.program.run("week")
        second, _files = self.check_same_after_the_way_round()
        self.assertEqual(self.program.json("network"), second.json("network"))

    def test_reflections_go_along_only_when_asked_for(self):
        self.fill_book()
        gift = self.program.json("log", "gave Bob advice")["items"][0]
        self.program.run("entry", "reflect", gift["id"], "it was easy")
        self.assertEqual(self.program.json("export", self.folder / "without")["left_out"], 1)
        self.assertNotIn(b"it was easy", b"".join(tree(self.folder / "without").values()))
        second, _files = self.check_same_after_the_way_round("--with-reflections")
        self.assertEqual(second.json("entry", "show", gift["id"])["reflection"], "it was easy")

    def test_no_password_or_token_is_in_it(self):
        self.program.run("account", "add", account_folder(self.folder / "book", [card("a", "A")]), "--user", OWN,
                         "--password-file", self.password_file(CANARY))
        with Bridge(self.program) as bridge:
            token = bridge.headers["Authorization"].split()[1]
            feed = bridge.ask("GET", "feed")["url"].split("token=")[1]
        self.program.run("export", self.folder / "out")
        everything = b"".join(tree(self.folder / "out").values())
        for secret in (CANARY, token, feed):
            self.assertNotIn(secret.encode(), everything)

    def test_there_is_no_table_in_it(self):
        """A table program would take a cell such as =1+1 for a formula; no file here is one."""
        self.fill_book()
        self.fill_records()
        self.program.run("export", self.folder / "out")
        files = tree(self.folder / "out")
        kinds = {name.rpartition(".")[2] if "." in name else name.rpartition("/")[2] for name in files}
        self.assertEqual(kinds, {"vcf", "ics", "json", "jsonl", "txt", "displayname"}, sorted(files))
        self.assertEqual([name for name in files if name.endswith(".txt")], ["README.txt"])

    def test_only_an_empty_home_takes_an_export(self):
        self.fill_book()
        self.program.run("export", self.folder / "out")
        before = self.program.json("people")
        refused = self.program.json("restore", self.folder / "out", code=1)
        self.assertEqual((refused["kind"], self.program.json("people")), ("invalid", before))
        self.assertIn("something in this home already", refused["detail"] if "detail" in refused else refused["what"])
        empty = Program(self.folder / "third")
        empty.run("week")
        empty.run("restore", self.folder / "out")
        self.assertEqual(empty.json("people"), before)

    def test_an_export_that_was_cut_or_changed_is_refused_and_leaves_nothing(self):
        self.fill_book()
        whole = self.folder / "out"
        self.program.run("export", whole)

        def unfinished(out):
            (out / "export.json").unlink()

        def fewer_rows(out):
            rows = out / "tables/item.jsonl"
            rows.write_text("".join(rows.read_text().splitlines(keepends=True)[1:]))

        def file_gone(out):
            next((out / "collections").rglob("*.vcf")).unlink()

        def newer(out):
            (out / "export.json").write_text((out / "export.json").read_text().replace('"format": 1', '"format": 2'))

        def newer_schema(out):
            (out / "export.json").write_text((out / "export.json").read_text().replace('"schema": ', '"schema": 9'))

        def outside(out):
            rows = out / "tables/item.jsonl"
            first, *others = rows.read_text().splitlines(keepends=True)
            row = json.loads(first) | {"text": {"file": "../secret"}}
            rows.write_text(json.dumps(row) + "\n" + "".join(others))

        def link(out):
            card_file = next((out / "collections").rglob("*.vcf"))
            card_file.unlink()
            card_file.symlink_to(self.folder / "secret")

        def orphan(out):
            rows = out / "tables/collection.jsonl"
            rows.write_text(rows.read_text().replace('"account": 1', '"account": 77').replace('"account":1', '"account":77'))

        (self.folder / "secret").write_text("canary")
        for number, harm in enumerate((unfinished, fewer_rows, file_gone, newer, newer_schema, outside, link, orphan)):
            with self.subTest(harm.__name__):
                out = self.folder / harm.__name__
                shutil.copytree(whole, out)
                harm(out)
                second, done = self.restored(out, f"home-{number}", code=1)
                self.assertIn("goodturn: ", done.err)
                self.assertEqual([path.name for path in second.home.glob("goodturn.sqlite*")], [])
