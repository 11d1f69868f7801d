import type { JsonObject } from "../../generator/document/json.ts";
import { document, json, operation } from "../helpers/document.ts";

/** A small document for each thing that an OpenAPI document may do, and what callers get of it. */
export interface Feature {
  readonly name: string;
  readonly given: JsonObject;
  /** The functions. */
  readonly functions: string[];
  /** The enums, as `Name: Member Member`. */
  readonly enums?: string[];
  /** The types of components. */
  readonly schemas?: string[];
  /** Pieces of `types.ts`. */
  readonly types?: string[];
}

const ref = (section: string, name: string): JsonObject => ({ $ref: `#/components/${section}/${name}` });
const schema = (name: string): JsonObject => ref("schemas", name);
const text = { type: "string" };
const parameter = (name: string, where = "query", rest: JsonObject = {}): JsonObject => ({
  name,
  in: where,
  ...(where === "path" && { required: true }),
  schema: text,
  ...rest,
});
const answers = (value: JsonObject, rest: JsonObject = {}): JsonObject => ({
  responses: { 200: json(value) },
  ...rest,
});
const unnamed = (rest: JsonObject): JsonObject => ({ responses: { 200: json(text) }, ...rest });
/** A document in the words of OpenAPI 3.0. */
const old = (paths: JsonObject, rest: JsonObject = {}): JsonObject => document(paths, { openapi: "3.0.3", ...rest });
const answer = (value: JsonObject, schemas: JsonObject = {}): JsonObject =>
  document({ "/a": { get: operation("getA", answers(value)) } }, { components: { schemas } });

