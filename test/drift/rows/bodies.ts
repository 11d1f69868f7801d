import type { JsonObject } from "../../../generator/document/json.ts";
import { document, operation } from "../../helpers/document.ts";
import { object, type Row, text } from "./row.ts";

/** A document whose one operation sends this in a media type. */
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
const file = { ...text, format: "binary" };
const image = { ...text, contentMediaType: "image/png" };

/** Facts of bodies that are not JSON: what callers have as bytes there is no text to them. */
// biome-ignore format: a table is read row by row.
export const ofBodies: Row[] = [
  { name: "a file of a form that is a text", base: form(file), head: form(text), want: [["type-changed", "breaking", "request", "POST /things body: p"]] },
  { name: "a text of a form that is a file", base: form(text), head: form(file), want: [["type-changed", "breaking", "request", "POST /things body: p"]] },
  { name: "files of a form that are texts", base: form({ type: "array", items: file }), head: form({ type: "array", items: text }), want: [["type-changed", "breaking", "request", "POST /things body: p[]"]] },
  { name: "a file in the words of OpenAPI 3.1 that is a text", base: form(image), head: form({ ...image, contentEncoding: "base64" }), want: [["type-changed", "breaking", "request", "POST /things body: p"]] },
  { name: "a file in other words", base: form(file), head: form({ contentMediaType: "application/octet-stream" }), want: [["format-removed", "additive", "request", "POST /things body: p"], ["other-changed", "risky", "request", "POST /things body: p"]] },
  { name: "a file that may be null", base: form(file), head: form({ ...file, type: ["string", "null"] }), want: [["became-nullable", "additive", "request", "POST /things body: p"]] },
  { name: "a file of a component that a form is", base: component("multipart/form-data", file), head: component("multipart/form-data", text), want: [["type-changed", "breaking", "request", "schema Thing: p"]] },
  { name: "a component that is a form now, with a file", base: component("application/json", file), head: component("multipart/form-data", file), want: [["media-type-removed", "breaking", "request", "POST /things body"], ["media-type-added", "additive", "request", "POST /things body"], ["type-changed", "breaking", "request", "schema Thing: p"]] },
  { name: "binary text in JSON, which is text", base: sent("application/json", object({ p: file })), head: sent("application/json", object({ p: text })), want: [["format-removed", "additive", "request", "POST /things body: p"]] },
  { name: "a body of any type that is no file", base: sent("*/*", file), head: sent("*/*", text), want: [["type-changed", "breaking", "request", "POST /things body"]] },
  { name: "bytes that are not called binary, sent", base: sent("application/octet-stream", file), head: sent("application/octet-stream", text), want: [["format-removed", "additive", "request", "POST /things body"]] },
  { name: "bytes that are not called binary, received", base: received("application/octet-stream", file), head: received("application/octet-stream", text), want: [["format-removed", "risky", "response", "GET /things 200"]] },
  { name: "bytes that nothing is said of", base: sent("image/png", file), head: sent("image/png", {}), want: [["format-removed", "additive", "request", "POST /things body"]] },
];
