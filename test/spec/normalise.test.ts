import { describe, expect, test } from "vitest";
import { asObject, type JsonObject } from "../../generator/document/json.ts";
import { unsendableWarnings } from "../../generator/document/normalize/drop-forbidden-bodies.ts";
import { normalize } from "../../generator/document/normalize/normalize.ts";
import { titleName } from "../../generator/document/normalize/title-components.ts";
import type { OpenApiDocument } from "../../generator/document/openapi-types.ts";
import { document, json, operation } from "../helpers/document.ts";

/** Normalizes a document with one schema, and returns that schema. */
const normalizeSchema = (schema: JsonObject, openapi = "3.1.0"): JsonObject => {
  const given = document(
    { "/a": { get: operation("getA", { responses: { 200: json({ $ref: "#/components/schemas/A" }) } }) } },
    { openapi, components: { schemas: { A: schema } } },
  );
  return asObject(asObject(asObject(normalize(given).components).schemas).A);
};

const normalizeOperation = (value: JsonObject, rest: JsonObject = {}): JsonObject => {
  const normal = normalize(document({ "/a": { post: operation("postA", value) } }, rest));
  return asObject(asObject(asObject(normal.paths)["/a"]).post);
};

describe("schemas", () => {
  test.each<{ name: string; given: JsonObject; want: JsonObject; openapi?: string }>([
    { name: "sorts null last", given: { type: ["null", "string"] }, want: { type: ["string", "null"] } },
    {
      name: "sorts types",
      given: { type: ["string", "null", "integer"] },
      want: { type: ["integer", "string", "null"] },
    },
    { name: "sorts `required`", given: { required: ["b", "a"] }, want: { required: ["a", "b"] } },
    { name: "keeps the order of `enum`", given: { enum: ["b", "a", null] }, want: { enum: ["b", "a", null] } },
    { name: "removes examples", given: { type: "string", example: "x", examples: ["y"] }, want: { type: "string" } },
    {
      name: "keeps properties with names of keywords",
      given: { properties: { example: { type: "string" }, items: { type: "string" }, "x-y": { type: "string" } } },
      want: { properties: { example: { type: "string" }, items: { type: "string" }, "x-y": { type: "string" } } },
    },
    {
      name: "keeps default values with keys of keywords",
      given: { default: { example: 1, "x-y": 2 } },
      want: { default: { example: 1, "x-y": 2 } },
    },
    {
      name: "removes extensions, except labels",
      given: { enum: [1, 2], "x-tags": ["A"], "x-enumDescriptions": { 1: "One" }, "x-enumNames": ["a", "b"] },
      want: { enum: [1, 2], "x-enumDescriptions": { 1: "One" }, "x-enumNames": ["a", "b"] },
    },
    {
      name: "converts `nullable` of 3.0 to a type",
      given: { type: "string", nullable: true, enum: ["a"] },
      want: { type: ["string", "null"], enum: ["a", null] },
      openapi: "3.0.3",
    },
    {
      name: "removes `nullable` of 3.0 from a schema without other keywords",
      given: { nullable: true },
      want: {},
      openapi: "3.0.3",
    },
    {
      name: "converts `nullable` of 3.0 without a type to an enum value",
      given: { nullable: true, enum: ["a"] },
      want: { enum: ["a", null] },
      openapi: "3.0.3",
    },
    {
      name: "converts `nullable` of 3.0 next to `allOf` to `anyOf`",
      given: { nullable: true, description: "A", type: "object", allOf: [{ type: "object" }] },
      want: { description: "A", anyOf: [{ type: "object", allOf: [{ type: "object" }] }, { type: "null" }] },
      openapi: "3.0.3",
    },
    {
      name: "converts `nullable` of 3.0 next to `properties` without a type to `anyOf`",
      given: { nullable: true, properties: { a: { nullable: true } } },
      want: { anyOf: [{ properties: { a: {} } }, { type: "null" }] },
      openapi: "3.0.3",
    },
    {
      name: "keeps `nullable` of 3.1, where it is not a keyword",
      given: { nullable: true, enum: ["a"] },
      want: { nullable: true, enum: ["a"] },
    },
    {
      name: "converts names in a mapping to references",
      given: { discriminator: { propertyName: "k", mapping: { a: "A", b: "#/components/schemas/A" } } },
      want: {
        discriminator: {
          propertyName: "k",
          mapping: { a: "#/components/schemas/A", b: "#/components/schemas/A" },
        },
      },
    },
    {
      name: "converts `exclusiveMinimum` of 3.0 to a number",
      given: { type: "integer", minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false },
      want: { type: "integer", exclusiveMinimum: 0, maximum: 9 },
      openapi: "3.0.0",
    },
  ])("$name", ({ given, want, openapi }) => {
    expect(normalizeSchema(given, openapi)).toStrictEqual(want);
  });

  test("sorts nested keys in code-point order", () => {
    expect(
      JSON.stringify(
        normalizeSchema({ type: "object", properties: { b: { type: "string", format: "x" }, B: {}, é: {} } }),
      ),
    ).toBe('{"properties":{"B":{},"b":{"format":"x","type":"string"},"é":{}},"type":"object"}');
  });
});

