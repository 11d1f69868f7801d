import type { Json, JsonObject } from "../../generator/document/json.ts";
import { document, json, operation } from "../helpers/document.ts";

const get = (fields: JsonObject, rest: JsonObject = {}): JsonObject =>
  document({ "/a": { get: operation("getA", fields) } }, rest);
const response = (schema: JsonObject, rest: JsonObject = {}): JsonObject =>
  get({ responses: { 200: json(schema) } }, rest);
const object = (properties: JsonObject): JsonObject => ({ type: "object", properties });
/** Returns an object with one entry. The key may be `__proto__`. */
const entry = (key: string, value: Json): JsonObject => Object.fromEntries([[key, value]]);
const reference = (name: string): string => `#/components/schemas/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** The places of a document whose strings may get into a file, a report or a request. */
export const places: readonly { name: string; put: (text: string) => JsonObject }[] = [
  {
    name: "the title of the document",
    put: (text) => get({}, { info: { title: text, version: text, description: text } }),
  },
  { name: "a path", put: (text) => document({ [`/${text}`]: { get: operation("getA") } }) },
  {
    name: "a path parameter",
    put: (text) =>
      document({
        [`/a/{${text}}`]: {
          get: operation("getA", {
            parameters: [{ in: "path", name: text, required: true, schema: { type: "string" } }],
          }),
        },
      }),
  },
  { name: "an operation id", put: (text) => document({ "/a": { get: operation(text) } }) },
  { name: "a summary", put: (text) => get({ summary: text }) },
  { name: "a description", put: (text) => get({ description: text }) },
  { name: "a scope", put: (text) => get({ description: `Requires one of the following scopes: \`${text}\`` }) },
  { name: "a tag", put: (text) => get({ tags: [text] }, { tags: [{ name: text, description: text }] }) },
  {
    name: "a query parameter",
    put: (text) => get({ parameters: [{ in: "query", name: text, description: text, schema: { type: "string" } }] }),
  },
  {
    name: "a header parameter",
    put: (text) => get({ parameters: [{ in: "header", name: text, schema: { type: "string" } }] }),
  },
  {
    name: "a media type",
    put: (text) =>
      get({ responses: { 200: { description: text, content: entry(text, { schema: { type: "string" } }) } } }),
  },
  { name: "a status", put: (text) => get({ responses: entry(text, { description: text }) }) },
  {
    name: "a component",
    put: (text) =>
      response({ $ref: reference(text) }, { components: { schemas: entry(text, object({ a: { type: "string" } })) } }),
  },
  {
    name: "a component's title",
    put: (text) =>
      response(
        { $ref: "#/components/schemas/def-0" },
        {
          components: {
            schemas: { "def-0": { title: text, description: text, ...object({ a: { type: "string" } }) } },
          },
        },
      ),
  },
  { name: "a property", put: (text) => response(object(entry(text, { type: "string" }))) },
  {
    name: "a required property",
    put: (text) => response({ ...object(entry(text, { type: "string" })), required: [text] }),
  },
  {
    name: "a property's description",
    put: (text) => response(object({ a: { type: "string", description: text, title: text } })),
  },
  { name: "a value of an enum", put: (text) => response(object({ mode: { type: "string", enum: ["a", text] } })) },
  {
    name: "a value of a parameter's enum",
    put: (text) => get({ parameters: [{ in: "query", name: "mode", schema: { enum: [text, "b"] } }] }),
  },
  {
    name: "a label",
    put: (text) => response(object({ mode: { enum: [1, 2], "x-enumDescriptions": { 1: text, 2: "Two" } } })),
  },
  {
    name: "a label of a string",
    put: (text) => response(object({ mode: { enum: ["a", "b"], "x-enumNames": [text, "Two"] } })),
  },
  {
    name: "a stray label",
    put: (text) => response(object({ mode: { enum: [1, 2], "x-enumDescriptions": entry(text, text) } })),
  },
  { name: "an enum's property", put: (text) => response(object(entry(text, { enum: ["a", "b"] }))) },
  { name: "a constant", put: (text) => response(object({ a: { const: text } })) },
  { name: "a default", put: (text) => response(object({ a: { type: "string", default: text } })) },
  {
    name: "a pattern and a format",
    put: (text) => response(object({ a: { type: "string", pattern: text, format: text } })),
  },
  { name: "a type", put: (text) => response(object({ a: { type: text } })) },
  { name: "an unknown keyword", put: (text) => response(object({ a: { type: "string", ...entry(text, text) } })) },
  { name: "a server", put: (text) => get({}, { servers: [{ url: `https://a.test/${text}`, description: text }] }) },
  {
    name: "a server's variable",
    put: (text) => get({}, { servers: [{ url: "https://{host}/", variables: { host: { default: text } } }] }),
  },
  {
    name: "a security scheme",
    put: (text) =>
      get(
        { security: [entry(text, [text])] },
        { components: { securitySchemes: entry(text, { type: "apiKey", in: "header", name: text }) } },
      ),
  },
  {
    name: "an API key in a query or a cookie",
    put: (text) =>
      get(
        { security: [{ a: [] }, { b: [] }] },
        {
          components: {
            securitySchemes: {
              a: { type: "apiKey", in: "query", name: text },
              b: { type: "apiKey", in: "cookie", name: text },
            },
          },
        },
      ),
  },
  {
    name: "an HTTP authentication scheme",
    put: (text) =>
      get({ security: [{ a: [] }] }, { components: { securitySchemes: { a: { type: "http", scheme: text } } } }),
  },
  {
    name: "one of several servers",
    put: (text) =>
      get(
        { servers: [{ url: `https://b.test/${text}` }] },
        {
          servers: [
            { url: "https://a.test", description: text },
            { url: `https://{${text}}.test`, variables: entry(text, { default: "a", enum: [text, "a"] }) },
          ],
        },
      ),
  },
  {
    name: "a cookie",
    put: (text) => get({ parameters: [{ in: "cookie", name: text, schema: { type: "string" } }] }),
  },
  {
    name: "a parameter with a style",
    put: (text) =>
      get({
        parameters: [
          { in: "query", name: text, style: text, schema: { type: "object" } },
          { in: "cookie", name: text, explode: false, schema: { type: "array" } },
          { in: "query", name: "b", content: entry(text, { schema: { type: "string" } }) },
        ],
      }),
  },
  {
    name: "the media type of a request body",
    put: (text) => get({ requestBody: { content: entry(text, { schema: { type: "string" } }) } }),
  },
  {
    name: "a form field",
    put: (text) =>
      get({
        requestBody: {
          content: {
            "multipart/form-data": {
              schema: object(entry(text, { type: "string", format: "binary" })),
              encoding: entry(text, { contentType: text }),
            },
          },
        },
      }),
  },
  {
    name: "a discriminator",
    put: (text) =>
      response(
        {
          oneOf: [{ $ref: reference("A") }],
          discriminator: { propertyName: text, mapping: entry(text, reference("A")) },
        },
        { components: { schemas: { A: object({ a: { type: "string" } }) } } },
      ),
  },
  { name: "a reference", put: (text) => response({ $ref: text }) },
  { name: "the name in a reference", put: (text) => response({ $ref: `#/components/schemas/${text}` }) },
];
