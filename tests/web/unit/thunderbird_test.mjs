import assert from "node:assert/strict";
import test from "node:test";
import { contactsUnknownTo, rowMatches, tagContact } from "../../../plugin/src/thunderbird/books.js";
import { displayedPeople, othersOn, peopleOfMessage } from "../../../plugin/src/thunderbird/reading_pane.js";
import { categoriesOf, editCategories } from "../../../plugin/src/thunderbird/vcard_categories.js";
import { fold, logicalLines } from "../../../plugin/src/thunderbird/vcard_text.js";

const card = (...lines) => ["BEGIN:VCARD", "VERSION:4.0", "UID:abc", ...lines, "END:VCARD", ""].join("\r\n");

test("reads categories of several lines, groups, escapes and folds", () => {
  const text = card("item1.CATEGORIES;PREF=1:friends,a\\,b", "categories:Fri", " ends,x\\;y");
  assert.deepEqual(categoriesOf(text), ["friends", "a,b", "x;y"]);
});

test("adds a tag and leaves every other line as it stood", () => {
  const note = `NOTE:${"long ".repeat(10)}`;
  const before = card("FN:Ada Example", note, " folded on", "X-ODD;P=\"a:b\":v\\,w", "CATEGORIES:friends");
  const after = editCategories(before, { add: ["mentor"] });
  assert.equal(after, before.replace("CATEGORIES:friends", "CATEGORIES:friends,mentor"));
});

test("a card without categories gets the line before END; removing the last one removes the line", () => {
  const before = card("FN:Ada Example");
  const tagged = editCategories(before, { add: ["a,b; c\\d"] });
  assert.equal(tagged, before.replace("END:", "CATEGORIES:a\\,b\\; c\\\\d\r\nEND:"));
  assert.deepEqual(categoriesOf(tagged), ["a,b; c\\d"]);
  assert.equal(editCategories(tagged, { remove: ["A,B; C\\D"] }), before);
});

test("nothing to do gives the very same text, even with two lines", () => {
  const before = card("CATEGORIES:a", "CATEGORIES:b");
  assert.equal(editCategories(before, { add: ["A"], remove: ["z"] }), before);
  assert.equal(editCategories(before, { add: ["c"] }), card("CATEGORIES:a,b,c"));
});

test("LF cards stay LF; a colon inside quotes is not the value's colon", () => {
  const before = 'BEGIN:VCARD\nCATEGORIES;X="a:b":one\nEND:VCARD\n';
  assert.equal(editCategories(before, { add: ["two"] }), "BEGIN:VCARD\nCATEGORIES:one,two\nEND:VCARD\n");
});

test("random edits: unfolded text keeps all other lines and categories become the wanted set", () => {
  const seed = Number(process.env.GOODTURN_SEED ?? Date.now() % 100000);
  console.log(`seed ${seed}`);
  let state = seed;
  const random = (below) => (state = (state * 1103515245 + 12345) % 2147483648) % below;
  const letters = ["a", "é", "漢", "🙂", ",", ";", "\\", " ", "n", ":", '"', "x".repeat(40)];
  const word = () => Array.from({ length: 1 + random(6) }, () => letters[random(letters.length)]).join("").trim() || "w";
  for (let round = 0; round < 500; round += 1) {
    const before = card(`FN:${word()}`, "NOTE:kept", ...fold("CATEGORIES:first,second"));
    const add = [word(), word()];
    const after = editCategories(before, { add, remove: ["first"] });
    const others = (text) => logicalLines(text).map((line) => line.text).filter((line) => !line.startsWith("CATEGORIES"));
    assert.deepEqual(others(after), others(before));
    const wanted = ["second", ...add].filter((one, at, all) => all.findIndex((other) => other.toLocaleLowerCase() === one.toLocaleLowerCase()) === at);
    assert.deepEqual(categoriesOf(after), wanted);
    assert.ok(after.split("\r\n").every((line) => Buffer.byteLength(line) <= 75 || line.startsWith("FN:")));
  }
});