test("removes header parameters that OpenAPI ignores, also if they are referenced", () => {
  const header = (name: string): JsonObject => ({ in: "header", name, required: true, schema: { type: "string" } });
  const parameters = [{ $ref: "#/components/parameters/A" }, header("Accept"), header("X-A"), header("content-type")];
  const normal = normalize(
    document(
      { "/a": { get: operation("getA", { parameters }), parameters: [header("AUTHORIZATION")] } },
      { components: { parameters: { A: header("Authorization") } } },
    ),
  );
  const item = asObject(asObject(normal.paths)["/a"]);
  expect(asObject(item.get).parameters).toEqual([header("X-A")]);
  expect(item.parameters).toEqual([]);
  expect(normal.components).toBeUndefined();
});

describe("operations", () => {
  test.each<{ name: string; given: JsonObject; want: unknown }>([
    { name: "removes a body that can only be null", given: { requestBody: json({ type: "null" }) }, want: undefined },
    {
      name: "keeps a nullable body",
      given: { requestBody: json({ type: ["object", "null"] }) },
      want: json({ type: ["object", "null"] }),
    },
  ])("$name", ({ given, want }) => {
    expect(normalizeOperation(given).requestBody).toEqual(want);
  });

  test("removes a referenced null body and its component", () => {
    const given = document(
      { "/a": { delete: operation("deleteA", { requestBody: { $ref: "#/components/requestBodies/None" } }) } },
      { components: { requestBodies: { None: json({ type: "null" }) } } },
    );
    expect(normalize(given)).not.toHaveProperty("components");
  });

  test("sorts parameters by location and name, and removes their examples", () => {
    const parameters = [
      { name: "b", in: "query", schema: {}, example: 1 },
      { name: "a", in: "query", schema: {}, examples: { one: { value: 1 } } },
      { name: "z", in: "path", required: true, schema: {} },
    ];
    expect(normalizeOperation({ parameters }).parameters).toEqual([
      { name: "z", in: "path", required: true, schema: {} },
      { name: "a", in: "query", schema: {} },
      { name: "b", in: "query", schema: {} },
    ]);
  });
});

describe("bodies that HTTP does not allow", () => {
  const given = (method: string, value: JsonObject, components: JsonObject = {}) =>
    document({ "/a": { [method]: operation("doA", value) } }, { components });
  const operationIn = (method: string, normal: JsonObject): JsonObject =>
    asObject(asObject(asObject(normal.paths)["/a"])[method]);

  test.each([
    { method: "get", status: 204, kept: false },
    { method: "get", status: 205, kept: false },
    { method: "get", status: 304, kept: false },
    { method: "head", status: 200, kept: false },
    { method: "get", status: 200, kept: true },
    { method: "get", status: 404, kept: true },
  ])("keeps the content of a $status response to $method: $kept", ({ method, status, kept }) => {
    const value = { responses: { [status]: json({ type: "string" }) } };
    const { responses } = operationIn(method, normalize(given(method, value)));
    expect(responses).toEqual({ [status]: kept ? json({ type: "string" }) : { description: "A message" } });
  });

  test("removes the content of a response that is a component, for that status only", () => {
    const value = {
      responses: { 200: { $ref: "#/components/responses/A" }, 204: { $ref: "#/components/responses/A" } },
    };
    const normal = normalize(given("get", value, { responses: { A: json({ type: "string" }) } }));
    expect(operationIn("get", normal).responses).toEqual({
      200: { $ref: "#/components/responses/A" },
      204: { description: "A message" },
    });
  });

  test.each([
    { method: "get", kept: false, warning: "a GET or HEAD request cannot have a body, so the request body is ignored" },
    {
      method: "head",
      kept: false,
      warning: "a GET or HEAD request cannot have a body, so the request body is ignored",
    },
    { method: "trace", kept: false, warning: "`fetch` refuses TRACE, so calls will fail" },
    { method: "delete", kept: true, warning: undefined },
    { method: "options", kept: true, warning: undefined },
  ])("keeps the request body of $method: $kept", ({ method, kept, warning }) => {
    const value = given(method, { requestBody: json({ type: "string" }) });
    expect(operationIn(method, normalize(value)).requestBody !== undefined).toBe(kept);
    expect(unsendableWarnings(value).map(({ where, what }) => `${where}: ${what}`)).toEqual(
      warning === undefined ? [] : [`#/paths/~1a/${method}: ${warning}`],
    );
  });
});

