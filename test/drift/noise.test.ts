import { describe, expect, test } from "vitest";
import { isArray, isObject, type Json, type JsonObject } from "../../generator/document/json.ts";
import { document, json, operation } from "../helpers/document.ts";
import { baseline } from "../helpers/project.ts";
import { findChanges } from "./find-changes.ts";

const snapshot: JsonObject = JSON.parse(baseline);

/** Reverses the keys of every object. */
function reverseKeys(value: Json): Json {
  if (isArray(value)) return value.map(reverseKeys);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, child]) => [key, reverseKeys(child)]));
}

/** Edits every object. */
function editObjects(value: Json, edit: (object: JsonObject) => JsonObject): Json {
  if (isArray(value)) return value.map((item) => editObjects(item, edit));
  if (!isObject(value)) return value;
  return edit(Object.fromEntries(Object.entries(value).map(([key, child]) => [key, editObjects(child, edit)])));
}

const putNullFirst = (object: JsonObject): JsonObject =>
  isArray(object.type) ? { ...object, type: [...object.type].reverse() } : object;
const addExamples = (object: JsonObject): JsonObject =>
  ["string", "number", "integer", "boolean"].includes(String(object.type))
    ? { ...object, example: "0190c0de", "x-order": 7 }
    : object;
const renameComponent = (document: JsonObject): Json =>
  JSON.parse(
    JSON.stringify(document)
      .replaceAll("#/components/schemas/Account", "#/components/schemas/def-9")
      .replace('"schemas":{"Account":', '"schemas":{"def-9":'),
  );