export const features: readonly Feature[] = [
  {
    name: "no operation ids",
    given: document({
      "/pets": { get: unnamed({}), post: unnamed({}) },
      "/pets/{pet-id}/toys.list": { parameters: [parameter("pet-id", "path")], get: unnamed({}) },
      "/": { get: unnamed({}) },
    }),
    functions: ["getRoot", "getPets", "postPets", "getPetsByPetIdToysList"],
  },
  {
    name: "names in every case",
    given: document(
      {
        "/a/{user_name}": {
          get: operation("get_user.by-name", {
            ...answers(schema("user.profile-v2")),
            parameters: [
              parameter("user_name", "path"),
              parameter("sort-by", "query", { schema: { enum: ["a", "b"] } }),
            ],
          }),
        },
        "/b": { get: operation("snake_case", answers(schema("user_profile"))) },
      },
      { components: { schemas: { "user.profile-v2": { type: "object" }, user_profile: { type: "object" } } } },
    ),
    functions: ["getUserByName", "snake_case"],
    enums: ["GetUserByNameSortBy: A B"],
    schemas: ["UserProfileV2", "user_profile"],
  },
  {
    name: "parameters of the path, some of them told anew, some referred to",
    given: document(
      {
        "/a/{id}": {
          parameters: [
            ref("parameters", "Id"),
            parameter("page", "query", { schema: { type: "string", example: "old" } }),
          ],
          get: operation("getA", {
            ...answers(text),
            parameters: [parameter("page", "query", { required: true, schema: { type: "integer", example: 7 } })],
          }),
        },
      },
      { components: { parameters: { Id: ref("parameters", "Same"), Same: parameter("id", "path") } } },
    ),
    functions: ["getA"],
    types: ["page: number;"],
  },
  {
    name: "bodies and answers that are referred to",
    given: document(
      {
        "/a": {
          post: operation("postA", {
            requestBody: ref("requestBodies", "Order"),
            responses: { 201: ref("responses", "Made"), 409: ref("responses", "Made") },
          }),
        },
      },
      {
        components: {
          requestBodies: { Order: json({ type: "object", properties: { count: { type: "integer" } } }) },
          responses: { Made: json(text) },
        },
      },
    ),
    functions: ["postA"],
  },
  {
    name: "answers by range and by default",
    given: document({
      "/a": { get: operation("getA", { responses: { "2XX": json(text), default: json({ type: "object" }) } }) },
      "/b": { get: operation("getB", { responses: { default: json({ enum: ["on", "off"] }) } }) },
    }),
    functions: ["getA", "getB"],
    enums: ["GetB: On Off"],
  },
  {
    name: "discriminators that name schemas, refer to them, or leave it",
    given: answer(
      { oneOf: [schema("Cat"), schema("Dog")], discriminator: { propertyName: "kind", mapping: { cat: "Cat" } } },
      {
        Cat: { type: "object", required: ["kind"], properties: { kind: text, friend: schema("Animal") } },
        Dog: { type: "object", required: ["kind"], properties: { kind: text } },
        Animal: {
          oneOf: [schema("Cat"), schema("Dog")],
          discriminator: { propertyName: "kind", mapping: { dog: "#/components/schemas/Dog" } },
        },
      },
    ),
    functions: ["getA"],
    schemas: ["Animal", "Cat", "Dog"],
  },
  {
    name: "schemas inside themselves",
    given: answer(schema("Tree"), {
      Tree: {
        type: "object",
        properties: { children: { type: "array", items: schema("Tree") }, parent: schema("Branch") },
      },
      Branch: { allOf: [schema("Leaf"), { type: "object", properties: { tree: schema("Tree") } }] },
      Leaf: { type: "object", additionalProperties: schema("Leaf") },
    }),
    functions: ["getA"],
    schemas: ["Branch", "Leaf", "Tree"],
  },
  {
    name: "null and bounds as 3.0 says them",
    given: old(
      {
        "/a": {
          get: operation(
            "getA",
            answers({
              type: "object",
              required: ["a", "b", "c", "d"],
              properties: {
                a: { type: "string", nullable: true },
                b: { nullable: true, allOf: [schema("B")] },
                c: { nullable: true, enum: ["x", "y"] },
                d: { type: "integer", minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false },
              },
            }),
          ),
        },
      },
      { components: { schemas: { B: { type: "object" } } } },
    ),
    functions: ["getA"],
    enums: ["GetAC: X Y"],
    schemas: ["B"],
    types: ["a: string | null;", 'b: components["schemas"]["B"] | null;', 'c: "x" | "y" | null;', "d: number;"],
  },
  {
    name: "enums that name their members",
    given: answer({
      type: "object",
      properties: {
        level: { type: "integer", enum: [10, 20], "x-enum-varnames": ["LOW_LEVEL", "HIGH_LEVEL"] },
        mode: { type: "string", enum: ["r", "w"], "x-enumNames": ["Read", "Write"] },
      },
    }),
    functions: ["getA"],
    enums: ["GetALevel: LowLevel HighLevel", "GetAMode: Read Write"],
  },
  {
    name: "enums in headers of answers, in the names of properties, and in what a list contains",
    given: document({
      "/a": {
        get: operation("getA", {
          responses: {
            200: {
              ...json({
                type: "object",
                properties: {
                  by: { type: "object", propertyNames: { enum: ["day", "week"] }, additionalProperties: text },
                  days: { type: "array", items: text, contains: { enum: ["sat", "sun"] } },
                },
              }),
              headers: { "x-cache": { schema: { enum: ["hit", "miss"] } } },
            },
          },
        }),
      },
    }),
    functions: ["getA"],
    enums: ["GetABy: Day Week", "GetADays: Sat Sun", "GetAXCache: Hit Miss"],
  },
  {
    name: "enums of all kinds of values",
    given: answer({
      type: "object",
      properties: {
        a: { type: ["string", "null"], enum: ["", "a b", "c-d", "1", null] },
        b: { enum: [1.5, -2, 9007199254740991] },
        c: { enum: ["only"] },
        d: { enum: [true, false, null] },
        e: { enum: ["é", "日本"] },
      },
    }),
    functions: ["getA"],
    enums: ["GetAA: A AB CD A1", "GetAB: B1Point5 BMinus2 B9007199254740991", "GetAE: É 日本"],
  },
  {
    name: "names that the language and the client keep for themselves",
    given: document(
      {
        "/a": {
          delete: operation("delete", answers(schema("Record"))),
          get: operation("default", answers(schema("Error"))),
        },
        "/b": { get: operation("call", answers(schema("Promise"))) },
      },
      {
        components: {
          schemas: { Error: { type: "object" }, Promise: { type: "object" }, Record: { enum: ["a", "b"] } },
        },
      },
    ),
    functions: ["delete_", "default_", "call_"],
    enums: ["RecordEnum: A B"],
    schemas: ["Error", "PromiseSchema"],
  },
  {
    name: "schemas that only 3.1 has",
    given: answer(
      {
        type: ["object", "null"],
        properties: {
          any: true,
          never: false,
          pair: { type: "array", prefixItems: [text, { type: "integer" }], items: false },
          one: { const: "one" },
          told: { ...schema("Told"), description: "Words beside a reference" },
        },
        patternProperties: { "^x-": { type: "integer" } },
      },
      { Told: text },
    ),
    functions: ["getA"],
    schemas: ["Told"],
  },
  {
    name: "bodies that may be left out, that a DELETE has, and that are null",
    given: document({
      "/a": {
        delete: operation("deleteA", {
          ...answers(text),
          requestBody: json({ type: "object", properties: { id: text } }),
        }),
        patch: operation("patchA", { ...answers(text), requestBody: json({ type: "null" }, { required: true }) }),
        put: operation("putA", { ...answers(text), requestBody: json(text, { required: true }) }),
      },
    }),
    functions: ["deleteA", "patchA", "putA"],
  },
  {
    name: "answers that are text, nothing, or not what HTTP allows",
    given: document({
      "/a": {
        get: operation("getCsv", {
          responses: { 200: { description: "Rows", content: { "text/csv": { schema: text } } } },
        }),
        head: operation("headA", { responses: { 200: json(text) } }),
        put: operation("putA", { responses: { 204: json(text) } }),
        post: operation("postA", { responses: { 200: { description: "Nothing" } } }),
      },
    }),
    functions: ["getCsv", "headA", "postA", "putA"],
  },
  {
    name: "paths that are components, callbacks, links, servers and webhooks",
    given: document(
      {
        "/a": ref("pathItems", "A"),
        "/b": {
          servers: [{ url: "https://{region}.api.test", variables: { region: { default: "eu", enum: ["eu", "us"] } } }],
          post: operation("postB", {
            ...answers(text),
            callbacks: { done: { "{$request.body#/url}": { post: unnamed({ requestBody: json(text) }) } } },
          }),
        },
      },
      {
        servers: [{ url: "/relative" }],
        webhooks: { event: { post: operation("onEvent") } },
        components: {
          pathItems: {
            A: {
              get: operation("getA", {
                responses: { 200: { ...json(text), links: { next: { operationId: "postB" } } } },
              }),
            },
          },
        },
      },
    ),
    functions: ["getA", "postB"],
  },
  {
    name: "references with escapes",
    given: answer(
      { anyOf: [{ $ref: "#/components/schemas/a.b-c" }, { $ref: "#/components/schemas/d%2De" }] },
      {
        "a.b-c": { type: "object" },
        "d-e": { type: "object" },
      },
    ),
    functions: ["getA"],
    schemas: ["ABC", "DE"],
  },
];