test("removes descriptions of the whole API and unused tags", () => {
  const given = document(
    { "/a": { get: operation("getA", { tags: ["B", "A"], "x-internal": true }) } },
    {
      openapi: "3.1.1",
      info: { title: "T", version: "2", description: "Long", contact: { name: "N" } },
      tags: [
        { name: "C", description: "Unused" },
        { name: "B", description: "Used", "x-group": "G" },
        { name: "A", externalDocs: { url: "https://docs.test" } },
      ],
      "x-tagGroups": [],
    },
  );
  expect(normalize(given)).toEqual({
    openapi: "3.1.0",
    info: { title: "T", version: "2" },
    paths: { "/a": { get: operation("getA", { tags: ["B", "A"] }) } },
    tags: [{ name: "A" }, { name: "B", description: "Used" }],
  });
});

test("removes `tags` if no tag is used", () => {
  const paths = { "/a": { get: operation("getA") } };
  expect(normalize(document(paths, { tags: [{ name: "A" }] }))).toEqual(normalize(document(paths)));
});

test("removes extensions from every type of object", () => {
  const paths = {
    "/a": {
      "x-a": 1,
      get: operation("getA", {
        responses: { 200: { description: "Fine", headers: { "x-rate": { schema: {} } } }, "x-b": 2 },
        externalDocs: { url: "https://docs.test", "x-c": 3 },
      }),
    },
  };
  expect(JSON.stringify(normalize(document(paths))).match(/"x-[a-z]+"/g)).toEqual(['"x-rate"']);
});

