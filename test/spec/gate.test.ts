import { expect, test } from "vitest";
import { gate, whole } from "../../generator/spec/gate.ts";
import type { Json } from "../../generator/spec/json.ts";
import { document, operation } from "../helpers/document.ts";

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
