import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../generator/document/json.ts";
import { validateDocument, validateSelection } from "../../generator/document/validate.ts";
import { document, json, operation } from "../helpers/document.ts";
import { refusal } from "../helpers/refusal.ts";

test.each<{ name: string; given: Json; want: string }>([
  { name: "a text", given: "Not found", want: "error[NOT_OPENAPI] at #: the document is not an object." },
  { name: "a list", given: [], want: "error[NOT_OPENAPI]" },
  {
    name: "some other object",
    given: { data: [] },
    want: "error[NOT_OPENAPI] at #: the document has no `openapi` version. Give the address or file of an OpenAPI 3.0 or 3.1 document.",
  },
  {
    name: "Swagger 2.0",
    given: { swagger: "2.0", paths: {} },
    want: "error[VERSION_UNSUPPORTED] at #/swagger: Swagger 2.0 is not supported.",
  },
  {
    name: "OpenAPI 3.2",
    given: { openapi: "3.2.0", paths: {} },
    want: "error[VERSION_UNSUPPORTED] at #/openapi: OpenAPI 3.2.0 is not supported. Convert the document to OpenAPI 3.0 or 3.1.",
  },
  {
    name: "a version that only ends well",
    given: { openapi: "13.1.0", paths: {} },
    want: "error[VERSION_UNSUPPORTED]",
  },
  {
    name: "no paths",
    given: { openapi: "3.1.0" },
    want: "error[NO_PATHS] at #/paths: the document has no paths. Check that the source is the API's own document and not cut off.",
  },
  { name: "paths that are a list", given: { openapi: "3.1.0", paths: [] }, want: "error[NO_PATHS] at #/paths" },
  {
    name: "a parameter that is null",
    given: document({ "/a": { get: operation("getA", { parameters: [null] }) } }),
    want: "error[MALFORMED] at #/paths/~1a/get/parameters/0: a parameter has to be an object.",
  },
  {
    name: "a schema that is null",
    given: document({}, { components: { schemas: { A: { properties: { b: null } } } } }),
    want: "error[MALFORMED] at #/components/schemas/A/properties/b: a schema has to be an object. Correct the document.",
  },
  {
    name: "a path item in a callback that is null",
    given: document({ "/a": { get: operation("getA", { callbacks: { onA: { "{$request.body#/url}": null } } }) } }),
    want: "error[MALFORMED] at #/paths/~1a/get/callbacks/onA/{$request.body#~1url}: a pathItem has to be an object.",
  },
  {
    name: "a path item that is true",
    given: document({ "/a~b": true }),
    want: "error[MALFORMED] at #/paths/~1a~0b: a pathItem has to be an object.",
  },
  {
    name: "an operation that is a text",
    given: document({ "/a": { get: "x" } }),
    want: "error[MALFORMED] at #/paths/~1a/get",
  },
])("$name is refused", ({ given, want }) => {
  expect(refusal(() => validateSelection(validateDocument(given)))).toContain(want);
});

test.each<{ name: string; given: Json; want: string }>([
  { name: "an operation", given: document({ "/a": { get: "x" } }), want: "#/paths/~1a/get: a operation has to be" },
  { name: "a component", given: document({}, { components: { schemas: { A: 1 } } }), want: "#/components/schemas/A" },
])("before anything is selected, $name has to be an object", ({ given, want }) => {
  expect(refusal(() => validateDocument(given))).toContain(want);
});

const get = (path: string, fields: JsonObject = {}) => document({ [path]: { get: operation("getA", fields) } });
const answer = (schema: Json) => get("/a", { responses: { 200: json(schema as JsonObject) } });
const nested = (depth: number, within: (schema: Json) => JsonObject = (schema) => ({ items: schema })): Json =>
  depth === 0 ? {} : within(nested(depth - 1, within));
const lists = (depth: number): Json => JSON.parse("[".repeat(depth) + "]".repeat(depth));
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
    { given: document({}, { servers: {} }), want: "#/servers: `servers` has to be a list." },
    { given: document({}, { servers: [{ url: 1 }] }), want: "#/servers/0/url: `url` has to be a text." },
    { given: document({ "/a": { parameters: {} } }), want: "#/paths/~1a/parameters: `parameters` has to be a list." },
    {
      given: document({}, { tags: [{ name: 1 }] }),
      want: "#/tags/0/name: `name` has to be a text. Correct the document.",
    },
    { given: answer({ deprecated: [true], required: true }), want: "`deprecated` has to be true or false" },
    { given: answer({ required: "a" }), want: "`required` has to be a list of texts" },
    { given: answer({ title: true }), want: "`title` has to be a text" },
    {
      given: get("/a", { requestBody: { required: [], content: {} } }),
      want: "#/paths/~1a/get/requestBody/required: `required` has to be true or false",
    },
  ])("$want", ({ given, want }) => {
    expect(refusal(() => validateSelection(validateDocument(given)))).toContain(want);
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
    "/50%4/a",
    "/50%ag",
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
    expect(refusal(() => validateSelection(validateDocument(get(path))))).toMatch(
      /^error\[MALFORMED\] at #\/paths\/.*: the path does not lead to one place below the server\. Correct the document\.$/s,
    );
  });

  test.each(["/", "/a", "/a/", "/a/b-c_d.e~f", "/a:pause", "/a%20b", "/a;b=c", "/@me", "/é", "/a/.well-known"])(
    "%j does",
    (path) => {
      expect(validateSelection(validateDocument(get(path)))).toBeTruthy();
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
    { name: "declared in the middle of the path", given: get("/{id}/a", { parameters: [id] }), fine: true },
    { name: "not declared", given: get("/a/{id}"), fine: false },
    { name: "declared elsewhere", given: get("/a/{id}", { parameters: [{ ...id, in: "query" }] }), fine: false },
    {
      name: "declared under another name",
      given: get("/a/{id}", { parameters: [{ ...id, name: "Id" }] }),
      fine: false,
    },
  ])("a parameter of it that is $name: $fine", ({ given, fine }) => {
    if (fine) expect(validateSelection(validateDocument(given))).toBe(given);
    else
      expect(refusal(() => validateSelection(validateDocument(given)))).toContain(
        "the path has a parameter {id} that the operation does not declare",
      );
  });
});

