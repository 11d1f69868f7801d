import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../generator/document/json.ts";
import { validateDocument, validateSelection } from "../../generator/document/validate.ts";
import { document, json, operation } from "../helpers/document.ts";
import { refusal } from "../helpers/refusal.ts";

test.each<{ name: string; given: Json; want: string }>([
  { name: "a string", given: "Not found", want: "error[NOT_OPENAPI] at #: the document is not an object." },
  { name: "an array", given: [], want: "error[NOT_OPENAPI]" },
  {
    name: "another object",
    given: { data: [] },
    want: "error[NOT_OPENAPI] at #: the document has no `openapi` version. Use the URL or file of an OpenAPI 3.0 or 3.1 document.",
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
    name: "a version that only contains 3.1",
    given: { openapi: "13.1.0", paths: {} },
    want: "error[VERSION_UNSUPPORTED]",
  },
  {
    name: "no paths",
    given: { openapi: "3.1.0" },
    want: "error[NO_PATHS] at #/paths: the document has no paths. Check that the source is a complete API document.",
  },
  { name: "paths that are an array", given: { openapi: "3.1.0", paths: [] }, want: "error[NO_PATHS] at #/paths" },
  {
    name: "a parameter that is null",
    given: document({ "/a": { get: operation("getA", { parameters: [null] }) } }),
    want: "error[MALFORMED] at #/paths/~1a/get/parameters/0: the parameter must be an object.",
  },
  {
    name: "a schema that is null",
    given: document({}, { components: { schemas: { A: { properties: { b: null } } } } }),
    want: "error[MALFORMED] at #/components/schemas/A/properties/b: the schema must be an object. Correct the document.",
  },
  {
    name: "a path item in a callback that is null",
    given: document({ "/a": { get: operation("getA", { callbacks: { onA: { "{$request.body#/url}": null } } }) } }),
    want: "error[MALFORMED] at #/paths/~1a/get/callbacks/onA/{$request.body#~1url}: the pathItem must be an object.",
  },
  {
    name: "a path item that is true",
    given: document({ "/a~b": true }),
    want: "error[MALFORMED] at #/paths/~1a~0b: the pathItem must be an object.",
  },
  {
    name: "an operation that is a string",
    given: document({ "/a": { get: "x" } }),
    want: "error[MALFORMED] at #/paths/~1a/get",
  },
])("rejects $name", ({ given, want }) => {
  expect(refusal(() => validateSelection(validateDocument(given)))).toContain(want);
});

test.each<{ name: string; given: Json; want: string }>([
  { name: "an operation", given: document({ "/a": { get: "x" } }), want: "#/paths/~1a/get: the operation must be" },
  { name: "a component", given: document({}, { components: { schemas: { A: 1 } } }), want: "#/components/schemas/A" },
])("before selecting operations, checks that $name is an object", ({ given, want }) => {
  expect(refusal(() => validateDocument(given))).toContain(want);
});

const get = (path: string, fields: JsonObject = {}) => document({ [path]: { get: operation("getA", fields) } });
const response = (schema: Json) => get("/a", { responses: { 200: json(schema as JsonObject) } });
const nested = (depth: number, wrap: (schema: Json) => JsonObject = (schema) => ({ items: schema })): Json =>
  depth === 0 ? {} : wrap(nested(depth - 1, wrap));
const arrays = (depth: number): Json => JSON.parse("[".repeat(depth) + "]".repeat(depth));
const schemaPointer = "#/paths/~1a/get/responses/200/content/application~1json/schema";