describe("noise is not a change", () => {
  test.each<{ name: string; head: Json }>([
    { name: "the same document", head: JSON.parse(baseline) },
    { name: "another order of keys, paths and components", head: reverseKeys(snapshot) },
    { name: "null as the first type", head: editObjects(snapshot, putNullFirst) },
    { name: "examples and unknown extensions", head: editObjects(snapshot, addExamples) },
    { name: "renamed components", head: renameComponent(snapshot) },
  ])("$name", async ({ head }) => {
    expect(await findChanges(snapshot, head as JsonObject)).toEqual([]);
  });

  const titled = (schema: JsonObject, key = "def-1"): JsonObject => ({
    ...document({
      "/a": { get: operation("getA", { responses: { 200: json({ $ref: `#/components/schemas/${key}` }) } }) },
    }),
    components: {
      schemas: { [key]: { type: "object", properties: { a: { type: "string" }, b: { type: "number" } }, ...schema } },
    },
  });

  test.each<{ name: string; base: JsonObject; head: JsonObject }>([
    { name: "a removed title", base: titled({ title: "Thing" }), head: titled({}) },
    { name: "an added title", base: titled({}, "def-4"), head: titled({ title: "Thing" }, "def-1") },
    {
      name: "an ampersand spelled out in a title",
      base: titled({ title: "Terms & Things" }),
      head: titled({ title: "Terms And Things" }),
    },
    { name: "a renamed component without a title", base: titled({}, "Thing"), head: titled({}, "Stuff") },
    { name: "another positional name", base: titled({}, "def-1"), head: titled({}, "def-2") },
  ])("$name", async ({ base, head }) => {
    expect(await findChanges(base, head)).toEqual([]);
  });

  test.each(["responses", "parameters", "requestBodies", "headers"])("a renamed component in %s", async (section) => {
    const shared = (name: string) => {
      const $ref = `#/components/${section}/${name}`;
      const message = { description: "A message", content: { "application/json": { schema: { type: "string" } } } };
      const component = {
        responses: message,
        requestBodies: message,
        parameters: { in: "query", name: "q", schema: { type: "string" } },
        headers: { schema: { type: "string" } },
      }[section];
      const fields: Record<string, JsonObject> = {
        responses: { responses: { 200: { $ref } } },
        requestBodies: { requestBody: { $ref } },
        parameters: { parameters: [{ $ref }] },
        headers: { responses: { 200: { description: "Fine", headers: { "x-a": { $ref } } } } },
      };
      return {
        ...document({ "/a": { post: operation("a", fields[section]) } }),
        components: { [section]: { [name]: component ?? {} } },
      };
    };
    expect(await findChanges(shared("Old"), shared("New"))).toEqual([]);
  });

  test("a renamed component in the mapping of a discriminator", async () => {
    const shaped = (name: string) => ({
      ...document({
        "/a": {
          get: operation("getA", {
            responses: {
              200: json({
                oneOf: [{ $ref: `#/components/schemas/${name}` }, { type: "string" }],
                discriminator: { propertyName: "kind", mapping: { a: `#/components/schemas/${name}` } },
              }),
            },
          }),
        },
      }),
      components: {
        schemas: { [name]: { type: "object", properties: { kind: { const: "a" }, b: { type: "number" } } } },
      },
    });
    expect(await findChanges(shaped("Thing"), shaped("Stuff"))).toEqual([]);
  });

  test("swapped positional names of wrappers, which differ in their items", async () => {
    const wrapped = (refs: readonly [string, string], first: string, second: string) => {
      const wrapper = (name: string) => ({
        type: "object",
        properties: {
          items: { type: "array", items: { type: "object", properties: { [name]: { type: "string" } } } },
          next: { type: "string" },
        },
      });
      return {
        ...document({
          "/a": { get: operation("getA", { responses: { 200: json({ $ref: `#/components/schemas/${refs[0]}` }) } }) },
          "/b": { get: operation("getB", { responses: { 200: json({ $ref: `#/components/schemas/${refs[1]}` }) } }) },
        }),
        components: { schemas: { "def-0": wrapper(first), "def-1": wrapper(second) } },
      };
    };
    expect(await findChanges(wrapped(["def-0", "def-1"], "a", "b"), wrapped(["def-1", "def-0"], "b", "a"))).toEqual([]);
  });

  test("swapped positional names", async () => {
    const two = (first: JsonObject, second: JsonObject, refs: readonly [string, string]) => ({
      ...document({
        "/a": { get: operation("getA", { responses: { 200: json({ $ref: `#/components/schemas/${refs[0]}` }) } }) },
        "/b": { get: operation("getB", { responses: { 200: json({ $ref: `#/components/schemas/${refs[1]}` }) } }) },
      }),
      components: { schemas: { "def-0": first, "def-1": second } },
    });
    const cat = { type: "object", properties: { meow: { type: "string" }, age: { type: "number" } } };
    const car = { type: "object", properties: { wheels: { type: "number" }, doors: { type: "number" } } };
    expect(await findChanges(two(cat, car, ["def-0", "def-1"]), two(car, cat, ["def-1", "def-0"]))).toEqual([]);
  });
});

describe("the comparison does not take exponential time", () => {
  const nested = (depth: number): JsonObject =>
    depth === 0 ? { type: "string" } : { type: "object", properties: { a: nested(depth - 1) } };

  test("for variants with thirty levels", async () => {
    const deep = (extra: JsonObject) =>
      document({
        "/a": {
          get: operation("getA", { responses: { 200: json({ oneOf: [nested(30), { type: "number", ...extra }] }) } }),
        },
      });
    expect((await findChanges(deep({}), deep({ maximum: 5 }))).map(({ kind }) => kind)).toEqual(["maximum-added"]);
  });

  test("for components that refer to themselves many times", async () => {
    const self = (name: string, type: string) => ({
      ...document({
        "/a": { get: operation("getA", { responses: { 200: json({ $ref: `#/components/schemas/${name}` }) } }) },
      }),
      components: {
        schemas: {
          [name]: {
            type: "object",
            properties: {
              ...Object.fromEntries(
                [...Array(9).keys()].map((index) => [`${type}${index}`, { $ref: `#/components/schemas/${name}` }]),
              ),
              value: { type },
            },
          },
        },
      },
    });
    expect((await findChanges(self("Foo", "string"), self("Bar", "number"))).length).toBeLessThan(30);
  });
});
