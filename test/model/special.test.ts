import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../generator/document/json.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { readNames } from "../../generator/model/read-names.ts";
import { document, operation } from "../helpers/document.ts";

const build = (fields: JsonObject, rest: JsonObject = {}, documentUrl?: string) => {
  const given = document({ "/a/{id}": { post: operation("postA", { responses: {}, ...fields }) } }, rest);
  const { names } = readNames(given, { name: "Test", enumNames: {}, enumMembers: {} });
  return buildModel(given, names, documentUrl === undefined ? {} : { documentUrl });
};
const overridesOf = (fields: JsonObject, rest?: JsonObject) => build(fields, rest).operations[0]?.overrides;

describe("reads a response by media type:", () => {
  test.each<{ types: string[]; want: string | undefined }>([
    { types: ["application/json"], want: undefined },
    { types: ["application/json; charset=utf-8"], want: undefined },
    { types: ["application/problem+json"], want: undefined },
    { types: ["application/vnd.api+json"], want: undefined },
    { types: ["*/*"], want: undefined },
    { types: ["application/*"], want: undefined },
    { types: ["text/plain"], want: "text" },
    { types: ["text/csv; header=present"], want: "text" },
    { types: ["application/xml"], want: "text" },
    { types: ["image/svg+xml"], want: "text" },
    { types: ["application/x-yaml"], want: "text" },
    { types: ["application/x-www-form-urlencoded"], want: "text" },
    { types: ["image/png"], want: "blob" },
    { types: ["image/*"], want: "blob" },
    { types: ["application/pdf"], want: "blob" },
    { types: ["application/octet-stream"], want: "blob" },
    { types: ["multipart/form-data"], want: "blob" },
    { types: ["text/event-stream"], want: "stream" },
    { types: ["application/x-ndjson"], want: "stream" },
    { types: ["application/jsonl"], want: "stream" },
    { types: ["application/json-seq"], want: "stream" },
    { types: ["application/stream+json"], want: "stream" },
    { types: ["image/png", "text/plain"], want: "text" },
    { types: ["text/event-stream", "application/json"], want: undefined },
    { types: [], want: "none" },
  ])("$types is $want", ({ types, want }) => {
    const content = Object.fromEntries(types.map((type) => [type, {}]));
    expect(overridesOf({ responses: { 200: { description: "", content } } })?.["200"]).toBe(want);
  });
});

describe("reads the style of parameters that are not serialized by default:", () => {
  test.each<{ parameter: JsonObject; want: JsonObject | undefined }>([
    { parameter: { in: "query", schema: { type: "string" } }, want: undefined },
    { parameter: { in: "query", schema: { type: "array", items: { type: "string" } } }, want: undefined },
    { parameter: { in: "query", explode: false, schema: { type: "string" } }, want: undefined },
    { parameter: { in: "query", explode: false, schema: { type: "array" } }, want: { style: "form", explode: false } },
    { parameter: { in: "query", schema: { type: "object" } }, want: { style: "form", explode: true } },
    { parameter: { in: "query", schema: {} }, want: { style: "form", explode: true } },
    { parameter: { in: "query", schema: { $ref: "#/components/schemas/O" } }, want: { style: "form", explode: true } },
    {
      parameter: { in: "query", schema: { $ref: "#/components/schemas/Loop" } },
      want: { style: "form", explode: true },
    },
    { parameter: { in: "query", schema: { enum: ["a", 1] } }, want: undefined },
    {
      parameter: { in: "query", schema: { anyOf: [{ type: "string" }, { type: "object" }] } },
      want: { style: "form", explode: true },
    },
    {
      parameter: { in: "query", style: "deepObject", explode: true, schema: { type: "object" } },
      want: { style: "deepObject", explode: true },
    },
    { parameter: { in: "query", style: "matrix", schema: { type: "string" } }, want: undefined },
    { parameter: { in: "path", schema: { type: "integer" } }, want: undefined },
    { parameter: { in: "path", schema: { type: "boolean" } }, want: { style: "simple", explode: false } },
    { parameter: { in: "path", schema: { type: "array" } }, want: { style: "simple", explode: false } },
    { parameter: { in: "path", style: "label", schema: { type: "string" } }, want: { style: "label", explode: false } },
    { parameter: { in: "header", schema: { type: "string" } }, want: undefined },
    { parameter: { in: "header", schema: { type: "array" } }, want: { style: "simple", explode: false } },
    {
      parameter: { in: "header", schema: { type: "string", format: "date-time" } },
      want: { style: "simple", explode: false },
    },
    { parameter: { in: "cookie", schema: { type: "string" } }, want: undefined },
    {
      parameter: { in: "query", content: { "application/json": { schema: {} } } },
      want: { style: "form", contentType: "application/json" },
    },
  ])("$parameter: $want", ({ parameter, want }) => {
    const schemas = { O: { type: "object" }, Loop: { allOf: [{ $ref: "#/components/schemas/Loop" }] } };
    const found = overridesOf({ parameters: [{ name: "id", ...parameter }] }, { components: { schemas } });
    expect(found?.[String(parameter.in)]).toEqual(want && { id: want });
  });
});

