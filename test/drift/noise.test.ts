import { describe, expect, test } from "vitest";
import { isArray, isObject, type Json, type JsonObject } from "../../generator/document/json.ts";
import { document, json, operation } from "../helpers/document.ts";
import { baseline } from "../helpers/project.ts";
import { findChanges } from "./find-changes.ts";

const snapshot: JsonObject = JSON.parse(baseline);

/** The same value with every object's keys the other way round. */
const reversed = (value: Json): Json =>
  isArray(value)
    ? value.map(reversed)
    : isObject(value)
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, child]) => [key, reversed(child)]),
        )
      : value;

/** The same document with something done to every object. */
const everywhere = (value: Json, edit: (object: JsonObject) => JsonObject): Json =>
  isArray(value)
    ? value.map((item) => everywhere(item, edit))
    : isObject(value)
      ? edit(Object.fromEntries(Object.entries(value).map(([key, child]) => [key, everywhere(child, edit)])))
      : value;

const nullFirst = (object: JsonObject): JsonObject =>
  isArray(object.type) ? { ...object, type: [...object.type].reverse() } : object;
const withExamples = (object: JsonObject): JsonObject =>
  ["string", "number", "integer", "boolean"].includes(String(object.type))
    ? { ...object, example: "0190c0de", "x-order": 7 }
    : object;
const renamed = (document: JsonObject): Json =>
  JSON.parse(
    JSON.stringify(document)
      .replaceAll("#/components/schemas/Account", "#/components/schemas/def-9")
      .replace('"schemas":{"Account":', '"schemas":{"def-9":'),
  );

describe("what is noise is no change", () => {
  test.each<{ name: string; head: Json }>([
    { name: "the same document", head: JSON.parse(baseline) },
    { name: "keys, paths and components in another order", head: reversed(snapshot) },
    { name: "null first", head: everywhere(snapshot, nullFirst) },
    { name: "examples and unknown extensions", head: everywhere(snapshot, withExamples) },
    { name: "components by other keys", head: renamed(snapshot) },
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
    { name: "a title that is gone", base: titled({ title: "Thing" }), head: titled({}) },
    { name: "a title that is new", base: titled({}, "def-4"), head: titled({ title: "Thing" }, "def-1") },
    {
      name: "an ampersand that is a word now",
      base: titled({ title: "Terms & Things" }),
      head: titled({ title: "Terms And Things" }),
    },
    { name: "another name without a title", base: titled({}, "Thing"), head: titled({}, "Stuff") },
    { name: "a number in the place of a number", base: titled({}, "def-1"), head: titled({}, "def-2") },
  ])("$name", async ({ base, head }) => {
    expect(await findChanges(base, head)).toEqual([]);
  });

  test.each(["responses", "parameters", "requestBodies", "headers"])(
    "another name of one of the %s",
    async (section) => {
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
    },
  );

  test("another name in a discriminator's mapping is another name", async () => {
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

  test("numbers of wrappers that changed hands are told by what is in them", async () => {
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

  test("numbers that changed hands are told by what the schemas look like", async () => {
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

describe("large and deep documents take no time to speak of", () => {
  const nested = (depth: number): JsonObject =>
    depth === 0 ? { type: "string" } : { type: "object", properties: { a: nested(depth - 1) } };

  test("alternatives of thirty levels", async () => {
    const deep = (extra: JsonObject) =>
      document({
        "/a": {
          get: operation("getA", { responses: { 200: json({ oneOf: [nested(30), { type: "number", ...extra }] }) } }),
        },
      });
    expect((await findChanges(deep({}), deep({ maximum: 5 }))).map(({ kind }) => kind)).toEqual(["maximum-added"]);
  });

  test("components that refer to themselves many times over", async () => {
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