/** What is refused, with the words that say why. */
export const refusals: readonly { readonly name: string; readonly given: JsonObject; readonly want: string }[] = [
  {
    name: "Swagger 2.0",
    given: { swagger: "2.0", info: {}, paths: {} },
    want: "error[VERSION_UNSUPPORTED] at #/swagger: Swagger 2.0 is not supported. Convert the document to OpenAPI 3.0 or 3.1.",
  },
  {
    name: "OpenAPI 3.2",
    given: { ...answer(text), openapi: "3.2.0" },
    want: "error[VERSION_UNSUPPORTED] at #/openapi: OpenAPI 3.2.0 is not supported. Convert the document to OpenAPI 3.0 or 3.1.",
  },
  {
    name: "a mapping to a schema that is not there",
    given: answer({ oneOf: [text], discriminator: { propertyName: "k", mapping: { a: "Gone" } } }),
    want: "error[REF_MISSING] at #/paths/~1a/get/responses/200/content/application~1json/schema/discriminator/mapping/a: refers to #/components/schemas/Gone,",
  },
  {
    name: "a reference to a definition of its own schema",
    given: answer({ $ref: "#/$defs/A" }),
    want: "error[REF_UNSUPPORTED] at #/paths/~1a/get/responses/200/content/application~1json/schema: refers to",
  },
];