describe("what is too large is refused, and where", () => {
  test.each<{ name: string; given: () => Json; want: string }>([
    {
      name: "schemas in schemas",
      given: () => answer(nested(500)),
      want: `error[TOO_LARGE] at ${at}/items/items/items/items/…: objects and lists are nested more than 200 deep. Select less of the document, or correct it.`,
    },
    {
      name: "one schema too many in schemas",
      given: () => answer(nested(96)),
      want: `error[TOO_LARGE] at ${(at + "/items".repeat(96)).slice(0, 200)}…: objects are nested more than 100 deep. Correct the document.`,
    },
    {
      name: "schemas in lists of schemas",
      given: () => answer(nested(96, (schema) => ({ allOf: [schema] }))),
      want: "…: objects are nested more than 100 deep",
    },
    {
      name: "schemas of properties",
      given: () => answer(nested(96, (schema) => ({ properties: { a: schema } }))),
      want: "…: objects are nested more than 100 deep",
    },
    {
      name: "one list too many in a default",
      given: () => answer({ default: lists(193) }),
      want: `error[TOO_LARGE] at ${at}/default/0/0/0/…: objects and lists are nested more than 200 deep`,
    },
    {
      name: "a deep default",
      given: () => answer({ default: lists(5000) }),
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
    expect(refusal(() => validateSelection(validateDocument(document)))).toContain(want);
  });

  test.each<{ name: string; given: () => JsonObject }>([
    { name: "a description of ten megabytes", given: () => answer({ description: "a".repeat(1e7) }) },
    { name: "schemas in as many schemas as may be", given: () => answer(nested(95)) },
    { name: "as many lists in lists as may be", given: () => answer({ default: lists(192) }) },
    { name: "as many values of an enum as may be", given: () => answer({ enum: [...Array(10_000).keys()] }) },
    { name: "the longest name that may be", given: () => answer({ properties: { ["a".repeat(1000)]: {} } }) },
  ])("$name is not", ({ given }) => {
    expect(refusal(() => validateSelection(validateDocument(given())))).toBe("nothing");
  });
});

test.each<{ name: string; given: Json }>([
  { name: "OpenAPI 3.0", given: { openapi: "3.0.4", paths: {} } },
  {
    name: "an extension among paths and responses",
    given: document({ "x-a": 1, "/a": { get: operation("getA", { responses: { "x-b": 2 } }) } }),
  },
  { name: "OpenAPI 3.1", given: { openapi: "3.1.0", paths: {} } },
  { name: "OpenAPI 3.1 without a patch", given: { openapi: "3.1", paths: {} } },
  {
    name: "every field that is read",
    given: get("/a", {
      deprecated: true,
      tags: ["A"],
      parameters: ["cookie", "header", "query"].map((place) => ({ in: place, name: "a", required: false })),
      requestBody: { required: true, content: { "application/json": { schema: { type: ["string", "null"] } } } },
      responses: { 200: json({ type: "object", required: ["a"], enum: [], properties: {}, title: "A" }) },
    }),
  },
  {
    name: "a property that is required as in drafts before OpenAPI's",
    given: answer({ properties: { a: { type: "string", required: true }, b: { required: false } } }),
  },
  {
    name: "an extension in a callback",
    given: get("/a", { callbacks: { onA: { "x-a": 1, "{$url}": {} } } }),
  },
  {
    name: "schemas that are true and false",
    given: document({}, { components: { schemas: { A: { items: true, additionalProperties: false } } } }),
  },
])("$name passes untouched", ({ given }) => {
  expect(validateSelection(validateDocument(given))).toBe(given);
});

test("what is not selected is not looked into: another team's slip is no reason to stop", () => {
  const given = document({ "/a": { get: operation("getA", { parameters: [null] }) } });
  expect(validateDocument(given)).toBe(given);
});
