import type { JsonObject } from "../../../generator/document/json.ts";
import { document, json, operation } from "../../helpers/document.ts";
import { answering, list, number, object, type Row, sending, text } from "./row.ts";

const paths = (get: JsonObject, rest: JsonObject = {}): JsonObject =>
  document({ "/things": { get: operation("getThing", get) } }, rest);
const query = (rest: JsonObject = {}, name = "q"): JsonObject => ({
  parameters: [{ name, in: "query", schema: text, ...rest }],
});
const oauth = (tokenUrl: string): JsonObject => ({
  security: [{ oauth: [] }],
  components: {
    securitySchemes: { oauth: { type: "oauth2", flows: { clientCredentials: { tokenUrl, scopes: {} } } } },
  },
});
const scoped = (description: string): JsonObject => paths({ description });
const one = "Requires one of the following scopes: `a:read`, `all:all`";

/** Facts of operations, of what goes with them, and of whole documents. */
// biome-ignore format: a table is read row by row.
export const ofOperations: Row[] = [
  { name: "an operation more", base: paths({}), head: document({ "/things": { get: operation("getThing"), post: operation("sendThing") } }), want: [["operation-added", "additive", "none", "POST /things"]] },
  { name: "an operation less", base: document({ "/things": { get: operation("getThing"), post: operation("sendThing") } }), head: paths({}), want: [["operation-removed", "breaking", "none", "POST /things"]] },
  { name: "an operation at another path", base: document({ "/things": { get: operation("getThing") } }), head: document({ "/stuff": { get: operation("getThing") } }), want: [["operation-removed", "breaking", "none", "GET /things"], ["operation-added", "additive", "none", "GET /stuff"]] },
  { name: "another operation id", base: paths({}), head: document({ "/things": { get: operation("fetchThing") } }), want: [["operation-id-changed", "breaking", "none", "GET /things"]] },
  { name: "another summary", base: paths({ summary: "A" }), head: paths({ summary: "B" }), want: [["summary-changed", "docs", "none", "GET /things"]] },
  { name: "a summary", base: paths({}), head: paths({ summary: "B" }), want: [["summary-changed", "docs", "none", "GET /things"]] },
  { name: "an operation's description", base: paths({ description: "A" }), head: paths({ description: "B" }), want: [["description-changed", "docs", "none", "GET /things"]] },
  { name: "an operation's first description", base: paths({}), head: paths({ description: "B" }), want: [["description-added", "docs", "none", "GET /things"]] },
  { name: "an operation that is deprecated", base: paths({}), head: paths({ deprecated: true }), want: [["deprecated-added", "docs", "none", "GET /things"]] },
  { name: "an operation that is no longer deprecated", base: paths({ deprecated: true }), head: paths({}), want: [["deprecated-removed", "docs", "none", "GET /things"]] },
  { name: "another key", base: paths({ security: [{ bearer: [] }] }), head: paths({ security: [{ basic: [] }] }), want: [["security-changed", "breaking", "none", "GET /things"]] },
  { name: "another key for the whole API", base: paths({}, { security: [{ bearer: [] }] }), head: paths({}, { security: [] }), want: [["security-changed", "breaking", "none", "GET /things"]] },
  { name: "a key that goes elsewhere", base: paths({}, { security: [{ key: [] }], components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "x-key" } } } }), head: paths({}, { security: [{ key: [] }], components: { securitySchemes: { key: { type: "apiKey", in: "query", name: "key" } } } }), want: [["security-changed", "breaking", "none", "GET /things"]] },
  { name: "a scope that does as well", base: scoped(one), head: scoped(one.replace("`a:read`", "`a:read`, `a:all`")), want: [["scope-added", "additive", "none", "GET /things"]] },
  { name: "a scope that no longer does", base: scoped(one), head: scoped(one.replace("`a:read`, ", "")), want: [["scope-removed", "breaking", "none", "GET /things"]] },
  { name: "scopes that are needed now", base: scoped(""), head: scoped(one), want: [["scope-added", "breaking", "none", "GET /things"]] },
  { name: "scopes that are needed no longer", base: scoped(one), head: scoped(""), want: [["scope-removed", "additive", "none", "GET /things"]] },
  { name: "a server that is called something else", base: paths({}, { servers: [{ url: "https://a.test", description: "One" }] }), head: paths({}, { servers: [{ url: "https://a.test", description: "Two" }] }), want: [["description-changed", "docs", "none", "server https://a.test"]] },
  { name: "a tag with a description", base: paths({ tags: ["a"] }, { tags: [{ name: "a" }] }), head: paths({ tags: ["a"] }, { tags: [{ name: "a", description: "All of a" }] }), want: [["description-added", "docs", "none", "tag a"]] },
  { name: "a server at another address", base: paths({}, { servers: [{ url: "https://a.test" }] }), head: paths({}, { servers: [{ url: "https://b.test" }] }), want: [["server-changed", "breaking", "request", "servers"]] },
  { name: "a parameter more", base: paths({}), head: paths(query()), want: [["param-added", "additive", "request", "GET /things query: q"]] },
  { name: "a parameter more that is required", base: paths({}), head: paths(query({ required: true })), want: [["param-added", "breaking", "request", "GET /things query: q"]] },
  { name: "a parameter less", base: paths(query()), head: paths({}), want: [["param-removed", "breaking", "request", "GET /things query: q"]] },
  { name: "a parameter in another place", base: paths(query()), head: paths(query({ in: "header" })), want: [["param-removed", "breaking", "request", "GET /things query: q"], ["param-added", "additive", "request", "GET /things header: q"]] },
  { name: "a parameter that has to be given", base: paths(query()), head: paths(query({ required: true })), want: [["param-became-required", "breaking", "request", "GET /things query: q"]] },
  { name: "a parameter that may be left out", base: paths(query({ required: true })), head: paths(query()), want: [["param-became-optional", "additive", "request", "GET /things query: q"]] },
  { name: "a list in an address written otherwise", base: paths(query({ schema: list })), head: paths(query({ schema: list, explode: false })), want: [["param-style-changed", "breaking", "request", "GET /things query: q"]] },
  { name: "a parameter's description", base: paths(query()), head: paths(query({ description: "A" })), want: [["description-added", "docs", "request", "GET /things query: q"]] },
  { name: "a parameter that is deprecated", base: paths(query()), head: paths(query({ deprecated: true })), want: [["deprecated-added", "docs", "request", "GET /things query: q"]] },
  { name: "a parameter of another type", base: paths(query()), head: paths(query({ schema: number })), want: [["type-changed", "breaking", "request", "GET /things query: q"]] },
  { name: "a value of a parameter's items", base: paths(query({ schema: { type: "array", items: { enum: ["a"] } } })), head: paths(query({ schema: { type: "array", items: { enum: ["a", "b"] } } })), want: [["enum-value-added", "additive", "request", "GET /things query: q[]", "b"]] },
  { name: "a parameter's field that no rule knows", base: paths(query()), head: paths(query({ allowEmptyValue: true })), want: [["other-changed", "risky", "request", "GET /things query: q"]] },
  { name: "a parameter that the path shares", base: document({ "/things": { get: operation("getThing") } }), head: document({ "/things": { get: operation("getThing"), ...query() } }), want: [["param-added", "additive", "request", "GET /things query: q"]] },
  { name: "a body", base: document({ "/things": { post: operation("sendThing") } }), head: sending(text), want: [["body-added", "additive", "request", "POST /things body"]] },
  { name: "a body that is required", base: document({ "/things": { post: operation("sendThing") } }), head: document({ "/things": { post: operation("sendThing", { requestBody: json(text, { required: true }) }) } }), want: [["body-added", "breaking", "request", "POST /things body"]] },
  { name: "no body", base: sending(text), head: document({ "/things": { post: operation("sendThing") } }), want: [["body-removed", "breaking", "request", "POST /things body"]] },
  { name: "a body that has to be given", base: sending(text), head: document({ "/things": { post: operation("sendThing", { requestBody: json(text, { required: true }) }) } }), want: [["body-became-required", "breaking", "request", "POST /things body"]] },
  { name: "a body that may be left out", base: document({ "/things": { post: operation("sendThing", { requestBody: json(text, { required: true }) }) } }), head: sending(text), want: [["body-became-optional", "additive", "request", "POST /things body"]] },
  { name: "a body of another type", base: sending(text), head: sending(number), want: [["type-changed", "breaking", "request", "POST /things body"]] },
  { name: "a success more", base: paths({}), head: paths({ responses: { 200: { description: "Fine" }, 202: { description: "Later" } } }), want: [["response-status-added", "risky", "response", "GET /things 202"]] },
  { name: "a failure more", base: paths({}), head: paths({ responses: { 200: { description: "Fine" }, 404: { description: "No" } } }), want: [["response-status-added", "additive", "response", "GET /things 404"]] },
  { name: "a range of failures more", base: paths({}), head: paths({ responses: { 200: { description: "Fine" }, "4XX": { description: "No" } } }), want: [["response-status-added", "additive", "response", "GET /things 4XX"]] },
  { name: "an answer less", base: paths({ responses: { 200: { description: "Fine" }, 404: { description: "No" } } }), head: paths({}), want: [["response-status-removed", "breaking", "response", "GET /things 404"]] },
  { name: "an answer's description", base: paths({}), head: paths({ responses: { 200: { description: "Good" } } }), want: [["description-changed", "docs", "response", "GET /things 200"]] },
  { name: "a media type more, sent", base: sending(text), head: document({ "/things": { post: operation("sendThing", { requestBody: { description: "A message", content: { "application/json": { schema: text }, "text/csv": { schema: text } } } }) } }), want: [["media-type-added", "additive", "request", "POST /things body"]] },
  { name: "a media type less, sent", base: document({ "/things": { post: operation("sendThing", { requestBody: { description: "A message", content: { "application/json": { schema: text }, "text/csv": { schema: text } } } }) } }), head: sending(text), want: [["media-type-removed", "breaking", "request", "POST /things body"]] },
  { name: "a media type more, received", base: answering(text), head: document({ "/things": { get: operation("getThing", { responses: { 200: { description: "A message", content: { "application/json": { schema: text }, "text/csv": { schema: text } } } } }) } }), want: [["media-type-added", "additive", "response", "GET /things 200"]] },
  { name: "a media type less, received", base: document({ "/things": { get: operation("getThing", { responses: { 200: { description: "A message", content: { "application/json": { schema: text }, "text/csv": { schema: text } } } } }) } }), head: answering(text), want: [["media-type-removed", "breaking", "response", "GET /things 200"]] },
  { name: "a header of an answer, which no rule knows", base: paths({}), head: paths({ responses: { 200: { description: "Fine", headers: { "x-a": { schema: text } } } } }), want: [["other-changed", "risky", "response", "GET /things 200"]] },
  { name: "servers of one path beside something else, which no rule knows", base: document({ "/things": { get: operation("getThing", { summary: "A" }) } }), head: document({ "/things": { get: operation("getThing", { summary: "B" }), servers: [{ url: "https://b.test" }] } }), want: [["summary-changed", "docs", "none", "GET /things"], ["other-changed", "risky", "none", "GET /things"]] },
  { name: "where a token comes from, which no rule knows", base: paths({ summary: "A" }, oauth("https://a.test")), head: paths({ summary: "B" }, oauth("https://b.test")), want: [["summary-changed", "docs", "none", "GET /things"], ["other-changed", "risky", "none", "document"]] },
  { name: "a parameter in another media type, which no rule knows", base: paths(query({ schema: undefined, content: { "application/json": { schema: text } } } as never)), head: paths(query({ schema: undefined, content: { "text/plain": { schema: text } } } as never)), want: [["other-changed", "risky", "request", "GET /things query: q"]] },
  { name: "another tag, which no rule knows", base: paths({ tags: ["a"] }), head: paths({ tags: ["b"] }), want: [["other-changed", "risky", "none", "GET /things"]] },
  { name: "another version, which no rule knows", base: paths({}), head: paths({}, { info: { title: "Test", version: "2" } }), want: [["other-changed", "risky", "none", "document"]] },
  { name: "another way of packing a form, which no rule knows", base: document({ "/things": { post: operation("sendThing", { requestBody: { content: { "multipart/form-data": { schema: object({ a: text }) } } } }) } }), head: document({ "/things": { post: operation("sendThing", { requestBody: { content: { "multipart/form-data": { schema: object({ a: text }), encoding: { a: { contentType: "text/csv" } } } } } }) } }), want: [["other-changed", "risky", "request", "POST /things body"]] },
];
