import { describe, expect, test } from "vitest";
import { asObject, type JsonObject } from "../../generator/document/json.ts";
import { type Include, selectOperations } from "../../generator/document/select-operations.ts";
import { document, json, operation } from "../helpers/document.ts";

const api = document(
  {
    "/a": { get: operation("getA", { tags: ["A"] }), post: operation("postA", { tags: ["A", "B"] }) },
    "/a/{id}": { get: operation("getOneA", { tags: ["A"] }), parameters: [{ $ref: "#/components/parameters/Id" }] },
    "/a/{id}/b": {
      get: operation("getB", { tags: ["B"], responses: { 200: json({ $ref: "#/components/schemas/B" }) } }),
    },
    "/ab": { get: operation("getAb", { responses: { 200: { $ref: "#/components/responses/Ab" } } }) },
    "/shared": { $ref: "#/components/pathItems/Shared" },
  },
  {
    security: [{ Key: [] }],
    webhooks: { event: { post: operation("onEvent") } },
    components: {
      parameters: { Id: { name: "id", in: "path", required: true, schema: { $ref: "#/components/schemas/Id" } } },
      pathItems: { Shared: { get: operation("getShared"), put: operation("putShared", { tags: ["S"] }) } },
      responses: { Ab: json({ type: "object", properties: { b: { $ref: "#/components/schemas/B" } } }) },
      schemas: {
        B: { anyOf: [{ $ref: "#/components/schemas/C" }, { type: "null" }] },
        C: { type: "object", additionalProperties: { $ref: "#/components/schemas/C" } },
        Id: { type: "string" },
        Mapped: { type: "object" },
        Named: { type: "object" },
        Shape: { discriminator: { propertyName: "kind", mapping: { m: "#/components/schemas/Mapped", n: "Named" } } },
        Unused: { $ref: "#/components/schemas/Missing" },
      },
      securitySchemes: { Key: { type: "http", scheme: "bearer" }, Other: { type: "http", scheme: "basic" } },
    },
  },
);

const operations = (part: JsonObject): string[] =>
  Object.values(asObject(part.paths)).flatMap((item) =>
    Object.values(asObject(item)).flatMap((value) => asObject(value).operationId ?? []),
  ) as string[];

const components = (part: JsonObject): string[] =>
  Object.entries(asObject(part.components)).flatMap(([section, all]) =>
    Object.keys(asObject(all)).map((name) => `${section}/${name}`),
  );

describe("selects operations", () => {
  test.each<{ include: Include; want: string[] }>([
    { include: { paths: ["/a"] }, want: ["getA", "postA"] },
    { include: { paths: ["/a/**"] }, want: ["getA", "postA", "getOneA", "getB"] },
    { include: { paths: ["/a/*"] }, want: ["getOneA"] },
    { include: { paths: ["/a/{id}"] }, want: ["getOneA"] },
    { include: { paths: ["/a", "/ab"] }, want: ["getA", "postA", "getAb"] },
    { include: { tags: ["B"] }, want: ["postA", "getB"] },
    { include: { paths: ["/ab"], tags: ["B"] }, want: ["postA", "getB", "getAb"] },
    { include: { tags: ["S"] }, want: ["putShared"] },
    { include: { paths: ["/shared"] }, want: ["getShared", "putShared"] },
  ])("$include selects $want", ({ include, want }) => {
    expect(operations(selectOperations(api, include).document)).toEqual(want);
  });
});

describe("keeps the components that operations reach", () => {
  const key = "securitySchemes/Key";
  test.each<{ paths: string[]; want: string[] }>([
    { paths: ["/a"], want: [key] },
    { paths: ["/a/{id}"], want: ["parameters/Id", "schemas/Id", key] },
    { paths: ["/a/{id}/b"], want: ["schemas/B", "schemas/C", key] },
    { paths: ["/ab"], want: ["responses/Ab", "schemas/B", "schemas/C", key] },
  ])("$paths needs $want", ({ paths, want }) => {
    expect(components(selectOperations(api, { paths }).document)).toEqual(want);
  });

  test("follows the mapping of a discriminator", () => {
    const shapes = {
      ...api,
      paths: {
        "/s": { get: operation("getShape", { responses: { 200: json({ $ref: "#/components/schemas/Shape" }) } }) },
      },
    };
    expect(components(selectOperations(shapes, { paths: ["/s"] }).document)).toEqual([
      "schemas/Mapped",
      "schemas/Named",
      "schemas/Shape",
      key,
    ]);
  });
});

test("removes everything outside the selection", () => {
  expect(Object.keys(selectOperations(api, { paths: ["/a"] }).document)).toEqual([
    "openapi",
    "info",
    "security",
    "paths",
    "components",
  ]);
});

test("warns about a glob and a tag that match nothing if another one matches", () => {
  expect(selectOperations(api, { paths: ["/a", "/nowhere"], tags: ["Z"] }).warnings).toEqual([
    { code: "INCLUDE_UNUSED", where: "include/paths/1 (/nowhere)", what: "matches no operation of the document" },
    { code: "INCLUDE_UNUSED", where: "include/tags/0 (Z)", what: "matches no operation of the document" },
  ]);
});

describe("rejects", () => {
  const withRef = ($ref: string) =>
    document({ "/a": { get: operation("getA", { responses: { 200: json({ $ref }) } }) } });
  test.each<{ name: string; given: JsonObject; include?: Include; want: string }>([
    {
      name: "a selection without operations",
      given: api,
      include: { paths: ["/z"] },
      want: "error[INCLUDE_EMPTY] at include",
    },
    {
      name: "a reference to a missing component",
      given: withRef("#/components/schemas/Gone"),
      want: "error[REF_MISSING] at #/paths/~1a/get/responses/200/content/application~1json/schema: refers to #/components/schemas/Gone",
    },
    { name: "a reference to __proto__", given: withRef("#/components/schemas/__proto__"), want: "error[REF_MISSING]" },
    { name: "a reference to a URL", given: withRef("https://evil.test/x.json"), want: "error[REF_UNSUPPORTED]" },
    { name: "a reference to a file", given: withRef("./x.yaml#/X"), want: "error[REF_UNSUPPORTED]" },
    {
      name: "a reference into a component",
      given: withRef("#/components/schemas/A/properties/b"),
      want: "error[REF_UNSUPPORTED]",
    },
    {
      name: "a reference to the wrong type of component",
      given: withRef("#/components/responses/A"),
      want: "error[REF_UNSUPPORTED]",
    },
  ])("$name", ({ given, include = { paths: ["/**"] }, want }) => {
    expect(() => selectOperations(given, include)).toThrow(want);
  });

  test("nothing that only looks like a reference: in an example, a default, or a property named $ref", () => {
    const schema = {
      type: "object",
      properties: { $ref: { type: "string" } },
      example: { $ref: "./x.yaml" },
      default: { $ref: "y" },
    };
    const given = document({ "/a": { get: operation("getA", { responses: { 200: json(schema) } }) } });
    expect(selectOperations(given, { paths: ["/a"] }).document.paths).toEqual(given.paths);
  });
});
