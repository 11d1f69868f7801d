import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../generator/document/json.ts";
import { readOverlay } from "../../generator/overlay/read-overlay.ts";

const info = { title: "Corrections", version: "1.0.0" };
const action = { target: "$.info", update: { title: "X" } };
const overlay = (rest: JsonObject = {}): JsonObject => ({ overlay: "1.0.0", info, actions: [action], ...rest });
const read = (document: Json) => readOverlay(document, "o.yaml");

describe("an overlay is read", () => {
  test.each<{ name: string; given: JsonObject; want: object[] }>([
    { name: "an update", given: overlay(), want: [{ ...action, where: "o.yaml#/actions/0" }] },
    {
      name: "a removal",
      given: overlay({ actions: [{ target: "$.a", remove: true }] }),
      want: [{ target: "$.a", where: "o.yaml#/actions/0" }],
    },
    {
      name: "a removal, which wins over an update",
      given: overlay({ actions: [{ ...action, remove: true }] }),
      want: [{ target: "$.info", where: "o.yaml#/actions/0" }],
    },
    {
      name: "an update to null",
      given: overlay({ actions: [{ target: "$.a", update: null, remove: false }] }),
      want: [{ target: "$.a", update: null, where: "o.yaml#/actions/0" }],
    },
    {
      name: "descriptions, extensions, a later patch of 1.0, and what it extends, which is not fetched",
      given: overlay({
        overlay: "1.0.3",
        extends: "https://nowhere.invalid/api.json",
        "x-team": 1,
        info: { ...info, "x-a": [] },
        actions: [{ ...action, description: "why", "x-b": null }],
      }),
      want: [{ ...action, where: "o.yaml#/actions/0" }],
    },
  ])("$name", ({ given, want }) => {
    expect(read(given)).toEqual({ file: "o.yaml", actions: want });
  });
});

describe("what is no overlay is refused with its place", () => {
  const actions = (...list: Json[]) => overlay({ actions: list });
  test.each<{ name: string; given: Json; want: string }>([
    { name: "a list", given: [], want: "o.yaml#: this has to be an object." },
    { name: "no version", given: { info, actions: [action] }, want: "o.yaml#: `overlay` is missing." },
    { name: "no actions", given: { overlay: "1.0.0", info }, want: "o.yaml#: `actions` is missing." },
    {
      name: "a number as version",
      given: overlay({ overlay: 1 }),
      want: 'o.yaml#/overlay: `overlay` has to be "1.0.0"',
    },
    { name: "version 1.1", given: overlay({ overlay: "1.1.0" }), want: "o.yaml#/overlay: `overlay` has to be" },
    { name: "an unknown field", given: overlay({ action: [] }), want: "o.yaml#/action: `action` is not known here;" },
    {
      name: "info without title",
      given: overlay({ info: { version: "1" } }),
      want: "o.yaml#/info: `title` is missing.",
    },
    { name: "info that is text", given: overlay({ info: "x" }), want: "o.yaml#/info: `info` has to be an object." },
    { name: "an empty list", given: actions(), want: "o.yaml#/actions: `actions` has to be a list of actions." },
    { name: "actions by name", given: overlay({ actions: {} }), want: "o.yaml#/actions: `actions` has to be a list" },
    { name: "an action that is text", given: actions("x"), want: "o.yaml#/actions/0: this has to be an object." },
    { name: "no target", given: actions(action, { update: 1 }), want: "o.yaml#/actions/1: `target` is missing." },
    {
      name: "an empty target",
      given: actions({ target: "", update: 1 }),
      want: "o.yaml#/actions/0/target: `target` has",
    },
    {
      name: "a misspelt field",
      given: actions({ ...action, updates: {} }),
      want: "o.yaml#/actions/0/updates: `updates` is not known here; target, description, update, remove are.",
    },
    {
      name: "a removal that is text",
      given: actions({ target: "$.a", remove: "true" }),
      want: "o.yaml#/actions/0/remove: `remove` has to be true or false.",
    },
    {
      name: "an action that does nothing",
      given: actions({ target: "$.a", remove: false }),
      want: "o.yaml#/actions/0: the action has neither `update` nor `remove: true`.",
    },
    {
      name: "a key that every object has",
      given: JSON.parse('{"__proto__":{},"overlay":"1.0.0"}'),
      want: "o.yaml#/__proto__: `__proto__` is not known here;",
    },
  ])("$name", ({ given, want }) => {
    expect(() => read(given)).toThrow(`error[OVERLAY_INVALID] at ${want}`);
  });
});
