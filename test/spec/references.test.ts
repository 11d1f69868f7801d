import { describe, expect, test } from "vitest";
import { asObject, type Json, type JsonObject } from "../../generator/document/json.ts";
import { componentNameOf, findComponent } from "../../generator/document/references.ts";
import { selectOperations } from "../../generator/document/select-operations.ts";
import { validateDocument, validateSelection } from "../../generator/document/validate.ts";
import { document, json, operation } from "../helpers/document.ts";
import { refusal } from "../helpers/refusal.ts";

const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const get = (fields: JsonObject, rest: JsonObject = {}): JsonObject =>
  document({ "/a": { get: operation("getA", fields) } }, rest);
const response = (schema: Json, schemas: JsonObject = {}): JsonObject =>
  get({ responses: { 200: json(schema as JsonObject) } }, { components: { schemas } });
const select = (given: JsonObject): JsonObject => selectOperations(given, { paths: ["/**"] }).document;

describe("decodes the name in a reference", () => {
  test.each([
    { $ref: "Account", want: "Account" },
    { $ref: "a~1b~0c", want: "a/b~c" },
    { $ref: "~01", want: "~1" },
    { $ref: "a%20b", want: "a b" },
    { $ref: "%E0%A4%A", want: "%E0%A4%A" },
  ])("$ref is $want", ({ $ref, want }) => {
    expect(componentNameOf(`#/components/schemas/${$ref}`, "schemas", "#")).toBe(want);
  });
});

test.each<{ name: string; section?: string; found: Json; want: JsonObject | undefined }>([
  { name: "a schema", found: { type: "string" }, want: { type: "string" } },
  { name: "the schema `true`", found: true, want: {} },
  { name: "the schema `false`", found: false, want: { not: {} } },
  { name: "a schema that is a string", found: "a", want: undefined },
  { name: "a header that is true", section: "headers", found: true, want: undefined },
])("finds the component for $name: $want", ({ section = "schemas", found, want }) => {
  expect(findComponent(document({}, { components: { [section]: { A: found } } }), section, "A")).toEqual(want);
});

describe("rejects, with the place,", () => {
  test.each<{ name: string; given: JsonObject; want: string }>([
    {
      name: "a reference to a missing component",
      given: response(to("A")),
      want: "/schema: refers to #/components/schemas/A, which is not in the document. Correct the document, or select paths that do not need it.",
    },
    {
      name: "a component's reference to a missing component",
      given: response(to("A"), { A: { items: to("B") } }),
      want: "error[REF_MISSING] at #/components/schemas/A/items: ",
    },
    {
      name: "a reference to another file",
      given: response({ $ref: 'a.json#/"b"' }),
      want: '/schema: refers to "a.json#/\\"b\\"", but only references of the form #/components/schemas/<name> are supported. Bundle the document into one file, with shared objects under `components`.',
    },
    {
      name: "a discriminator's reference to a missing component",
      given: response({ discriminator: { mapping: { "a/b": "#/components/schemas/B" } } }),
      want: "error[REF_MISSING] at #/paths/~1a/get/responses/200/content/application~1json/schema/discriminator/mapping/a~1b: ",
    },
    {
      name: "a discriminator's name of a missing component",
      given: response({ discriminator: { mapping: { a: "A" } } }),
      want: "/schema/discriminator/mapping/a: refers to #/components/schemas/A, which is not in the document",
    },
  ])("$name", ({ given, want }) => {
    expect(refusal(() => select(given))).toContain(want);
  });

  test.each<{ name: string; given: JsonObject; want: string }>([
    {
      name: "a schema that only refers to itself",
      given: response(to("A"), { A: to("A") }),
      want: "error[REF_CIRCULAR] at #/components/schemas/A: refers to #/components/schemas/A, which only refers back to it. Correct the document.",
    },
    {
      name: "two schemas that only refer to each other",
      given: response({}, { A: to("B"), B: to("A") }),
      want: "error[REF_CIRCULAR]",
    },
    {
      name: "a component that only refers to a missing one",
      given: response({}, { A: to("B") }),
      want: "error[REF_MISSING] at #/components/schemas/A: ",
    },
    {
      name: "a response with a schema that only refers to a missing one",
      given: response(to("A"), { A: to("B") }),
      want: "error[REF_MISSING] at #/components/schemas/A: ",
    },
    {
      name: "a path parameter that is missing",
      given: document({ "/{a}": { get: operation("getA", { parameters: [{ $ref: "#/components/parameters/A" }] }) } }),
      want: "error[REF_MISSING] at #/paths/~1{a}/parameters: ",
    },
  ])("$name, when validating", ({ given, want }) => {
    expect(refusal(() => validateSelection(validateDocument(given)))).toContain(want);
  });
});

describe("ignores what is not a reference", () => {
  test.each<{ name: string; given: JsonObject }>([
    {
      name: "a `$ref` in an object that cannot be a component",
      given: get({}, { info: { title: "A", version: "1", $ref: "x.json" } }),
    },
    { name: "a discriminator of a response", given: get({ responses: { 200: mapped("x/y.json") } }) },
    { name: "a missing security scheme", given: get({ security: [{ Gone: [] }] }) },
  ])("$name", ({ given }) => {
    const { components: _, ...rest } = given;
    expect(select(given)).toEqual(rest);
    expect(refusal(() => validateSelection(validateDocument(given)))).toBe("nothing");
  });

  test("a schema that is null", () => {
    const given = response(null);
    expect(select(given).paths).toEqual(given.paths);
  });
});

function mapped(target: string): JsonObject {
  return { description: "Fine", discriminator: { mapping: { a: target } } };
}

describe("keeps, with an operation,", () => {
  const shared = (extra: JsonObject): JsonObject => ({
    components: { securitySchemes: { Key: { type: "http" }, Other: { type: "http" } }, ...extra },
  });
  test.each<{ name: string; given: JsonObject; want: JsonObject }>([
    {
      name: "the schemes of its own security",
      given: get({ security: [{ Other: [] }] }, shared({})),
      want: { securitySchemes: { Other: { type: "http" } } },
    },
    {
      name: "no schemes for a field named `security` in a schema",
      given: get({ responses: { 200: json({ security: [{ Other: [] }] }) } }, shared({})),
      want: {},
    },
    ...["callbacks", "headers", "links"].map((section) => ({
      name: section,
      given: get(
        section === "callbacks"
          ? { callbacks: { a: { $ref: "#/components/callbacks/A" } } }
          : { responses: { 200: { description: "A", [section]: { a: { $ref: `#/components/${section}/A` } } } } },
        shared({ [section]: { A: { description: "a" }, B: {} } }),
      ),
      want: { [section]: { A: { description: "a" } } },
    })),
    { name: "boolean schemas", given: response(to("A"), { A: true, B: false }), want: { schemas: { A: true } } },
  ])("$name", ({ given, want }) => {
    expect(asObject(select(given).components)).toEqual(want);
  });
});
