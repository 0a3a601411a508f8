"""Every line of the commands in the language of a German terminal; programs read the same words in every language."""

import re

from items import OWN, card
from program import ProgramCase, account_folder

CARDS = [card("ada", "Ada Example", "ORG:Werft", "EMAIL:ada@example.org", "TEL:+493012345"),
         card("ada-werft", "A. Example", "EMAIL:example@example.org", "TEL:+493012345"),
         card("bob", "Bob Berg", "EMAIL:bob@example.org")]
# Words of English sentences that no German one has.
ENGLISH = re.compile(r"\b(the|is|are|of|with|not|no|and|your|you|were|there|nothing|from|yet|removed|noted|taken|back|erased|"
                     r"account|address|card|item|items|message|people|last|which|that|this|it|for|here|stays|nobody|yes|by|"
                     r"could|be|again|only|needs|must|takes|list|row|collection|server:|others|more|Journal)\b", re.IGNORECASE)
# Commands, options, values and the names of a vocabulary are the same words everywhere, and so is what stands in quotation marks.
SAME = re.compile(r"`[^`]*`|--[\w-]+( \"[^\"]*\"| [A-Z]+)?|goodturn: |goodturn duplicates [\w-]+|goodturn \w+|„[^“]*“|\"[^\"]*\"|[\w-]+: (yes|no)\b|[\w-]+=[\w:]+|nimmt yes oder no\.|https?://\S+|[\w-]+(\.[\w-]+)+|items\b\.?$|README\.txt")


class German(ProgramCase):
    maxDiff = None

    def setUp(self):
        super().setUp()
        self.program.environment["LANG"] = "de_DE.UTF-8"
        self.lines = []
        self.book = account_folder(self.folder / "buch", CARDS)

    def says(self, *words, code=0):
        done = self.program.run(*words, code=code)
        for line in (done.out + done.err).splitlines():
            rest = SAME.sub("", line.replace(str(self.folder), ""))
            if found := ENGLISH.search(rest):
                self.lines.append(f"{' '.join(map(str, words))}: {found[0]!r} in {line}")
        return done.out + done.err

    def test_the_commands_of_accounts_and_people(self):
        self.says("account", "add", self.book, "--user", OWN)
        self.assertIn("Adressbuch, noch nicht geholt", self.says("collection", "list"))
        self.says("sync")
        self.assertIn("Adressbuch, 3 Einträge)", self.says("collection", "list"))
        [book] = [one["id"] for one in self.program.json("collection", "list")["collections"] if one["name"] == "Contacts"]
        self.assertIn("Schlagwörter werden zurückgeschrieben", self.says("collection", "set", book, "--write-back", "on"))
        self.assertIn("Ihre eigenen Adressen: " + OWN, self.says("account", "set", 1, "--own-address", OWN))
        self.assertIn("Schlagwörter von Bob Berg: ally", self.says("tag", "bob", "+ally"))
        self.assertIn("Organisation: Werft", self.says("person", "ada"))
        self.says("people")
        self.says("account", "providers")
        self.assertIn("gleiche Telefonnummer", self.says("duplicates"))
        self.assertIn("Sie sind jetzt eine Person.", self.says("duplicates", "merge", "ada", "ada-werft"))
        self.assertIn("Zurückgenommen: Sie sind jetzt eine Person.", self.says("undo"))
        for words in (["changes"], ["conflicts"], ["trash"], ["records"], ["mail"], ["rebuild"], ["week"], ["brief"],
                      ["export", self.folder / "alles"]):
            self.says(*words)
        self.assertIn("Nichts wurde gelöscht.", self.says("erase", "person", "bob"))
        self.assertIn("Gelöscht: Bob Berg", self.says("erase", "person", "bob", "--yes"))
        self.says("collection", "disable", book)
        self.says("erase", "everything")
        self.assertIn("Hier entfernt.", self.says("account", "remove", 1))
        self.assertIn("Noch kein Konto.", self.says("account", "list"))
        self.says("doctor", code=1)
        self.assertEqual(self.lines, [])

    def test_what_is_noted_and_the_reports(self):
        self.says("account", "add", self.book, "--user", OWN)
        self.says("sync")
        self.assertIn("Würde schreiben: Gegeben an Bob Berg (Hilfe): Umzug", self.says("log", "gave Bob help beim Umzug", "--dry-run"))
        self.assertIn("Eine große Gabe", self.says("log", "gave Bob big help"))
        self.assertIn("Zurückgenommen: Notiert. Gegeben an Bob Berg (Hilfe)", self.says("undo"))
        self.assertIn("könnte sein", self.says("log", "met Example", code=3))
        self.assertIn("heißt niemand „Zoë“", self.says("log", "met Zoë", code=3))
        noted = self.says("ask", "add", "Bob", "Rat", "--kind", "advice")
        self.assertIn("Bitte notiert", noted)
        self.says("ask")
        self.assertIn("Noch gibt es kein Ziel.", self.says("goal"))
        self.assertIn("Ziel notiert", self.says("goal", "add", "--titles", "Werftleitung", "--purpose", "Boote"))
        self.assertIn("„seniority“ nimmt eine Zahl von 0 bis 5.", self.says("profile", "set", "Bob", "--seniority", 9, code=1))
        self.assertIn("„friend“ nimmt yes oder no.", self.says("profile", "set", "Bob", "--friend", "gern", code=1))
        self.says("profile", "set", "Bob", "--friend", "yes")
        self.assertIn("Ihr eigenes Profil", self.says("me", "set", "--offers", "Segel"))
        self.assertIn("nimmt eines dieser Wörter", self.says("profile", "set", "Bob", "--tie", "sonstwas", code=1))
        for report, head in (("network", "Wer wen kennt"), ("roles", "Rollenkarte"), ("balance", "Beide Seiten"), ("goals", "Ziel: Werftleitung"),
                             ("trend", "Aktive Personen")):
            self.assertIn(head, self.says(report))
        self.assertEqual(self.lines, [])

    def test_a_damaged_database_and_its_restoring(self):
        self.says("account", "add", self.book, "--user", OWN)
        self.says("sync")
        file = self.program.home / "goodturn.sqlite"
        file.write_bytes(b"\0" * 4096 + file.read_bytes()[4096:])
        said = self.says("people", code=1)
        self.assertIn("Die Datenbank ist beschädigt", said)
        self.assertIn("goodturn restore", said)
        self.assertIn("`goodturn sync` holt", self.says("restore"))
        self.assertEqual(self.lines, [])

    def test_programs_read_the_same_names(self):
        self.says("account", "add", self.book, "--user", OWN)
        self.says("sync")
        german = self.program.json("log", "met Bob", "--dry-run")
        self.program.environment["LANG"] = "C.UTF-8"
        english = self.program.json("log", "met Bob", "--dry-run")
        [one], [other] = german["proposal"].pop("items"), english["proposal"].pop("items")
        self.assertEqual((one.pop("says"), other.pop("says")), ("Getroffen: Bob Berg", "Met Bob Berg"))
        self.assertEqual((german, one), (english, other))
