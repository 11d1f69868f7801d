import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../generator/document/json.ts";
import { readOverlay } from "../../generator/overlay/read-overlay.ts";

const info = { title: "Corrections", version: "1.0.0" };
const action = { target: "$.info", update: { title: "X" } };
const overlay = (rest: JsonObject = {}): JsonObject => ({ overlay: "1.0.0", info, actions: [action], ...rest });
const read = (document: Json) => readOverlay(document, "o.yaml");

describe("reads an overlay with", () => {
  test.each<{ name: string; given: JsonObject; want: object[] }>([
    { name: "an update", given: overlay(), want: [{ ...action, where: "o.yaml#/actions/0" }] },
    {
      name: "a removal",
      given: overlay({ actions: [{ target: "$.a", remove: true }] }),
      want: [{ target: "$.a", where: "o.yaml#/actions/0" }],
    },
    {
      name: "a removal, which takes precedence over an update",
      given: overlay({ actions: [{ ...action, remove: true }] }),
      want: [{ target: "$.info", where: "o.yaml#/actions/0" }],
    },
    {
      name: "an update to null",
      given: overlay({ actions: [{ target: "$.a", update: null, remove: false }] }),
      want: [{ target: "$.a", update: null, where: "o.yaml#/actions/0" }],
    },
    {
      name: "descriptions, extensions, a later patch version, and `extends`, which is not downloaded",
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

describe("rejects, with the place,", () => {
  const actions = (...list: Json[]) => overlay({ actions: list });
  test.each<{ name: string; given: Json; want: string }>([
    { name: "an array", given: [], want: "o.yaml#: this must be an object." },
    { name: "no version", given: { info, actions: [action] }, want: "o.yaml#: `overlay` is missing." },
    { name: "no actions", given: { overlay: "1.0.0", info }, want: "o.yaml#: `actions` is missing." },
    {
      name: "a number as the version",
      given: overlay({ overlay: 1 }),
      want: "o.yaml#/overlay: `overlay` must be `1.0.0`",
    },
    { name: "version 1.1", given: overlay({ overlay: "1.1.0" }), want: "o.yaml#/overlay: `overlay` must be" },
    {
      name: "an unknown field",
      given: overlay({ action: [] }),
      want: "o.yaml#/action: `action` is not a known field;",
    },
    {
      name: "info without title",
      given: overlay({ info: { version: "1" } }),
      want: "o.yaml#/info: `title` is missing.",
    },
    { name: "a string as info", given: overlay({ info: "x" }), want: "o.yaml#/info: `info` must be an object." },
    { name: "no action in `actions`", given: actions(), want: "o.yaml#/actions: `actions` must be a non-empty array." },
    {
      name: "actions in an object",
      given: overlay({ actions: {} }),
      want: "o.yaml#/actions: `actions` must be a non-empty array",
    },
    { name: "a string as an action", given: actions("x"), want: "o.yaml#/actions/0: this must be an object." },
    { name: "no target", given: actions(action, { update: 1 }), want: "o.yaml#/actions/1: `target` is missing." },
    {
      name: "an empty target",
      given: actions({ target: "", update: 1 }),
      want: "o.yaml#/actions/0/target: `target` must be",
    },
    {
      name: "a misspelled field",
      given: actions({ ...action, updates: {} }),
      want: "o.yaml#/actions/0/updates: `updates` is not a known field; use target, description, update, remove.",
    },
    {
      name: "a string as `remove`",
      given: actions({ target: "$.a", remove: "true" }),
      want: "o.yaml#/actions/0/remove: `remove` must be a boolean.",
    },
    {
      name: "an action that does nothing",
      given: actions({ target: "$.a", remove: false }),
      want: "o.yaml#/actions/0: the action has neither `update` nor `remove: true`.",
    },
    {
      name: "a field named `__proto__`",
      given: JSON.parse('{"__proto__":{},"overlay":"1.0.0"}'),
      want: "o.yaml#/__proto__: `__proto__` is not a known field;",
    },
  ])("$name", ({ given, want }) => {
    expect(() => read(given)).toThrow(`error[OVERLAY_INVALID] at ${want}`);
  });
});
