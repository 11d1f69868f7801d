import { describe, expect, test } from "vitest";
import { asObject, type JsonObject } from "../../generator/document/json.ts";
import { unsendableWarnings } from "../../generator/document/normalize/drop-forbidden-bodies.ts";
import { normalize } from "../../generator/document/normalize/normalize.ts";
import { titleName } from "../../generator/document/normalize/title-components.ts";
import { document, json, operation } from "../helpers/document.ts";

/** A document with one schema, and what becomes of that schema. */
const schemaOf = (schema: JsonObject, openapi = "3.1.0"): JsonObject => {
  const given = document(
    { "/a": { get: operation("getA", { responses: { 200: json({ $ref: "#/components/schemas/A" }) } }) } },
    { openapi, components: { schemas: { A: schema } } },
  );
  return asObject(asObject(asObject(normalize(given).components).schemas).A);
};

const operationOf = (value: JsonObject, rest: JsonObject = {}): JsonObject => {
  const normal = normalize(document({ "/a": { post: operation("postA", value) } }, rest));
  return asObject(asObject(asObject(normal.paths)["/a"]).post);
};

describe("schemas", () => {
  test.each<{ name: string; given: JsonObject; want: JsonObject; openapi?: string }>([
    { name: "null goes last", given: { type: ["null", "string"] }, want: { type: ["string", "null"] } },
    {
      name: "types are a set",
      given: { type: ["string", "null", "integer"] },
      want: { type: ["integer", "string", "null"] },
    },
    { name: "required is sorted", given: { required: ["b", "a"] }, want: { required: ["a", "b"] } },
    { name: "enum keeps its order", given: { enum: ["b", "a", null] }, want: { enum: ["b", "a", null] } },
    { name: "examples go", given: { type: "string", example: "x", examples: ["y"] }, want: { type: "string" } },
    {
      name: "properties called like keywords stay",
      given: { properties: { example: { type: "string" }, items: { type: "string" }, "x-y": { type: "string" } } },
      want: { properties: { example: { type: "string" }, items: { type: "string" }, "x-y": { type: "string" } } },
    },
    {
      name: "values called like keywords stay",
      given: { default: { example: 1, "x-y": 2 } },
      want: { default: { example: 1, "x-y": 2 } },
    },
    {
      name: "extensions go, labels stay",
      given: { enum: [1, 2], "x-tags": ["A"], "x-enumDescriptions": { 1: "One" }, "x-enumNames": ["a", "b"] },
      want: { enum: [1, 2], "x-enumDescriptions": { 1: "One" }, "x-enumNames": ["a", "b"] },
    },
    {
      name: "nullable of 3.0 is a type",
      given: { type: "string", nullable: true, enum: ["a"] },
      want: { type: ["string", "null"], enum: ["a", null] },
      openapi: "3.0.3",
    },
    {
      name: "nullable of 3.0 means nothing where nothing else is said",
      given: { nullable: true },
      want: {},
      openapi: "3.0.3",
    },
    {
      name: "nullable of 3.0 without a type is one more value",
      given: { nullable: true, enum: ["a"] },
      want: { enum: ["a", null] },
      openapi: "3.0.3",
    },
    {
      name: "nullable of 3.0 beside parts lets null in beside them",
      given: { nullable: true, description: "A", type: "object", allOf: [{ type: "object" }] },
      want: { description: "A", anyOf: [{ type: "object", allOf: [{ type: "object" }] }, { type: "null" }] },
      openapi: "3.0.3",
    },
    {
      name: "nullable of 3.0 beside properties alone does, too",
      given: { nullable: true, properties: { a: { nullable: true } } },
      want: { anyOf: [{ properties: { a: {} } }, { type: "null" }] },
      openapi: "3.0.3",
    },
    {
      name: "nullable of 3.1 is no keyword",
      given: { nullable: true, enum: ["a"] },
      want: { nullable: true, enum: ["a"] },
    },
    {
      name: "a mapping that names a schema refers to it",
      given: { discriminator: { propertyName: "k", mapping: { a: "A", b: "#/components/schemas/A" } } },
      want: {
        discriminator: {
          propertyName: "k",
          mapping: { a: "#/components/schemas/A", b: "#/components/schemas/A" },
        },
      },
    },
    {
      name: "exclusiveMinimum of 3.0 is a number",
      given: { type: "integer", minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false },
      want: { type: "integer", exclusiveMinimum: 0, maximum: 9 },
      openapi: "3.0.0",
    },
  ])("$name", ({ given, want, openapi }) => {
    expect(schemaOf(given, openapi)).toStrictEqual(want);
  });

  test("keys are in code-point order, all the way down", () => {
    expect(
      JSON.stringify(schemaOf({ type: "object", properties: { b: { type: "string", format: "x" }, B: {}, é: {} } })),
    ).toBe('{"properties":{"B":{},"b":{"format":"x","type":"string"},"é":{}},"type":"object"}');
  });
});