describe("rejects fields that do not have the type that OpenAPI defines", () => {
  test.each<{ given: Json; want: string }>([
    {
      given: get("/a", { operationId: 7 }),
      want: "#/paths/~1a/get/operationId: `operationId` must be a non-empty string.",
    },
    { given: get("/a", { operationId: "" }), want: "`operationId` must be a non-empty string" },
    { given: get("/a", { summary: {} }), want: "#/paths/~1a/get/summary: `summary` must be a string." },
    { given: get("/a", { description: ["a"] }), want: "`description` must be a string" },
    { given: get("/a", { tags: "a" }), want: "`tags` must be an array of strings" },
    { given: get("/a", { tags: [1] }), want: "`tags` must be an array of strings" },
    { given: get("/a", { deprecated: "yes" }), want: "`deprecated` must be a boolean" },
    { given: get("/a", { parameters: {} }), want: "`parameters` must be an array" },
    {
      given: get("/a", { parameters: [{ in: "query", name: 1 }] }),
      want: "#/paths/~1a/get/parameters/0/name: `name` must be a non-empty string.",
    },
    {
      given: get("/a", { parameters: [{ in: "space", name: "a" }] }),
      want: "`in` must be cookie, header, path or query",
    },
    {
      given: get("/a", { parameters: [{ in: "query", name: "a", required: "yes" }] }),
      want: "`required` must be a boolean",
    },
    { given: get("/a", { responses: [] }), want: "`responses` must be an object" },
    { given: get("/a", { responses: { 200: { description: 1 } } }), want: "`description` must be a string" },
    { given: get("/a", { requestBody: { content: [] } }), want: "`content` must be an object" },
    { given: response({ title: 5 }), want: `${schemaPointer}/title: \`title\` must be a string.` },
    { given: response({ type: 5 }), want: "`type` must be a string or an array of strings" },
    { given: response({ type: ["string", 5] }), want: "`type` must be a string or an array of strings" },
    { given: response({ enum: { a: 1 } }), want: "`enum` must be an array" },
    { given: response({ required: [1] }), want: "`required` must be an array of strings" },
    { given: response({ properties: [] }), want: "`properties` must be an object" },
    {
      given: response({ properties: { a: null } }),
      want: `${schemaPointer}/properties/a: the schema must be an object.`,
    },
    { given: response({ allOf: [null] }), want: `${schemaPointer}/allOf/0: the schema must be an object.` },
    { given: response({ $ref: 5 }), want: "`$ref` must be a string" },
    { given: document({}, { servers: {} }), want: "#/servers: `servers` must be an array." },
    { given: document({}, { servers: [{ url: 1 }] }), want: "#/servers/0/url: `url` must be a string." },
    { given: document({ "/a": { parameters: {} } }), want: "#/paths/~1a/parameters: `parameters` must be an array." },
    {
      given: document({}, { tags: [{ name: 1 }] }),
      want: "#/tags/0/name: `name` must be a string. Correct the document.",
    },
    { given: response({ deprecated: [true], required: true }), want: "`deprecated` must be a boolean" },
    { given: response({ required: "a" }), want: "`required` must be an array of strings" },
    { given: response({ title: true }), want: "`title` must be a string" },
    {
      given: get("/a", { security: [null] }),
      want: "#/paths/~1a/get/security: `security` must be an array of objects that have arrays of strings.",
    },
    {
      given: document({}, { security: [{ key: "read" }] }),
      want: "#/security: `security` must be an array of objects",
    },
    { given: get("/a", { servers: {} }), want: "#/paths/~1a/get/servers: `servers` must be an array." },
    { given: document({ "/a": { servers: {} } }), want: "#/paths/~1a/servers: `servers` must be an array." },
    {
      given: document({}, { servers: [{ url: "/", description: 1 }] }),
      want: "#/servers/0/description: `description` must be a string.",
    },
    ...["headers", "parameters", "pathItems", "requestBodies", "responses", "schemas", "securitySchemes"].map(
      (section) => ({
        given: document({}, { components: { [section]: [] } }),
        want: `#/components/${section}: \`${section}\` must be an object.`,
      }),
    ),
    {
      given: get("/a", { responses: { 200: { description: "", headers: [] } } }),
      want: "#/paths/~1a/get/responses/200/headers: `headers` must be an object.",
    },
    {
      given: get("/a", { responses: { 200: { description: "", headers: { a: { $ref: 1 } } } } }),
      want: "#/paths/~1a/get/responses/200/headers/a/$ref: `$ref` must be a string.",
    },
    {
      given: get("/a", { responses: { 200: { description: "", headers: { a: { content: [] } } } } }),
      want: "#/paths/~1a/get/responses/200/headers/a/content: `content` must be an object.",
    },
    {
      given: get("/a", { requestBody: { content: { a: { encoding: [] } } } }),
      want: "#/paths/~1a/get/requestBody/content/a/encoding: `encoding` must be an object.",
    },
    {
      given: get("/a", { requestBody: { content: { a: { encoding: { b: { contentType: [] } } } } } }),
      want: "#/paths/~1a/get/requestBody/content/a/encoding/b/contentType: `contentType` must be a string.",
    },
    {
      given: response({ discriminator: { mapping: { a: 1 } } }),
      want: `${schemaPointer}/discriminator/mapping: \`mapping\` must be an object with string values.`,
    },
    ...["type", "scheme", "in", "name", "openIdConnectUrl"].map((field) => ({
      given: document({}, { components: { securitySchemes: { a: { [field]: 1 } } } }),
      want: `#/components/securitySchemes/a/${field}: \`${field}\` must be a string.`,
    })),
    {
      given: get("/a", { requestBody: { required: [], content: {} } }),
      want: "#/paths/~1a/get/requestBody/required: `required` must be a boolean",
    },
  ])("$want", ({ given, want }) => {
    expect(refusal(() => validateSelection(validateDocument(given)))).toContain(want);
  });
});

