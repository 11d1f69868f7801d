import { describe, expect, test } from "vitest";
import { gate, whole } from "../../generator/spec/gate.ts";
import type { Json, JsonObject } from "../../generator/spec/json.ts";
import { document, json, operation } from "../helpers/document.ts";

test.each<{ name: string; given: Json; want: string }>([
  { name: "a text", given: "Not found", want: "error[NOT_OPENAPI] at #: the document is not an object." },
  { name: "a list", given: [], want: "error[NOT_OPENAPI]" },
  {
    name: "some other object",
    given: { data: [] },
    want: "error[NOT_OPENAPI] at #: the document has no `openapi` version.",
  },
  {
    name: "Swagger 2.0",
    given: { swagger: "2.0", paths: {} },
    want: "error[VERSION_UNSUPPORTED] at #/swagger: Swagger 2.0 is not supported.",
  },
  {
    name: "OpenAPI 3.2",
    given: { openapi: "3.2.0", paths: {} },
    want: "error[VERSION_UNSUPPORTED] at #/openapi: OpenAPI 3.2.0",
  },
  { name: "no paths", given: { openapi: "3.1.0" }, want: "error[NO_PATHS] at #/paths" },
  { name: "paths that are a list", given: { openapi: "3.1.0", paths: [] }, want: "error[NO_PATHS] at #/paths" },
  {
    name: "a parameter that is null",
    given: document({ "/a": { get: operation("getA", { parameters: [null] }) } }),
    want: "error[MALFORMED] at #/paths/~1a/get/parameters/0: a parameter has to be an object.",
  },
  {
    name: "a schema that is null",
    given: document({}, { components: { schemas: { A: { properties: { b: null } } } } }),
    want: "error[MALFORMED] at #/components/schemas/A/properties/b: a schema has to be an object.",
  },
  {
    name: "an operation that is a text",
    given: document({ "/a": { get: "x" } }),
    want: "error[MALFORMED] at #/paths/~1a/get",
  },
])("$name is refused", ({ given, want }) => {
  expect(() => whole(gate(given))).toThrow(want);
});

const get = (path: string, fields: JsonObject = {}) => document({ [path]: { get: operation("getA", fields) } });
const answer = (schema: Json) => get("/a", { responses: { 200: json(schema as JsonObject) } });
const nested = (depth: number): Json => (depth === 0 ? {} : { items: nested(depth - 1) });
const at = "#/paths/~1a/get/responses/200/content/application~1json/schema";

describe("fields are what OpenAPI says they are", () => {
  test.each<{ given: Json; want: string }>([
    {
      given: get("/a", { operationId: 7 }),
      want: "#/paths/~1a/get/operationId: `operationId` has to be a text that is not empty.",
    },
    { given: get("/a", { operationId: "" }), want: "`operationId` has to be a text that is not empty" },
    { given: get("/a", { summary: {} }), want: "#/paths/~1a/get/summary: `summary` has to be a text." },
    { given: get("/a", { description: ["a"] }), want: "`description` has to be a text" },
    { given: get("/a", { tags: "a" }), want: "`tags` has to be a list of texts" },
    { given: get("/a", { tags: [1] }), want: "`tags` has to be a list of texts" },
    { given: get("/a", { deprecated: "yes" }), want: "`deprecated` has to be true or false" },
    { given: get("/a", { parameters: {} }), want: "`parameters` has to be a list" },
    {
      given: get("/a", { parameters: [{ in: "query", name: 1 }] }),
      want: "#/paths/~1a/get/parameters/0/name: `name` has to be a text that is not empty.",
    },
    {
      given: get("/a", { parameters: [{ in: "space", name: "a" }] }),
      want: "`in` has to be cookie, header, path or query",
    },
    {
      given: get("/a", { parameters: [{ in: "query", name: "a", required: "yes" }] }),
      want: "`required` has to be true or false",
    },
    { given: get("/a", { responses: [] }), want: "`responses` has to be an object" },
    { given: get("/a", { responses: { 200: { description: 1 } } }), want: "`description` has to be a text" },
    { given: get("/a", { requestBody: { content: [] } }), want: "`content` has to be an object" },
    { given: answer({ title: 5 }), want: `${at}/title: \`title\` has to be a text.` },
    { given: answer({ type: 5 }), want: "`type` has to be a text or a list of texts" },
    { given: answer({ type: ["string", 5] }), want: "`type` has to be a text or a list of texts" },
    { given: answer({ enum: { a: 1 } }), want: "`enum` has to be a list" },
    { given: answer({ required: [1] }), want: "`required` has to be a list of texts" },
    { given: answer({ properties: [] }), want: "`properties` has to be an object" },
    { given: answer({ properties: { a: null } }), want: `${at}/properties/a: a schema has to be an object.` },
    { given: answer({ allOf: [null] }), want: `${at}/allOf/0: a schema has to be an object.` },
    { given: answer({ $ref: 5 }), want: "`$ref` has to be a text" },
  ])("$want", ({ given, want }) => {
    expect(() => whole(gate(given))).toThrow(want);
  });
});

