import type { JsonObject } from "../../../generator/document/json.ts";
import { document, operation } from "../../helpers/document.ts";
import { object, type Row, string } from "./row.ts";

/** Creates a document with one operation, whose request body has this schema. */
const sent = (type: string, schema: JsonObject, rest: JsonObject = {}): JsonObject =>
  document({ "/things": { post: operation("sendThing", { requestBody: { content: { [type]: { schema } } } }) } }, rest);
const received = (type: string, schema: JsonObject): JsonObject =>
  document({
    "/things": {
      get: operation("getThing", { responses: { 200: { description: "Fine", content: { [type]: { schema } } } } }),
    },
  });

const form = (p: JsonObject): JsonObject => sent("multipart/form-data", object({ p }));
const component = (type: string, p: JsonObject): JsonObject =>
  sent(type, { $ref: "#/components/schemas/Thing" }, { components: { schemas: { Thing: object({ p }) } } });
const file = { ...string, format: "binary" };
const image = { ...string, contentMediaType: "image/png" };

/** Changes of bodies that are not JSON, in which a string can be a file. */
// biome-ignore format: one row per line.
export const bodyRows: Row[] = [
  { name: "a file of a form becomes a string", base: form(file), head: form(string), want: [["type-changed", "breaking", "request", "POST /things body: p"]] },
  { name: "a string of a form becomes a file", base: form(string), head: form(file), want: [["type-changed", "breaking", "request", "POST /things body: p"]] },
  { name: "files of a form become strings", base: form({ type: "array", items: file }), head: form({ type: "array", items: string }), want: [["type-changed", "breaking", "request", "POST /things body: p[]"]] },
  { name: "a file with contentMediaType becomes a string", base: form(image), head: form({ ...image, contentEncoding: "base64" }), want: [["type-changed", "breaking", "request", "POST /things body: p"]] },
  { name: "a file with format binary gets contentMediaType instead", base: form(file), head: form({ contentMediaType: "application/octet-stream" }), want: [["format-removed", "additive", "request", "POST /things body: p"], ["other-changed", "risky", "request", "POST /things body: p"]] },
  { name: "a file becomes nullable", base: form(file), head: form({ ...file, type: ["string", "null"] }), want: [["became-nullable", "additive", "request", "POST /things body: p"]] },
  { name: "a file of a component used by a form becomes a string", base: component("multipart/form-data", file), head: component("multipart/form-data", string), want: [["type-changed", "breaking", "request", "schema Thing: p"]] },
  { name: "a component with a file becomes a form", base: component("application/json", file), head: component("multipart/form-data", file), want: [["media-type-removed", "breaking", "request", "POST /things body"], ["media-type-added", "additive", "request", "POST /things body"], ["type-changed", "breaking", "request", "schema Thing: p"]] },
  { name: "a string with format binary in JSON loses it", base: sent("application/json", object({ p: file })), head: sent("application/json", object({ p: string })), want: [["format-removed", "additive", "request", "POST /things body: p"]] },
  { name: "a file of any media type becomes a string", base: sent("*/*", file), head: sent("*/*", string), want: [["type-changed", "breaking", "request", "POST /things body"]] },
  { name: "bytes lose format binary, sent", base: sent("application/octet-stream", file), head: sent("application/octet-stream", string), want: [["format-removed", "additive", "request", "POST /things body"]] },
  { name: "bytes lose format binary, received", base: received("application/octet-stream", file), head: received("application/octet-stream", string), want: [["format-removed", "risky", "response", "GET /things 200"]] },
  { name: "bytes lose their schema", base: sent("image/png", file), head: sent("image/png", {}), want: [["format-removed", "additive", "request", "POST /things body"]] },
];
