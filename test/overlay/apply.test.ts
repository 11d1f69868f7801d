import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../generator/document/json.ts";
import { applyOverlays } from "../../generator/overlay/apply-overlay.ts";
import { readOverlay } from "../../generator/overlay/read-overlay.ts";

const overlay = (actions: readonly JsonObject[], file = "o.yaml") =>
  readOverlay({ overlay: "1.0.0", info: { title: "Corrections", version: "1" }, actions }, file);
const apply = (given: Json, ...actions: JsonObject[]) => applyOverlays(given, [overlay(actions)]);

/** Freezes a value deeply, so that changing it in place throws. */
function freeze<Value extends Json>(value: Value): Value {
  if (typeof value === "object" && value !== null) for (const each of Object.values(value)) freeze(each);
  return Object.freeze(value);
}

const params = [
  { name: "limit", in: "query" },
  { name: "dummy", in: "query" },
  { name: "dummy", in: "path" },
];

describe("an action", () => {
  test.each<{ name: string; given: Json; actions: JsonObject[]; want: Json }>([
    {
      name: "merges objects key by key, and adds what is new",
      given: { info: { title: "A", contact: { name: "N" } }, paths: {} },
      actions: [{ target: "$.info", update: { title: "B", contact: { url: "U" }, "x-new": [1] } }],
      want: { info: { title: "B", contact: { name: "N", url: "U" }, "x-new": [1] }, paths: {} },
    },
    {
      name: "can target the whole document",
      given: { info: { title: "A" }, paths: { "/a": {} } },
      actions: [{ target: "$", update: { info: { "x-overlaid": true }, paths: { "/b": {} } } }],
      want: { info: { title: "A", "x-overlaid": true }, paths: { "/a": {}, "/b": {} } },
    },
    {
      name: "replaces a value with one of another type",
      given: { a: { type: "object", items: [1], b: { c: 1 } } },
      actions: [{ target: "$.a", update: { type: ["object", "null"], items: {}, b: null } }],
      want: { a: { type: ["object", "null"], items: {}, b: null } },
    },
    {
      name: "appends to arrays inside an object",
      given: { a: { required: ["x"], servers: [{ url: "/" }] } },
      actions: [{ target: "$.a", update: { required: ["y", "x"], servers: [{ url: "/" }] } }],
      want: { a: { required: ["x", "y"], servers: [{ url: "/" }, { url: "/" }] } },
    },
    {
      name: "appends an object, a string, or the items of an array to an array",
      given: { parameters: [], tags: ["a"], more: [{ a: 1 }] },
      actions: [
        { target: "$.parameters", update: { name: "limit" } },
        { target: "$.tags", update: "b" },
        { target: "$.more", update: [{ b: 2 }, { c: 3 }] },
      ],
      want: { parameters: [{ name: "limit" }], tags: ["a", "b"], more: [{ a: 1 }, { b: 2 }, { c: 3 }] },
    },
    {
      name: "updates all values that a wildcard selects",
      given: { paths: { "/a": { get: { x: 1 } }, "/b": { get: {}, put: {} }, "/c": { put: {} } } },
      actions: [{ target: "$.paths.*.get", update: { "x-safe": true } }],
      want: {
        paths: {
          "/a": { get: { x: 1, "x-safe": true } },
          "/b": { get: { "x-safe": true }, put: {} },
          "/c": { put: {} },
        },
      },
    },
    {
      name: "updates the values that a filter selects",
      given: { parameters: params },
      actions: [{ target: "$.parameters[?@.name == 'dummy' && @.in == 'query']", update: { required: true } }],
      want: { parameters: [params[0] ?? null, { ...params[1], required: true }, params[2] ?? null] },
    },
    {
      name: "updates selected values inside of selected values",
      given: { a: { b: { a: { b: {} } } } },
      actions: [{ target: "$..a", update: { x: 1 } }],
      want: { a: { b: { a: { b: {}, x: 1 } }, x: 1 } },
    },
    {
      name: "updates a value that is selected twice only once",
      given: { tags: [{ name: "a" }] },
      actions: [{ target: "$['tags','tags']", update: { name: "b" } }],
      want: { tags: [{ name: "a" }, { name: "b" }] },
    },
    {
      name: "removes values of any type from an object",
      given: { a: { b: { c: 1 }, format: "uuid", d: 2 } },
      actions: [
        { target: "$.a.b", remove: true },
        { target: "$.a.format", remove: true },
      ],
      want: { a: { d: 2 } },
    },
    {
      name: "removes several items from an array",
      given: { parameters: params },
      actions: [{ target: "$.parameters[?@.name == 'dummy']", remove: true }],
      want: { parameters: [params[0] ?? null] },
    },
    {
      name: "removes by name at any depth",
      given: { paths: { "/a": { responses: { 200: {}, 500: {} } }, "/b": { get: { responses: { 500: {} } } } } },
      actions: [{ target: "$.paths..responses['500']", remove: true }],
      want: { paths: { "/a": { responses: { 200: {} } }, "/b": { get: { responses: {} } } } },
    },
    {
      name: "applies to the result of the action before",
      given: { servers: [{ url: "old" }] },
      actions: [
        { target: "$.servers", remove: true },
        { target: "$", update: { servers: [] } },
        { target: "$.servers", update: { url: "new" } },
        { target: "$.servers[?@.url == 'new']", update: { description: "fromOverlay" } },
      ],
      want: { servers: [{ url: "new", description: "fromOverlay" }] },
    },
  ])("$name", ({ given, actions, want }) => {
    expect(apply(freeze(given), ...actions)).toEqual({ document: want, warnings: [] });
  });
});

