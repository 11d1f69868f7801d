import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../generator/document/json.ts";
import { normalize } from "../../generator/document/normalize/normalize.ts";
import type { OpenApiDocument } from "../../generator/document/openapi-types.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { readNames } from "../../generator/model/read-names.ts";
import { document, json, operation } from "../helpers/document.ts";

const read = (given: OpenApiDocument) => {
  const normal = normalize(given);
  return buildModel(normal, readNames(normal, { name: "Test", enumNames: {}, enumMembers: {} }).names, {});
};

describe("finds pagination by", () => {
  const cursor = { name: "starting_after", in: "query", schema: { type: "string" } };
  const page = {
    type: "object",
    properties: { items: { type: "array", items: {} }, next_starting_after: { type: "string" } },
  };
  const pagination = { cursor: "starting_after", next: "next_starting_after", items: "items" };
  const refs = {
    components: { schemas: { Page: page }, parameters: { Cursor: cursor }, responses: { Page: json(page) } },
  };
  test.each<{ name: string; parameters: Json; body?: JsonObject; response: JsonObject; want: unknown }>([
    { name: "cursor, items and next cursor", parameters: [cursor], response: json(page), want: pagination },
    {
      name: "references",
      parameters: [{ $ref: "#/components/parameters/Cursor" }],
      response: { $ref: "#/components/responses/Page" },
      want: pagination,
    },
    {
      name: "an `allOf`",
      parameters: [cursor],
      response: json({ allOf: [{ $ref: "#/components/schemas/Page" }, { type: "object" }] }),
      want: pagination,
    },
    { name: "no cursor: none", parameters: [], response: json(page), want: undefined },
    {
      name: "a cursor in a header: none",
      parameters: [{ ...cursor, in: "header" }],
      response: json(page),
      want: undefined,
    },
    {
      name: "no next cursor: none",
      parameters: [cursor],
      response: json({ properties: { items: { type: "array" } } }),
      want: undefined,
    },
    {
      name: "items that are not an array: none",
      parameters: [cursor],
      response: json({ properties: { items: { type: "object" }, next_starting_after: {} } }),
      want: undefined,
    },
    {
      name: "a cursor in the body",
      parameters: [],
      body: json({ type: "object", properties: { starting_after: {}, limit: { maximum: 50 } } }),
      response: json(page),
      want: { in: "body", ...pagination, limit: 50 },
    },
    {
      name: "a cursor in the query and in the body",
      parameters: [cursor],
      body: json({ type: "object", properties: { starting_after: {} } }),
      response: json(page),
      want: pagination,
    },
    {
      name: "an array as the response: none",
      parameters: [cursor],
      response: json({ type: "array", items: {} }),
      want: undefined,
    },
  ])("$name", ({ parameters, body, response, want }) => {
    const fields = { parameters, ...(body && { requestBody: body }), responses: { 200: response } };
    const given = document({ "/a": { post: operation("listA", fields) } }, refs);
    expect(read(given).operations[0]?.pagination).toEqual(want);
  });
});

test("reads what a call needs to know about an operation", () => {
  const given = document({
    "/things/{id}": {
      parameters: [
        { name: "id", in: "path", required: true, schema: { type: "string" } },
        { name: "trace", in: "header", schema: { type: "string" } },
      ],
      patch: operation("patchThing", {
        summary: " Change a thing ",
        description: "Slow.\n\nRequires one of the following scopes: `t:update`",
        deprecated: true,
        tags: ["Thing"],
        parameters: [{ name: "trace", in: "header", required: true, schema: { type: "string" } }],
        requestBody: { required: true, content: { "application/json": { schema: {} }, "text/csv": { schema: {} } } },
        responses: { 200: json({}), 204: { description: "None" }, "4XX": json({}), default: json({}) },
      }),
    },
  });
  expect(read(given).operations).toEqual([
    {
      name: "patchThing",
      method: "PATCH",
      path: "/things/{id}",
      summary: "Change a thing",
      description: "Slow.",
      deprecated: true,
      tags: ["Thing"],
      scopes: [["t:update"]],
      parameters: [
        { name: "trace", in: "header", required: true },
        { name: "id", in: "path", required: true },
      ],
      requestBody: { required: true, mediaTypes: ["application/json", "text/csv"] },
      responses: [
        { status: 200, mediaTypes: ["application/json"] },
        { status: 204, mediaTypes: [] },
        { status: "4XX", mediaTypes: ["application/json"] },
        { status: "default", mediaTypes: ["application/json"] },
      ],
      overrides: { 204: "none" },
    },
  ]);
});

