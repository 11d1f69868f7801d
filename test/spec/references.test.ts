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
const answer = (schema: Json, schemas: JsonObject = {}): JsonObject =>
  get({ responses: { 200: json(schema as JsonObject) } }, { components: { schemas } });
const select = (given: JsonObject): JsonObject => selectOperations(given, { paths: ["/**"] }).document;

describe("a name is what stands in the reference, unescaped", () => {
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
  { name: "a schema that anything is", found: true, want: {} },
  { name: "a schema that nothing is", found: false, want: { not: {} } },
  { name: "a schema that is a text", found: "a", want: undefined },
  { name: "a header that is true", section: "headers", found: true, want: undefined },
])("$name is $want", ({ section = "schemas", found, want }) => {
  expect(findComponent(document({}, { components: { [section]: { A: found } } }), section, "A")).toEqual(want);
});

describe("what is refused, and where", () => {
  test.each<{ name: string; given: JsonObject; want: string }>([
    {
      name: "a reference to nothing",
      given: answer(to("A")),
      want: "/schema: refers to #/components/schemas/A, which the document does not define. Correct the document, or select paths that do not need it.",
    },
    {
      name: "a reference of a component to nothing",
      given: answer(to("A"), { A: { items: to("B") } }),
      want: "error[REF_MISSING] at #/components/schemas/A/items: ",
    },
    {
      name: "a reference to another file",
      given: answer({ $ref: 'a.json#/"b"' }),
      want: '/schema: refers to "a.json#/\\"b\\"", and only references of the form #/components/schemas/<name> are followed. Bundle the document into one file, with what is shared under components.',
    },
    {
      name: "a discriminator's reference to nothing",
      given: answer({ discriminator: { mapping: { "a/b": "#/components/schemas/B" } } }),
      want: "error[REF_MISSING] at #/paths/~1a/get/responses/200/content/application~1json/schema/discriminator/mapping/a~1b: ",
    },
    {
      name: "a name in a discriminator",
      given: answer({ discriminator: { mapping: { a: "A" } } }),
      want: "/schema/discriminator/mapping/a: refers to #/components/schemas/A, which the document does not define",
    },
  ])("$name", ({ given, want }) => {
    expect(refusal(() => select(given))).toContain(want);
  });

  test.each<{ name: string; given: JsonObject; want: string }>([
    {
      name: "a schema that is itself",
      given: answer(to("A"), { A: to("A") }),
      want: "error[REF_CIRCULAR] at #/components/schemas/A: refers to #/components/schemas/A, which refers back to it and to nothing else. Correct the document.",
    },
    { name: "two that are each other", given: answer({}, { A: to("B"), B: to("A") }), want: "error[REF_CIRCULAR]" },
    {
      name: "a schema that is none",
      given: answer({}, { A: to("B") }),
      want: "error[REF_MISSING] at #/components/schemas/A: ",
    },
    {
      name: "a schema that is one that is none",
      given: answer(to("A"), { A: to("B") }),
      want: "error[REF_MISSING] at #/components/schemas/A: ",
    },
    {
      name: "a parameter of a path that is none",
      given: document({ "/{a}": { get: operation("getA", { parameters: [{ $ref: "#/components/parameters/A" }] }) } }),
      want: "error[REF_MISSING] at #/paths/~1{a}/parameters: ",
    },
  ])("$name, looked at as a whole", ({ given, want }) => {
    expect(refusal(() => validateSelection(validateDocument(given)))).toContain(want);
  });
});

describe("what is no reference leads nowhere", () => {
  test.each<{ name: string; given: JsonObject }>([
    { name: "$ref of what is shared nowhere", given: get({}, { info: { title: "A", version: "1", $ref: "x.json" } }) },
    { name: "a discriminator of a response", given: get({ responses: { 200: mapped("x/y.json") } }) },
    { name: "a security scheme that is not there", given: get({ security: [{ Gone: [] }] }) },
  ])("$name", ({ given }) => {
    const { components: _, ...rest } = given;
    expect(select(given)).toEqual(rest);
    expect(refusal(() => validateSelection(validateDocument(given)))).toBe("nothing");
  });

  test("nor does what is no schema", () => {
    const given = answer(null);
    expect(select(given).paths).toEqual(given.paths);
  });
});

function mapped(target: string): JsonObject {
  return { description: "Fine", discriminator: { mapping: { a: target } } };
}

describe("what comes along with an operation", () => {
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
      name: "no schemes for what a schema calls security",
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
    { name: "schemas that are true", given: answer(to("A"), { A: true, B: false }), want: { schemas: { A: true } } },
  ])("$name", ({ given, want }) => {
    expect(asObject(select(given).components)).toEqual(want);
  });
});