describe("a path leads to one place below the server", () => {
  test.each([
    ".evil.test/x",
    ":1234/x",
    "//host/x",
    "/a//b",
    "/a/../b",
    "/a/./b",
    "/..",
    "/a?b=c",
    "/a#b",
    "/a b",
    "/a\\b",
    "/50%/a",
    "/a\u0000b",
    "/a\nb",
    "/a\u202eb",
    "/a\ud800b",
    "/{a",
    "/a}",
    "/{}",
    "/{{a}}",
    "https://evil.test/x",
    "",
  ])("%j does not", (path) => {
    expect(() => whole(gate(get(path)))).toThrow(/^error\[MALFORMED\] at #\/paths\//);
  });

  test.each(["/", "/a", "/a/", "/a/b-c_d.e~f", "/a:pause", "/a%20b", "/a;b=c", "/@me", "/é", "/a/.well-known"])(
    "%j does",
    (path) => {
      expect(whole(gate(get(path)))).toBeTruthy();
    },
  );

  const id = { in: "path", name: "id", required: true, schema: { type: "string" } };
  test.each<{ name: string; given: JsonObject; fine: boolean }>([
    { name: "declared", given: get("/a/{id}", { parameters: [id] }), fine: true },
    {
      name: "declared for the whole path",
      given: document({ "/a/{id}": { get: operation("getA"), parameters: [id] } }),
      fine: true,
    },
    {
      name: "declared by a component",
      given: {
        ...get("/a/{id}", { parameters: [{ $ref: "#/components/parameters/Id" }] }),
        components: { parameters: { Id: id } },
      },
      fine: true,
    },
    { name: "not declared", given: get("/a/{id}"), fine: false },
    { name: "declared elsewhere", given: get("/a/{id}", { parameters: [{ ...id, in: "query" }] }), fine: false },
    {
      name: "declared under another name",
      given: get("/a/{id}", { parameters: [{ ...id, name: "Id" }] }),
      fine: false,
    },
  ])("a parameter of it that is $name: $fine", ({ given, fine }) => {
    if (fine) expect(whole(gate(given))).toBe(given);
    else expect(() => whole(gate(given))).toThrow("the path has a parameter {id} that the operation does not declare");
  });
});

describe("what is too large is refused, and where", () => {
  test.each<{ name: string; given: () => Json; want: string }>([
    { name: "schemas in schemas", given: () => answer(nested(500)), want: "error[TOO_LARGE] at #/paths/~1a/get" },
    {
      name: "a deep default",
      given: () => answer({ default: JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`) }),
      want: "objects and lists are nested more than 200 deep",
    },
    {
      name: "100,000 values of an enum",
      given: () => answer({ enum: [...Array(100_000).keys()] }),
      want: `error[TOO_LARGE] at ${at}/enum: the list has more than 10000 items.`,
    },
    {
      name: "a number that is none",
      given: () => answer({ maximum: JSON.parse("1e400") }),
      want: `error[TOO_LARGE] at ${at}/maximum: the number is too large.`,
    },
    {
      name: "a name of a property",
      given: () => answer({ properties: { ["a".repeat(1001)]: {} } }),
      want: `error[TOO_LARGE] at ${at}/properties: a key has more than 1000 characters.`,
    },
    {
      name: "two million values",
      given: () => answer({ default: Array.from({ length: 300 }, () => Array.from({ length: 7000 }, () => 0)) }),
      want: "the selection has more than 2000000 values",
    },
  ])("$name", ({ given, want }) => {
    const document = given();
    expect(() => whole(gate(document))).toThrow(want);
  });

  test("a description of ten megabytes is only long", () => {
    expect(whole(gate(answer({ description: "a".repeat(1e7) })))).toBeTruthy();
  });
});

test.each<{ name: string; given: Json }>([
  { name: "OpenAPI 3.0", given: { openapi: "3.0.4", paths: {} } },
  {
    name: "an extension among paths and responses",
    given: document({ "x-a": 1, "/a": { get: operation("getA", { responses: { "x-b": 2 } }) } }),
  },
  { name: "OpenAPI 3.1", given: { openapi: "3.1.0", paths: {} } },
  {
    name: "schemas that are true and false",
    given: document({}, { components: { schemas: { A: { items: true, additionalProperties: false } } } }),
  },
])("$name passes untouched", ({ given }) => {
  expect(whole(gate(given))).toBe(given);
});

test("what is not selected is not looked into: another team's slip is no reason to stop", () => {
  const given = document({ "/a": { get: operation("getA", { parameters: [null] }) } });
  expect(gate(given)).toBe(given);
});