function fakeBooks() {
  const contacts = new Map([
    ["1", { id: "1", parentId: "b", vCard: card("FN:Ada Example", "EMAIL:ADA@example.org").replace("UID:abc", "UID:urn:uuid:ABC") }],
    ["2", { id: "2", parentId: "b", vCard: card("FN:Bruno Sample", "EMAIL;TYPE=work:bruno@example.org").replace("abc", "two") }],
    ["3", { id: "3", parentId: "b", vCard: card("FN:Émile Ejemplo", "ORG:Example\\, Works;Lab", "CATEGORIES:choir").replace("abc", "three") }],
  ]);
  const updates = [];
  return {
    updates,
    list: async () => [{ id: "b", name: "Personal" }, { id: "ldap", name: "Company", remote: true }],
    contacts: {
      list: async (book) => (assert.equal(book, "b"), [...contacts.values()]),
      get: async (id) => ({ ...contacts.get(id) }),
      update: async (id, vCard) => (updates.push(vCard), void contacts.set(id, { ...contacts.get(id), vCard })),
    },
  };
}

test("contacts the helper knows by UID or address are left out", async () => {
  const rows = await contactsUnknownTo([{ uid: "abc" }, { uid: "z", email: "Bruno@example.org" }], fakeBooks());
  assert.deepEqual(rows.map((row) => row.name), ["Émile Ejemplo"]);
  assert.deepEqual({ ...rows[0], id: "" }, { id: "", uid: "three", name: "Émile Ejemplo", emails: [], organisation: "Example, Works", tags: ["choir"], book: "Personal", canTag: true });
  assert.equal(rowMatches(rows[0], "EMILE choir", ""), true);
  assert.equal(rowMatches(rows[0], "emile nobody", ""), false);
  assert.equal(rowMatches(rows[0], "", "mentor"), false);
});

test("tagging writes the card once, and not at all when nothing changes", async () => {
  const books = fakeBooks();
  const { row, back } = await tagContact("3", { add: ["mentor", "Choir"] }, books);
  assert.deepEqual(row.tags, ["choir", "mentor"]);
  assert.deepEqual(back, { add: [], remove: ["mentor"] }, "what was there before stays");
  assert.equal((await tagContact("3", { add: ["mentor"] }, books)).back, null);
  assert.equal(books.updates.length, 1);
  assert.deepEqual((await tagContact("3", back, books)).row.tags, ["choir"]);
});

test("who is on the displayed message, and on one that was chosen in the list", async () => {
  const parse = async (text) => [{ name: text.split(" <")[0], email: text.split("<")[1].slice(0, -1) }];
  const messenger = (messages) => ({
    tabs: { query: async () => [{ id: 4 }] },
    messageDisplay: { getDisplayedMessages: async (tab) => (assert.equal(tab, 4), { messages }) },
    messages: { get: async (id) => (assert.equal(id, 9), { author: "Me <me@example.org>", recipients: ["Ben <Ben@example.org>"] }) },
    messengerUtilities: { parseMailboxString: parse },
  });
  assert.deepEqual(await displayedPeople(messenger([{ author: "Ada <Ada@Example.org>", recipients: [] }])), [{ name: "Ada", email: "ada@example.org" }]);
  assert.deepEqual(await displayedPeople(messenger([])), []);
  assert.deepEqual((await peopleOfMessage(messenger([]), 9)).map((one) => one.email), ["me@example.org", "ben@example.org"]);
});

test("a message is from its sender, the user's own one is about whom it went to, and a stranger's about nobody else", () => {
  const [me, ada, zoe] = ["me", "ada", "zoe"].map((name) => ({ name, email: `${name}@example.org` }));
  const own = ["Me@Example.org", "other@example.org"];
  assert.deepEqual(othersOn([zoe, me, ada], own), [zoe]);
  assert.deepEqual(othersOn([me, ada, me, zoe], own), [ada, zoe]);
  assert.deepEqual(othersOn([me, me], own), [me], "a note to oneself");
  assert.deepEqual(othersOn([ada, me], []), [ada]);
  assert.deepEqual(othersOn([], own), []);
});