test("headers that parameters do not describe are none, be they referred to or not", () => {
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
    { name: "a body that can only be null goes", given: { requestBody: json({ type: "null" }) }, want: undefined },
    {
      name: "a body that may be null stays",
      given: { requestBody: json({ type: ["object", "null"] }) },
      want: json({ type: ["object", "null"] }),
    },
  ])("$name", ({ given, want }) => {
    expect(operationOf(given).requestBody).toEqual(want);
  });

  test("a null body that is a component goes with its component", () => {
    const given = document(
      { "/a": { delete: operation("deleteA", { requestBody: { $ref: "#/components/requestBodies/None" } }) } },
      { components: { requestBodies: { None: json({ type: "null" }) } } },
    );
    expect(normalize(given)).not.toHaveProperty("components");
  });

  test("parameters are sorted by place and name, and lose their examples", () => {
    const parameters = [
      { name: "b", in: "query", schema: {}, example: 1 },
      { name: "a", in: "query", schema: {}, examples: { one: { value: 1 } } },
      { name: "z", in: "path", required: true, schema: {} },
    ];
    expect(operationOf({ parameters }).parameters).toEqual([
      { name: "z", in: "path", required: true, schema: {} },
      { name: "a", in: "query", schema: {} },
      { name: "b", in: "query", schema: {} },
    ]);
  });
});

describe("what HTTP does not carry", () => {
  const given = (method: string, value: JsonObject, components: JsonObject = {}): JsonObject =>
    document({ "/a": { [method]: operation("doA", value) } }, { components });
  const become = (method: string, normal: JsonObject): JsonObject =>
    asObject(asObject(asObject(normal.paths)["/a"])[method]);

  test.each([
    { method: "get", status: 204, kept: false },
    { method: "get", status: 205, kept: false },
    { method: "get", status: 304, kept: false },
    { method: "head", status: 200, kept: false },
    { method: "get", status: 200, kept: true },
    { method: "get", status: 404, kept: true },
  ])("the content of $status to $method stays: $kept", ({ method, status, kept }) => {
    const value = { responses: { [status]: json({ type: "string" }) } };
    const { responses } = become(method, normalize(given(method, value)));
    expect(responses).toEqual({ [status]: kept ? json({ type: "string" }) : { description: "A message" } });
  });

  test("the content of a response that is a component and does for others as well", () => {
    const value = {
      responses: { 200: { $ref: "#/components/responses/A" }, 204: { $ref: "#/components/responses/A" } },
    };
    const normal = normalize(given("get", value, { responses: { A: json({ type: "string" }) } }));
    expect(become("get", normal).responses).toEqual({
      200: { $ref: "#/components/responses/A" },
      204: { description: "A message" },
    });
  });

  test.each([
    { method: "get", kept: false, told: "a GET or HEAD request has no body, so it is left out" },
    { method: "head", kept: false, told: "a GET or HEAD request has no body, so it is left out" },
    { method: "trace", kept: false, told: "`fetch` sends no TRACE, so calls will be refused" },
    { method: "delete", kept: true, told: undefined },
    { method: "options", kept: true, told: undefined },
  ])("the body of $method stays: $kept", ({ method, kept, told }) => {
    const value = given(method, { requestBody: json({ type: "string" }) });
    expect(become(method, normalize(value)).requestBody !== undefined).toBe(kept);
    expect(unsendableWarnings(value).map(({ where, what }) => `${where}: ${what}`)).toEqual(
      told === undefined ? [] : [`#/paths/~1a/${method}: ${told}`],
    );
  });
});