test("sorts operations by path, then by method", () => {
  const given = document({
    "/b": { get: operation("getB") },
    "/a/{id}": { get: operation("getOneA") },
    "/a": { post: operation("postA"), get: operation("getA"), delete: operation("deleteA") },
  });
  expect(read(given).operations.map(({ name }) => name)).toEqual(["deleteA", "getA", "postA", "getOneA", "getB"]);
});

test("names an operation without an id by method and path", () => {
  const responses = { 200: { description: "Fine" } };
  const given = document({ "/pets/{petId}/toys": { get: { responses } }, "/": { post: { responses } } });
  expect(read(given).operations.map(({ name }) => name)).toEqual(["postRoot", "getPetsByPetIdToys"]);
});

test.each<{ name: string; servers: Json; want: string | undefined }>([
  {
    name: "the first server",
    servers: [{ url: "https://a.test/v1/" }, { url: "https://b.test" }],
    want: "https://a.test/v1",
  },
  {
    name: "the defaults of its variables",
    servers: [{ url: "https://{region}.test", variables: { region: { default: "eu" } } }],
    want: "https://eu.test",
  },
  { name: "not a relative URL", servers: [{ url: "/v1" }], want: undefined },
  { name: "not another protocol", servers: [{ url: "javascript:alert(1)" }], want: undefined },
  { name: "none", servers: [], want: undefined },
])("reads the base URL: $name", ({ servers, want }) => {
  expect(read(document({ "/a": { get: operation("getA") } }, { servers })).baseUrl).toBe(want);
});

describe("names types", () => {
  const schema = (name: string, value: JsonObject = { type: "object" }) =>
    document(
      { "/a": { get: operation("getA", { responses: { 200: json({ $ref: `#/components/schemas/${name}` }) } }) } },
      { components: { schemas: { [name]: value } } },
    );
  test.each([
    { name: "Account", want: ["Account"] },
    { name: "my.pet-1", want: ["MyPet1"] },
    { name: "Result", want: ["ResultSchema"] },
    { name: "TestClient", want: ["TestClientSchema"] },
    { name: "getA", want: ["getASchema"] },
    { name: "1st", want: ["_1st"] },
    { name: "default", want: ["defaultSchema"] },
    { name: "string", want: ["stringSchema"] },
  ])("exports schema $name as $want", ({ name, want }) => {
    expect(read(schema(name)).schemas.map((each) => each.name)).toEqual(want);
  });

  test("exports a schema that is an enum only as the enum", () => {
    const model = read(schema("Color", { type: "string", enum: ["red", "blue"] }));
    expect([model.schemas, model.enums.map(({ name }) => name)]).toEqual([[], ["Color"]]);
    const names = ["Result", "delete", "Record"].map((name) => read(schema(name, { enum: ["a", "b"] })).enums[0]?.name);
    expect(names).toEqual(["ResultEnum", "deleteEnum", "RecordEnum"]);
  });
});

test("distinguishes equal names by a number, but keeps ids that are identifiers", () => {
  const get = (id?: string): JsonObject => {
    const { operationId: _, ...unnamed } = operation("");
    return { get: id === undefined ? unnamed : operation(id) };
  };
  const given = document({ "/a": get("get-b"), "/b": get("get.b"), "/c": get("getB"), "/x": get(), "/x/": get() });
  expect(read(given).operations.map(({ name }) => name)).toEqual(["getB2", "getB3", "getB", "getX", "getX2"]);
});

test.each<{ name: string; given: OpenApiDocument; want: string }>([
  {
    name: "two operations with the same id",
    given: document({ "/a": { get: operation("getA") }, "/b": { get: operation("getA") } }),
    want: "error[NAME_COLLISION] at #/paths/~1b/get: this operation and the one at #/paths/~1a/get have the same operationId getA. Give each operation a unique operationId.",
  },
  {
    name: "an operation with the name of an iterator",
    given: document({
      "/a": {
        get: operation("listA", {
          parameters: [{ name: "starting_after", in: "query", schema: {} }],
          responses: { 200: json({ properties: { items: { type: "array" }, next_starting_after: {} } }) },
        }),
      },
      "/b": { get: operation("listAItems") },
    }),
    want: "operation listAItems and an iterator of listA would both export listAItems",
  },
])("rejects $name", ({ given, want }) => {
  expect(() => read(given)).toThrow(want);
});