describe("validates paths", () => {
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
  ])("rejects %j", (path) => {
    expect(refusal(() => validateSelection(validateDocument(get(path))))).toMatch(
      /^error\[MALFORMED\] at #\/paths\/.*: the path must start with one slash, without empty or dotted segments or characters that a URL path cannot have\. Correct the document\.$/s,
    );
  });

  test.each(["/", "/a", "/a/", "/a/b-c_d.e~f", "/a:pause", "/a%20b", "/a;b=c", "/@me", "/é", "/a/.well-known"])(
    "accepts %j",
    (path) => {
      expect(validateSelection(validateDocument(get(path)))).toBeTruthy();
    },
  );

  const id = { in: "path", name: "id", required: true, schema: { type: "string" } };
  test.each<{ name: string; given: JsonObject; valid: boolean }>([
    { name: "declared", given: get("/a/{id}", { parameters: [id] }), valid: true },
    {
      name: "declared for the whole path",
      given: document({ "/a/{id}": { get: operation("getA"), parameters: [id] } }),
      valid: true,
    },
    {
      name: "declared by a component",
      given: {
        ...get("/a/{id}", { parameters: [{ $ref: "#/components/parameters/Id" }] }),
        components: { parameters: { Id: id } },
      },
      valid: true,
    },
    { name: "declared in the middle of the path", given: get("/{id}/a", { parameters: [id] }), valid: true },
    { name: "not declared", given: get("/a/{id}"), valid: false },
    {
      name: "declared in another location",
      given: get("/a/{id}", { parameters: [{ ...id, in: "query" }] }),
      valid: false,
    },
    {
      name: "declared under another name",
      given: get("/a/{id}", { parameters: [{ ...id, name: "Id" }] }),
      valid: false,
    },
  ])("accepts a template parameter that is $name: $valid", ({ given, valid }) => {
    if (valid) expect(validateSelection(validateDocument(given))).toBe(given);
    else
      expect(refusal(() => validateSelection(validateDocument(given)))).toContain(
        "the operation does not declare the parameter {id} of its path",
      );
  });
});

