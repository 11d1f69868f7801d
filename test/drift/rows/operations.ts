import type { JsonObject } from "../../../generator/document/json.ts";
import { document, json, operation } from "../../helpers/document.ts";
import { array, number, object, type Row, receiving, sending, string } from "./row.ts";

const paths = (get: JsonObject, rest: JsonObject = {}): JsonObject =>
  document({ "/things": { get: operation("getThing", get) } }, rest);
const query = (rest: JsonObject = {}, name = "q"): JsonObject => ({
  parameters: [{ name, in: "query", schema: string, ...rest }],
});
const oauth = (tokenUrl: string): JsonObject => ({
  security: [{ oauth: [] }],
  components: {
    securitySchemes: { oauth: { type: "oauth2", flows: { clientCredentials: { tokenUrl, scopes: {} } } } },
  },
});
const scoped = (description: string): JsonObject => paths({ description });
const one = "Requires one of the following scopes: `a:read`, `all:all`";

/** Changes of operations, their parameters and messages, and of the document. */
// biome-ignore format: one row per line.
export const operationRows: Row[] = [
  { name: "an operation is added", base: paths({}), head: document({ "/things": { get: operation("getThing"), post: operation("sendThing") } }), want: [["operation-added", "additive", "none", "POST /things"]] },
  { name: "an operation is removed", base: document({ "/things": { get: operation("getThing"), post: operation("sendThing") } }), head: paths({}), want: [["operation-removed", "breaking", "none", "POST /things"]] },
  { name: "an operation moves to another path", base: document({ "/things": { get: operation("getThing") } }), head: document({ "/stuff": { get: operation("getThing") } }), want: [["operation-removed", "breaking", "none", "GET /things"], ["operation-added", "additive", "none", "GET /stuff"]] },
  { name: "an operation ID changes", base: paths({}), head: document({ "/things": { get: operation("fetchThing") } }), want: [["operation-id-changed", "breaking", "none", "GET /things"]] },
  { name: "a summary changes", base: paths({ summary: "A" }), head: paths({ summary: "B" }), want: [["summary-changed", "docs", "none", "GET /things"]] },
  { name: "a summary is added", base: paths({}), head: paths({ summary: "B" }), want: [["summary-changed", "docs", "none", "GET /things"]] },
  { name: "the description of an operation changes", base: paths({ description: "A" }), head: paths({ description: "B" }), want: [["description-changed", "docs", "none", "GET /things"]] },
  { name: "the description of an operation is added", base: paths({}), head: paths({ description: "B" }), want: [["description-added", "docs", "none", "GET /things"]] },
  { name: "an operation becomes deprecated", base: paths({}), head: paths({ deprecated: true }), want: [["deprecated-added", "docs", "none", "GET /things"]] },
  { name: "an operation is no longer deprecated", base: paths({ deprecated: true }), head: paths({}), want: [["deprecated-removed", "docs", "none", "GET /things"]] },
  { name: "the security scheme of an operation changes", base: paths({ security: [{ bearer: [] }] }), head: paths({ security: [{ basic: [] }] }), want: [["security-changed", "breaking", "none", "GET /things"]] },
  { name: "the security scheme of the document changes", base: paths({}, { security: [{ bearer: [] }] }), head: paths({}, { security: [] }), want: [["security-changed", "breaking", "none", "GET /things"]] },
  { name: "the location of an API key changes", base: paths({}, { security: [{ key: [] }], components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "x-key" } } } }), head: paths({}, { security: [{ key: [] }], components: { securitySchemes: { key: { type: "apiKey", in: "query", name: "key" } } } }), want: [["security-changed", "breaking", "none", "GET /things"]] },
  { name: "an alternative scope is added", base: scoped(one), head: scoped(one.replace("`a:read`", "`a:read`, `a:all`")), want: [["scope-added", "additive", "none", "GET /things"]] },
  { name: "an alternative scope is removed", base: scoped(one), head: scoped(one.replace("`a:read`, ", "")), want: [["scope-removed", "breaking", "none", "GET /things"]] },
  { name: "scopes become required", base: scoped(""), head: scoped(one), want: [["scope-added", "breaking", "none", "GET /things"]] },
  { name: "scopes are no longer required", base: scoped(one), head: scoped(""), want: [["scope-removed", "additive", "none", "GET /things"]] },
  { name: "the description of a server changes", base: paths({}, { servers: [{ url: "https://a.test", description: "One" }] }), head: paths({}, { servers: [{ url: "https://a.test", description: "Two" }] }), want: [["description-changed", "docs", "none", "server https://a.test"]] },
  { name: "the description of a tag is added", base: paths({ tags: ["a"] }, { tags: [{ name: "a" }] }), head: paths({ tags: ["a"] }, { tags: [{ name: "a", description: "All of a" }] }), want: [["description-added", "docs", "none", "tag a"]] },
  { name: "the URL of a server changes", base: paths({}, { servers: [{ url: "https://a.test" }] }), head: paths({}, { servers: [{ url: "https://b.test" }] }), want: [["server-changed", "breaking", "request", "servers"]] },
  { name: "a parameter is added", base: paths({}), head: paths(query()), want: [["param-added", "additive", "request", "GET /things query: q"]] },
  { name: "a required parameter is added", base: paths({}), head: paths(query({ required: true })), want: [["param-added", "breaking", "request", "GET /things query: q"]] },
  { name: "a parameter is removed", base: paths(query()), head: paths({}), want: [["param-removed", "breaking", "request", "GET /things query: q"]] },
  { name: "a parameter moves from the query to a header", base: paths(query()), head: paths(query({ in: "header" })), want: [["param-removed", "breaking", "request", "GET /things query: q"], ["param-added", "additive", "request", "GET /things header: q"]] },
  { name: "a parameter becomes required", base: paths(query()), head: paths(query({ required: true })), want: [["param-became-required", "breaking", "request", "GET /things query: q"]] },
  { name: "a parameter becomes optional", base: paths(query({ required: true })), head: paths(query()), want: [["param-became-optional", "additive", "request", "GET /things query: q"]] },
  { name: "the style of an array in the query changes", base: paths(query({ schema: array })), head: paths(query({ schema: array, explode: false })), want: [["param-style-changed", "breaking", "request", "GET /things query: q"]] },
  { name: "the description of a parameter is added", base: paths(query()), head: paths(query({ description: "A" })), want: [["description-added", "docs", "request", "GET /things query: q"]] },
  { name: "a parameter becomes deprecated", base: paths(query()), head: paths(query({ deprecated: true })), want: [["deprecated-added", "docs", "request", "GET /things query: q"]] },
  { name: "the type of a parameter changes", base: paths(query()), head: paths(query({ schema: number })), want: [["type-changed", "breaking", "request", "GET /things query: q"]] },
  { name: "an enum value of the items of a parameter is added", base: paths(query({ schema: { type: "array", items: { enum: ["a"] } } })), head: paths(query({ schema: { type: "array", items: { enum: ["a", "b"] } } })), want: [["enum-value-added", "additive", "request", "GET /things query: q[]", "b"]] },
  { name: "another field of a parameter is added, which is unclassified", base: paths(query()), head: paths(query({ allowEmptyValue: true })), want: [["other-changed", "risky", "request", "GET /things query: q"]] },
  { name: "a parameter is added to the path item", base: document({ "/things": { get: operation("getThing") } }), head: document({ "/things": { get: operation("getThing"), ...query() } }), want: [["param-added", "additive", "request", "GET /things query: q"]] },
  { name: "a body is added", base: document({ "/things": { post: operation("sendThing") } }), head: sending(string), want: [["body-added", "additive", "request", "POST /things body"]] },
  { name: "a required body is added", base: document({ "/things": { post: operation("sendThing") } }), head: document({ "/things": { post: operation("sendThing", { requestBody: json(string, { required: true }) }) } }), want: [["body-added", "breaking", "request", "POST /things body"]] },
  { name: "a body is removed", base: sending(string), head: document({ "/things": { post: operation("sendThing") } }), want: [["body-removed", "breaking", "request", "POST /things body"]] },
  { name: "a body becomes required", base: sending(string), head: document({ "/things": { post: operation("sendThing", { requestBody: json(string, { required: true }) }) } }), want: [["body-became-required", "breaking", "request", "POST /things body"]] },
  { name: "a body becomes optional", base: document({ "/things": { post: operation("sendThing", { requestBody: json(string, { required: true }) }) } }), head: sending(string), want: [["body-became-optional", "additive", "request", "POST /things body"]] },
  { name: "the type of a body changes", base: sending(string), head: sending(number), want: [["type-changed", "breaking", "request", "POST /things body"]] },
  { name: "a success status is added", base: paths({}), head: paths({ responses: { 200: { description: "Fine" }, 202: { description: "Later" } } }), want: [["response-status-added", "risky", "response", "GET /things 202"]] },
  { name: "an error status is added", base: paths({}), head: paths({ responses: { 200: { description: "Fine" }, 404: { description: "No" } } }), want: [["response-status-added", "additive", "response", "GET /things 404"]] },
  { name: "a range of error statuses is added", base: paths({}), head: paths({ responses: { 200: { description: "Fine" }, "4XX": { description: "No" } } }), want: [["response-status-added", "additive", "response", "GET /things 4XX"]] },
  { name: "a response is removed", base: paths({ responses: { 200: { description: "Fine" }, 404: { description: "No" } } }), head: paths({}), want: [["response-status-removed", "breaking", "response", "GET /things 404"]] },
  { name: "the description of a response changes", base: paths({}), head: paths({ responses: { 200: { description: "Good" } } }), want: [["description-changed", "docs", "response", "GET /things 200"]] },
  { name: "a media type is added, sent", base: sending(string), head: document({ "/things": { post: operation("sendThing", { requestBody: { description: "A message", content: { "application/json": { schema: string }, "text/csv": { schema: string } } } }) } }), want: [["media-type-added", "additive", "request", "POST /things body"]] },
  { name: "a media type is removed, sent", base: document({ "/things": { post: operation("sendThing", { requestBody: { description: "A message", content: { "application/json": { schema: string }, "text/csv": { schema: string } } } }) } }), head: sending(string), want: [["media-type-removed", "breaking", "request", "POST /things body"]] },
  { name: "a media type is added, received", base: receiving(string), head: document({ "/things": { get: operation("getThing", { responses: { 200: { description: "A message", content: { "application/json": { schema: string }, "text/csv": { schema: string } } } } }) } }), want: [["media-type-added", "additive", "response", "GET /things 200"]] },
  { name: "a media type is removed, received", base: document({ "/things": { get: operation("getThing", { responses: { 200: { description: "A message", content: { "application/json": { schema: string }, "text/csv": { schema: string } } } } }) } }), head: receiving(string), want: [["media-type-removed", "breaking", "response", "GET /things 200"]] },
  { name: "a response header is added, which is unclassified", base: paths({}), head: paths({ responses: { 200: { description: "Fine", headers: { "x-a": { schema: string } } } } }), want: [["other-changed", "risky", "response", "GET /things 200"]] },
  { name: "servers of a path item are added, which is unclassified", base: document({ "/things": { get: operation("getThing", { summary: "A" }) } }), head: document({ "/things": { get: operation("getThing", { summary: "B" }), servers: [{ url: "https://b.test" }] } }), want: [["summary-changed", "docs", "none", "GET /things"], ["other-changed", "risky", "none", "GET /things"]] },
  { name: "a token URL changes, which is unclassified", base: paths({ summary: "A" }, oauth("https://a.test")), head: paths({ summary: "B" }, oauth("https://b.test")), want: [["summary-changed", "docs", "none", "GET /things"], ["other-changed", "risky", "none", "document"]] },
  { name: "the media type of a parameter changes, which is unclassified", base: paths(query({ schema: undefined, content: { "application/json": { schema: string } } } as never)), head: paths(query({ schema: undefined, content: { "text/plain": { schema: string } } } as never)), want: [["other-changed", "risky", "request", "GET /things query: q"]] },
  { name: "a tag changes, which is unclassified", base: paths({ tags: ["a"] }), head: paths({ tags: ["b"] }), want: [["other-changed", "risky", "none", "GET /things"]] },
  { name: "the version changes, which is unclassified", base: paths({}), head: paths({}, { info: { title: "Test", version: "2" } }), want: [["other-changed", "risky", "none", "document"]] },
  { name: "the encoding of a form changes, which is unclassified", base: document({ "/things": { post: operation("sendThing", { requestBody: { content: { "multipart/form-data": { schema: object({ a: string }) } } } }) } }), head: document({ "/things": { post: operation("sendThing", { requestBody: { content: { "multipart/form-data": { schema: object({ a: string }), encoding: { a: { contentType: "text/csv" } } } } } }) } }), want: [["other-changed", "risky", "request", "POST /things body"]] },
];