describe("reads the security of", () => {
  const securitySchemes = {
    bearer: { type: "http", scheme: "Bearer" },
    basic: { type: "http", scheme: "basic" },
    key: { type: "apiKey", in: "query", name: "k" },
  };
  test.each<{ what: string; document?: Json; operation?: Json; want: unknown }>([
    { what: "a bearer token", document: [{ bearer: [] }], want: undefined },
    { what: "an undefined scheme", document: [{ other: [] }], want: undefined },
    { what: "a document without security", want: { schemes: {}, requirement: [], optional: true } },
    {
      what: "an operation without security",
      document: [{ bearer: [] }],
      operation: [],
      want: { schemes: {}, requirement: [], optional: true },
    },
    {
      what: "an optional bearer token",
      document: [{ bearer: [] }, {}],
      want: { schemes: { bearer: { type: "http", scheme: "bearer" } }, requirement: [["bearer"], []], optional: true },
    },
    {
      what: "an API key with basic authentication",
      document: [{ bearer: [] }],
      operation: [{ key: [], basic: [] }],
      want: {
        schemes: { basic: { type: "http", scheme: "basic" }, key: { type: "apiKey", in: "query", name: "k" } },
        requirement: [["basic", "key"]],
        optional: false,
      },
    },
  ])("$what", ({ document: documentSecurity, operation: security, want }) => {
    const rest = {
      components: { securitySchemes },
      ...(documentSecurity !== undefined && { security: documentSecurity }),
    };
    expect(build(security === undefined ? {} : { security }, rest).security).toEqual(want);
  });

  test.each([
    { type: "http", scheme: "a b" },
    { type: "apiKey", in: "header", name: "a\r\nb" },
    { type: "apiKey", in: "body", name: "a" },
  ])("rejects a scheme that a request cannot have: %j", (scheme) => {
    expect(() => build({}, { security: [{ a: [] }], components: { securitySchemes: { a: scheme } } })).toThrow(
      "error[MALFORMED] at #/components/securitySchemes/a/",
    );
  });
});

test.each([
  { url: "/v1", documentUrl: "https://docs.test/a/openapi.json", want: "https://docs.test/v1" },
  { url: "../v1/", documentUrl: "https://docs.test/a/openapi.json", want: "https://docs.test/v1" },
  { url: "https://a.test", documentUrl: "https://docs.test", want: "https://a.test" },
  { url: "javascript:alert(1)", documentUrl: "https://docs.test", want: undefined },
])("resolves the server $url of a document at $documentUrl to $want", ({ url, documentUrl, want }) => {
  expect(build({}, { servers: [{ url }] }, documentUrl).baseUrl).toBe(want);
});