describe("names component schemas by their titles", () => {
  test.each<{ name: string; given: Record<string, string | undefined>; want: string[] }>([
    { name: "replaces a key by the title", given: { "def-0": "Account" }, want: ["Account"] },
    { name: "joins words", given: { "def-1": "Background Job" }, want: ["BackgroundJob"] },
    { name: "keeps a key without a title", given: { "def-2": undefined }, want: ["def-2"] },
    {
      name: "keeps a key if the title is not usable as a name",
      given: { "def-3": "日本", "def-4": "42" },
      want: ["def-3", "def-4"],
    },
    {
      name: "keeps the keys of two schemas with the same title",
      given: { "def-0": "A", "def-1": "A" },
      want: ["def-0", "def-1"],
    },
    {
      name: "keeps a key if the title is the key of another schema",
      given: { A: undefined, "def-0": "A" },
      want: ["A", "def-0"],
    },
    { name: "uses a key that another schema no longer has", given: { A: "B", "def-0": "A" }, want: ["A", "B"] },
    {
      name: "keeps a key if the other schema keeps its own after all",
      given: { A: "B", "def-0": "A", "def-1": "B" },
      want: ["A", "def-0", "def-1"],
    },
  ])("$name", ({ given, want }) => {
    const schemas = Object.fromEntries(
      Object.entries(given).map(([key, title]) => [key, title === undefined ? {} : { title }]),
    );
    const refs = Object.keys(given).map((key) => ({ $ref: `#/components/schemas/${key}` }));
    const normal = normalize(
      document(
        { "/a": { get: operation("getA", { responses: { 200: json({ anyOf: refs }) } }) } },
        { components: { schemas } },
      ),
    );
    expect(Object.keys(asObject(asObject(normal.components).schemas))).toEqual(want);
    expect(
      JSON.stringify(normal.paths)
        .match(/(?<=schemas\/)[^"]+/g)
        ?.sort(),
    ).toEqual(want);
  });

  test.each([
    { title: "Background Job", want: "BackgroundJob" },
    { title: "AI Agent", want: "AIAgent" },
    { title: "Inbox Placement Blacklist & SpamAssassin Report", want: "InboxPlacementBlacklistAndSpamAssassinReport" },
    { title: "lead-label", want: "LeadLabel" },
    { title: "__proto__", want: "Proto" },
    { title: "", want: undefined },
    { title: undefined, want: undefined },
    { title: "2FA", want: undefined },
  ])("names the title $title $want", ({ title, want }) => {
    expect(titleName(title)).toBe(want);
  });
});

describe("error responses", () => {
  const error = (message: string) => json({ type: "object", properties: { message: { const: message } } });
  const paths = (...statuses: JsonObject[]) =>
    Object.fromEntries(
      statuses.map((responses, index) => [`/${index}`, { get: operation(`get${index}`, { responses }) }]),
    );
  const responses = (normal: JsonObject) => asObject(asObject(normal.components).responses);

  test.each<{ name: string; given: JsonObject; want: string[]; inline: number }>([
    {
      name: "are moved if used twice",
      given: paths({ 404: error("a") }, { 404: error("a") }),
      want: ["NotFound"],
      inline: 0,
    },
    { name: "are not moved if used once", given: paths({ 404: error("a") }, { 404: error("b") }), want: [], inline: 2 },
    {
      name: "are moved only if most frequent for their status",
      given: paths(
        { 404: error("a") },
        { 404: error("b") },
        { 404: error("b") },
        { 404: error("b") },
        { 404: error("a") },
      ),
      want: ["NotFound"],
      inline: 2,
    },
    {
      name: "are named by reason phrase",
      given: paths(
        { 429: error("a"), 500: error("a"), 418: error("a") },
        { 429: error("a"), 500: error("a"), 418: error("a") },
      ),
      want: ["ImATeapot", "InternalServerError", "TooManyRequests"],
      inline: 0,
    },
    {
      name: "are not moved if successful",
      given: paths({ 200: error("a") }, { 200: error("a") }),
      want: [],
      inline: 2,
    },
    {
      name: "are not moved if their status is not registered",
      given: paths({ 499: error("a") }, { 499: error("a") }),
      want: [],
      inline: 2,
    },
  ])("$name", ({ given, want, inline }) => {
    const normal = normalize(document(given));
    expect(Object.keys(responses(normal))).toEqual(want);
    expect(JSON.stringify(normal.paths).split('"const"').length - 1).toBe(inline);
    expect(normalize(normal)).toEqual(normal);
  });

  test("are equal if they differ only in order", () => {
    const ordered = (required: string[], type: string[]) => json({ required, properties: { message: { type } } });
    const given = paths(
      { 404: ordered(["a", "b"], ["string", "null"]) },
      { 404: ordered(["b", "a"], ["null", "string"]) },
    );
    expect(Object.keys(responses(normalize(document(given))))).toEqual(["NotFound"]);
  });

  test("used equally often are moved in the order of their canonical JSON", () => {
    const normal = normalize(
      document(paths({ 404: error("b") }, { 404: error("a") }, { 404: error("b") }, { 404: error("a") })),
    );
    expect(responses(normal).NotFound).toEqual(error("a"));
  });

  test("are not moved to a component that the document already has", () => {
    const taken = {
      ...paths({ 404: error("a") }, { 404: error("a") }, { 404: { $ref: "#/components/responses/NotFound" } }),
    };
    const normal = normalize(document(taken, { components: { responses: { NotFound: error("b") } } }));
    expect(responses(normal)).toEqual({ NotFound: error("b") });
  });
});

test("gives the same bytes after changes without meaning", () => {
  const tidy = document(
    {
      "/a": {
        get: operation("getA", { responses: { 200: json({ $ref: "#/components/schemas/A" }) } }),
        post: operation("postA"),
      },
    },
    { components: { schemas: { A: { title: "A", type: ["string", "null"], enum: ["x", "y"] } } } },
  );
  const noisy: OpenApiDocument = {
    components: {
      schemas: { "def-7": { enum: ["x", "y"], example: "x", "x-tags": [], type: ["null", "string"], title: "A" } },
    },
    paths: {
      "/a": {
        post: operation("postA"),
        get: operation("getA", { responses: { 200: json({ $ref: "#/components/schemas/def-7" }) } }),
      },
    },
    info: { version: "1", title: "Test", description: "New words" },
    openapi: "3.1.0",
  };
  expect(JSON.stringify(normalize(noisy))).toBe(JSON.stringify(normalize(tidy)));
});
