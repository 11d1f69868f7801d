import type { JsonObject } from "../../generator/document/json.ts";
import { document, json, operation } from "../helpers/document.ts";

const response = (schema: JsonObject, rest: JsonObject = {}): JsonObject =>
  document({ "/a": { get: operation("getA", { responses: { 200: json(schema) } }) } }, rest);
const schemas = (all: JsonObject) => ({ components: { schemas: all } });
const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** References that lead out of the document, are circular, or are broken. The server notices if one is followed. */
export const references = (server: string): readonly { name: string; given: JsonObject }[] => [
  ...[
    `${server}/a.json`,
    `${server}/a.json#/components/schemas/A`,
    `//${new URL(server).host}/a.json`,
    "file:///etc/passwd",
    "/etc/passwd",
    "../../../etc/passwd",
    "package.json",
    "./package.json#/name",
    "#",
    "#/",
    "#/info",
    "#/info/title",
    "#/__proto__",
    "#/constructor/prototype",
    "#/components/schemas",
    "#/components/schemas/",
    "#/components/schemas/__proto__",
    "#/components/schemas/constructor",
    "#/components/schemas/A/properties/b",
    "#/components/schemas/A~1b",
    "#/components/responses/A",
    "#/components/schemas/%E0%A4%A",
    "#/paths/~1a/get/responses/200/content/application~1json/schema",
    "data:application/json,{}",
    "javascript:globalThis.struck=1",
    "A",
    "",
    " #/components/schemas/A",
    "#/components/schemas/A\u0000",
  ].map(($ref) => ({ name: $ref, given: response({ $ref }, schemas({ A: { type: "object" } })) })),
  { name: "itself", given: response(to("A"), schemas({ A: to("A") })) },
  { name: "each other", given: response(to("A"), schemas({ A: to("B"), B: to("A") })) },
  {
    name: "each other in allOf",
    given: response(to("A"), schemas({ A: { allOf: [to("B")] }, B: { allOf: [to("A")] } })),
  },
  {
    name: "itself in a property",
    given: response(to("A"), schemas({ A: { type: "object", properties: { a: to("A") } } })),
  },
  {
    name: "a response over HTTP",
    given: document({ "/a": { get: { operationId: "a", responses: { 200: { $ref: `${server}/r` } } } } }),
  },
  {
    name: "a parameter over HTTP",
    given: document({ "/a": { get: operation("a", { parameters: [{ $ref: `${server}/p` }] }) } }),
  },
  {
    name: "a body over HTTP",
    given: document({ "/a": { post: operation("a", { requestBody: { $ref: `${server}/b` } }) } }),
  },
  { name: "a path over HTTP", given: document({ "/a": { $ref: `${server}/i` } }) },
  {
    name: "a mapping over HTTP",
    given: response(
      { oneOf: [to("A")], discriminator: { propertyName: "k", mapping: { a: `${server}/m` } } },
      schemas({ A: { type: "object" } }),
    ),
  },
  {
    name: "an example over HTTP",
    given: document({
      "/a": {
        get: operation("a", {
          responses: {
            200: {
              description: "a",
              content: { "application/json": { schema: {}, examples: { a: { externalValue: `${server}/e` } } } },
            },
          },
        }),
      },
    }),
  },
  { name: "an extension over HTTP", given: response({ type: "object", "x-schema": { $ref: `${server}/x` } }) },
  { name: "an object in a default", given: response({ type: "object", default: { $ref: `${server}/d` } }) },
  { name: "an object in a constant", given: response({ const: { $ref: `${server}/c` } }) },
  { name: "an object in an enum", given: response({ enum: [{ $ref: `${server}/v` }, { $ref: "b" }] }) },
  { name: "a property named $ref", given: response({ type: "object", properties: { $ref: { type: "string" } } }) },
  {
    name: "a link over HTTP",
    given: document({
      "/a": {
        get: operation("a", { responses: { 200: { description: "a", links: { a: { $ref: `${server}/l` } } } } }),
      },
    }),
  },
  {
    name: "a header over HTTP",
    given: document({
      "/a": {
        get: operation("a", { responses: { 200: { description: "a", headers: { a: { $ref: `${server}/h` } } } } }),
      },
    }),
  },
  ...Object.entries({
    "a schema's id": { $id: `${server}/id` },
    "a schema's dialect": { $schema: `${server}/dialect` },
    "an anchor": { $anchor: "a", $dynamicAnchor: "b" },
    "a dynamic reference": { $dynamicRef: `${server}/dynamic` },
    "an example of a schema": { example: { $ref: `${server}/e` }, examples: [{ $ref: `${server}/e` }] },
    "an extension of a schema": { "x-enumDescriptions": { $ref: `${server}/x` } },
    "a schema's documentation": { externalDocs: { url: `${server}/docs` } },
    "a namespace": { xml: { namespace: `${server}/xml` } },
    "a content media type": { contentMediaType: `${server}/type`, contentEncoding: "../a.json" },
  }).map(([name, words]) => ({ name, given: response({ type: "object", ...words }) })),
  ...Object.entries({
    "the dialect of all schemas": { jsonSchemaDialect: `${server}/dialect` },
    "the server": { servers: [{ url: server }] },
    "a server that is a file": { servers: [{ url: "file:///etc" }] },
    "the documentation": { externalDocs: { url: `${server}/docs` } },
    "the terms of service and the license": {
      info: { title: "a", version: "1", termsOfService: `${server}/t`, license: { name: "a", url: `${server}/l` } },
    },
    "the URL of a token": {
      components: {
        securitySchemes: {
          a: { type: "openIdConnect", openIdConnectUrl: `${server}/id` },
          b: { type: "oauth2", flows: { clientCredentials: { tokenUrl: `${server}/token`, scopes: {} } } },
        },
      },
    },
    "an extension of the document": { "x-ref": { $ref: `${server}/x` } },
    "an external example": {
      components: { examples: { a: { externalValue: `${server}/e` }, b: { $ref: `${server}/e` } } },
    },
  }).map(([name, rest]) => ({ name, given: response({ type: "object" }, rest as JsonObject) })),
  {
    name: "another operation",
    given: document({
      "/a": {
        get: operation("a", {
          responses: { 200: { description: "a", links: { a: { operationRef: `${server}/o#/paths/~1a/get` } } } },
        }),
      },
    }),
  },
  {
    name: "a callback over HTTP",
    given: document({ "/a": { get: operation("a", { callbacks: { a: { $ref: `${server}/k` } } }) } }),
  },
];