describe("rejects, with the place of the action,", () => {
  const given = { info: { title: "A", tags: ["a"] } };
  test.each<{ name: string; action: JsonObject; want: string }>([
    {
      name: "a target that matches nothing",
      action: { target: "$.info.version", update: {} },
      want: "error[OVERLAY_UNMATCHED] at o.yaml#/actions/0/target: `$.info.version` matches nothing in the document. Correct the target, or remove the action if the document no longer needs it",
    },
    {
      name: "a removal that matches nothing",
      action: { target: "$.info[?@.a == 1]", remove: true },
      want: "error[OVERLAY_UNMATCHED] at o.yaml#/actions/0/target",
    },
    {
      name: "a property that only the prototype has",
      action: { target: "$.info.constructor", update: {} },
      want: "error[OVERLAY_UNMATCHED]",
    },
    {
      name: "an update of a string",
      action: { target: "$.info.title", update: "B" },
      want: 'error[OVERLAY_INVALID] at o.yaml#/actions/0/target: `$.info.title` selects "A" at #/info/title, but only objects and arrays can be updated. Target the object that contains it, and put its key into `update`.',
    },
    {
      name: "an update of a string in an array",
      action: { target: "$.info.tags[0]", update: {} },
      want: 'selects "a" at #/info/tags/0, but only objects',
    },
    {
      name: "an update of an object with a string",
      action: { target: "$.info", update: "B" },
      want: "error[OVERLAY_INVALID] at o.yaml#/actions/0/update: `$.info` selects an object at #/info, so `update` must be an object.",
    },
    {
      name: "a removal of the whole document",
      action: { target: "$", remove: true },
      want: "error[OVERLAY_INVALID] at o.yaml#/actions/0/target: `$` would remove the whole document.",
    },
    {
      name: "a target that is not a JSONPath",
      action: { target: "$.info[", update: {} },
      want: 'error[OVERLAY_INVALID] at o.yaml#/actions/0/target: "$.info[" is not a JSONPath: Expected ',
    },
    {
      name: "a JSON pointer",
      action: { target: "#/info", update: {} },
      want: '"#/info" is not a JSONPath: Expected "$"',
    },
    {
      name: "a script expression, which RFC 9535 does not have",
      action: { target: "$.info[(process.exit())]", update: {} },
      want: "is not a JSONPath",
    },
  ])("$name", ({ action, want }) => {
    expect(() => apply(freeze(given), action)).toThrow(want);
  });

  test("names the overlay and the action among several", () => {
    const valid = { target: "$.info", update: { a: 1 } };
    const overlays = [overlay([valid], "a.yaml"), overlay([valid, { target: "$.gone", remove: true }], "b.yaml")];
    expect(() => applyOverlays(given, overlays)).toThrow(
      "error[OVERLAY_UNMATCHED] at b.yaml#/actions/1/target: `$.gone`",
    );
  });

  test("skips actions that match nothing if not strict", () => {
    const overlays = [
      overlay([
        { target: "$.gone", remove: true },
        { target: "$.info", update: { a: 1 } },
      ]),
    ];
    expect(applyOverlays({ info: {} }, overlays, false).document).toEqual({ info: { a: 1 } });
  });
});

test.each<{ name: string; given: Json; action: JsonObject }>([
  {
    name: "an update to the same values",
    given: { a: { b: [1], c: null } },
    action: { target: "$.a", update: { b: [1], c: null } },
  },
  { name: "an item that the array already has", given: { a: ["x", "y"] }, action: { target: "$.a", update: "x" } },
  {
    name: "a type that the document already has",
    given: { a: { type: ["object", "null"] } },
    action: { target: "$.a", update: { type: ["object", "null"] } },
  },
])("warns that the action is unnecessary: $name", ({ given, action }) => {
  const { document, warnings } = apply(given, action);
  expect(document).toEqual(given);
  expect(warnings).toEqual([
    {
      code: "OVERLAY_UNUSED",
      where: "o.yaml#/actions/0",
      what: "the action does not change `$.a`, so it can be removed",
    },
  ]);
});

describe("treats keys with a meaning in JavaScript as ordinary keys", () => {
  const parse = (text: string): JsonObject => JSON.parse(text);
  test.each([
    {
      name: "added",
      given: '{"a":{}}',
      target: "$.a",
      update: '{"__proto__":{"x":1},"constructor":{"y":2}}',
      want: '{"a":{"__proto__":{"x":1},"constructor":{"y":2}}}',
    },
    {
      name: "merged",
      given: '{"a":{"__proto__":{"x":1}}}',
      target: "$.a",
      update: '{"__proto__":{"y":2}}',
      want: '{"a":{"__proto__":{"x":1,"y":2}}}',
    },
    {
      name: "targeted",
      given: '{"__proto__":{"x":1}}',
      target: "$.__proto__",
      update: '{"y":2}',
      want: '{"__proto__":{"x":1,"y":2}}',
    },
    {
      name: "next to an edited value",
      given: '{"__proto__":{"x":1},"a":{"b":{}}}',
      target: "$.a.b",
      update: '{"y":2}',
      want: '{"__proto__":{"x":1},"a":{"b":{"y":2}}}',
    },
  ])("$name", ({ given, target, update, want }) => {
    const { document } = apply(parse(given), { target, update: parse(update) });
    expect(JSON.stringify(document)).toBe(want);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).y).toBeUndefined();
  });
});
