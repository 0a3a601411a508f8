import assert from "node:assert/strict";
import test from "node:test";
import "../support/words.mjs";
import { groups, placeOf } from "../../../plugin/src/pages/places.js";
import { isMessage } from "../../../plugin/src/words/message.js";

const places = groups.flatMap((group) => group.places);

test("each place has a route of its own and stands once in the navigation or under one that does", () => {
  assert.equal(new Set(places.map((place) => place.id)).size, places.length);
  for (const { id, label, under } of places) assert.ok(label ? isMessage(label) : places.some((place) => place.id === under && place.label), id);
  for (const group of groups) assert.ok(isMessage(group.label) && group.places.length > 0);
});

test("a route leads to its place, all others to the first", () => {
  for (const place of places) assert.equal(placeOf(`#/${place.id}`).place, place);
  const [first] = places;
  for (const odd of ["", "#", "#/", "#/nowhere", "#code=abc", "#/toString"]) assert.equal(placeOf(odd).place, first, odd);
  assert.deepEqual(placeOf("#/people/urn%3Auuid%3A1%2F2").id, "urn:uuid:1/2");
  assert.equal(placeOf("#/people/%E0%A4%A").id, "");
});
