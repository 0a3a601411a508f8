import { test } from "node:test";
import assert from "node:assert/strict";
import { undoing } from "../../../plugin/src/pages/undoing.js";

test("a change is taken back by its undo, and what follows comes after it", async () => {
  const told = [];
  const session = { bridge: { undo: async (_, body) => told.push(body) } };
  await undoing(session, "u1", () => told.push("after"))();
  assert.deepEqual(told, [{ undo: "u1" }, "after"]);
});

test("nothing is offered where nothing changed", () => {
  assert.equal(undoing({ bridge: {} }, undefined), null);
});