test("of the document, what is only about the whole API goes", () => {
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

test("tags that nothing carries leave no list behind", () => {
  const paths = { "/a": { get: operation("getA") } };
  expect(normalize(document(paths, { tags: [{ name: "A" }] }))).toEqual(normalize(document(paths)));
});

test("extensions go wherever OpenAPI lets them stand", () => {
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

describe("component names come from titles", () => {
  test.each<{ name: string; given: Record<string, string | undefined>; want: string[] }>([
    { name: "a title instead of a number", given: { "def-0": "Account" }, want: ["Account"] },
    { name: "words are joined", given: { "def-1": "Background Job" }, want: ["BackgroundJob"] },
    { name: "no title, no change", given: { "def-2": undefined }, want: ["def-2"] },
    { name: "a title that makes no name", given: { "def-3": "日本", "def-4": "42" }, want: ["def-3", "def-4"] },
    { name: "a title that two have", given: { "def-0": "A", "def-1": "A" }, want: ["def-0", "def-1"] },
    { name: "a title that is another's key", given: { A: undefined, "def-0": "A" }, want: ["A", "def-0"] },
    { name: "a name that comes free", given: { A: "B", "def-0": "A" }, want: ["A", "B"] },
    { name: "a name that is taken back", given: { A: "B", "def-0": "A", "def-1": "B" }, want: ["A", "def-0", "def-1"] },
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
  ])("$title is $want", ({ title, want }) => {
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
      name: "met twice are hoisted",
      given: paths({ 404: error("a") }, { 404: error("a") }),
      want: ["NotFound"],
      inline: 0,
    },
    { name: "met once stay", given: paths({ 404: error("a") }, { 404: error("b") }), want: [], inline: 2 },
    {
      name: "of each status only the most used body is hoisted",
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
    { name: "are not those that succeed", given: paths({ 200: error("a") }, { 200: error("a") }), want: [], inline: 2 },
    {
      name: "of no registered status stay",
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

  test("that differ in order only are equal", () => {
    const ordered = (required: string[], type: string[]) => json({ required, properties: { message: { type } } });
    const given = paths(
      { 404: ordered(["a", "b"], ["string", "null"]) },
      { 404: ordered(["b", "a"], ["null", "string"]) },
    );
    expect(Object.keys(responses(normalize(document(given))))).toEqual(["NotFound"]);
  });

  test("bodies used equally often: the first by canonical JSON is hoisted", () => {
    const normal = normalize(
      document(paths({ 404: error("b") }, { 404: error("a") }, { 404: error("b") }, { 404: error("a") })),
    );
    expect(responses(normal).NotFound).toEqual(error("a"));
  });

  test("a name the document has taken is respected", () => {
    const taken = {
      ...paths({ 404: error("a") }, { 404: error("a") }, { 404: { $ref: "#/components/responses/NotFound" } }),
    };
    const normal = normalize(document(taken, { components: { responses: { NotFound: error("b") } } }));
    expect(responses(normal)).toEqual({ NotFound: error("b") });
  });
});

test("what upstream does without meaning anything gives the same bytes", () => {
  const tidy = document(
    {
      "/a": {
        get: operation("getA", { responses: { 200: json({ $ref: "#/components/schemas/A" }) } }),
        post: operation("postA"),
      },
    },
    { components: { schemas: { A: { title: "A", type: ["string", "null"], enum: ["x", "y"] } } } },
  );
  const noisy = {
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