describe("rejects documents over a limit, with the place", () => {
  test.each<{ name: string; given: () => Json; want: string }>([
    {
      name: "deeply nested schemas",
      given: () => response(nested(500)),
      want: `error[TOO_LARGE] at ${schemaPointer}/items/items/items/items/…: objects and arrays are nested more than 200 levels deep. Select less of the document, or correct it.`,
    },
    {
      name: "one nested schema too many",
      given: () => response(nested(96)),
      want: `error[TOO_LARGE] at ${(schemaPointer + "/items".repeat(96)).slice(0, 200)}…: objects are nested more than 100 levels deep. Correct the document.`,
    },
    {
      name: "nested schemas in arrays",
      given: () => response(nested(96, (schema) => ({ allOf: [schema] }))),
      want: "…: objects are nested more than 100 levels deep",
    },
    {
      name: "nested schemas of properties",
      given: () => response(nested(96, (schema) => ({ properties: { a: schema } }))),
      want: "…: objects are nested more than 100 levels deep",
    },
    {
      name: "one nested array too many in a default",
      given: () => response({ default: arrays(193) }),
      want: `error[TOO_LARGE] at ${schemaPointer}/default/0/0/0/…: objects and arrays are nested more than 200 levels deep`,
    },
    {
      name: "a deeply nested default",
      given: () => response({ default: arrays(5000) }),
      want: "objects and arrays are nested more than 200 levels deep",
    },
    {
      name: "100,000 values of an enum",
      given: () => response({ enum: [...Array(100_000).keys()] }),
      want: `error[TOO_LARGE] at ${schemaPointer}/enum: the array has more than 10000 items.`,
    },
    {
      name: "an infinite number",
      given: () => response({ maximum: JSON.parse("1e400") }),
      want: `error[TOO_LARGE] at ${schemaPointer}/maximum: the number is too large.`,
    },
    {
      name: "a long property name",
      given: () => response({ properties: { ["a".repeat(1001)]: {} } }),
      want: `error[TOO_LARGE] at ${schemaPointer}/properties: a key has more than 1000 characters.`,
    },
    {
      name: "two million values",
      given: () => response({ default: Array.from({ length: 300 }, () => Array.from({ length: 7000 }, () => 0)) }),
      want: "the selection has more than 2000000 values",
    },
  ])("$name", ({ given, want }) => {
    const document = given();
    expect(refusal(() => validateSelection(validateDocument(document)))).toContain(want);
  });

  test.each<{ name: string; given: () => JsonObject }>([
    { name: "a description of ten megabytes", given: () => response({ description: "a".repeat(1e7) }) },
    { name: "the maximum of nested schemas", given: () => response(nested(95)) },
    { name: "the maximum of nested arrays", given: () => response({ default: arrays(192) }) },
    { name: "the maximum of enum values", given: () => response({ enum: [...Array(10_000).keys()] }) },
    { name: "the longest property name", given: () => response({ properties: { ["a".repeat(1000)]: {} } }) },
  ])("accepts $name", ({ given }) => {
    expect(refusal(() => validateSelection(validateDocument(given())))).toBe("nothing");
  });
});

test.each<{ name: string; given: Json }>([
  { name: "OpenAPI 3.0", given: { openapi: "3.0.4", paths: {} } },
  {
    name: "extensions in paths and responses",
    given: document({ "x-a": 1, "/a": { get: operation("getA", { responses: { "x-b": 2 } }) } }),
  },
  { name: "OpenAPI 3.1", given: { openapi: "3.1.0", paths: {} } },
  { name: "OpenAPI 3.1 without a patch version", given: { openapi: "3.1", paths: {} } },
  {
    name: "all fields that are read",
    given: get("/a", {
      deprecated: true,
      tags: ["A"],
      parameters: ["cookie", "header", "query"].map((place) => ({ in: place, name: "a", required: false })),
      requestBody: { required: true, content: { "application/json": { schema: { type: ["string", "null"] } } } },
      responses: { 200: json({ type: "object", required: ["a"], enum: [], properties: {}, title: "A" }) },
    }),
  },
  {
    name: "a boolean `required`, as in old drafts of JSON Schema",
    given: response({ properties: { a: { type: "string", required: true }, b: { required: false } } }),
  },
  {
    name: "an extension in a callback",
    given: get("/a", { callbacks: { onA: { "x-a": 1, "{$url}": {} } } }),
  },
  {
    name: "boolean schemas",
    given: document({}, { components: { schemas: { A: { items: true, additionalProperties: false } } } }),
  },
])("accepts $name and returns it unchanged", ({ given }) => {
  expect(validateSelection(validateDocument(given))).toBe(given);
});

test("accepts errors in operations that are not selected", () => {
  const given = document({ "/a": { get: operation("getA", { parameters: [null] }) } });
  expect(validateDocument(given)).toBe(given);
});
