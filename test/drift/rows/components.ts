import type { JsonObject } from "../../../generator/document/json.ts";
import { document, json, operation } from "../../helpers/document.ts";
import { answering, list, number, object, type Row, sending, text } from "./row.ts";

const thing = { $ref: "#/components/schemas/Thing" };
const withThing = (schema: JsonObject, Thing: JsonObject, name = "Thing"): JsonObject => ({
  ...answering(schema),
  components: { schemas: { [name]: Thing } },
});
const labelled = { enum: [1, 2], "x-enumDescriptions": { 1: "On", 2: "Off" } };

const discriminated = (a: string, b: string): JsonObject => ({
  ...answering({
    oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }],
    discriminator: { propertyName: "k", mapping: { a: `#/components/schemas/${a}`, b: `#/components/schemas/${b}` } },
  }),
  components: { schemas: { A: object({ k: text, a: text }), B: object({ k: text, b: text }) } },
});
const headed = (type: string): JsonObject => ({
  ...document({
    "/things": {
      get: operation("getThing", {
        responses: { 200: { description: "Fine", headers: { "x-a": { schema: thing } } } },
      }),
    },
  }),
  components: { schemas: { Thing: { type } } },
});

/** Facts of components: what they are called is not theirs, and what is in them is told where they stand. */
// biome-ignore format: a table is read row by row.
export const ofComponents: Row[] = [
  { name: "a component more, received", base: answering(object({})), head: withThing(object({ a: thing }), object({ b: text })), want: [["schema-added", "additive", "response", "schema Thing"], ["property-added", "additive", "response", "GET /things 200: a"]] },
  { name: "a component more, sent", base: sending(object({})), head: { ...sending(object({ a: thing })), components: { schemas: { Thing: object({ b: text }) } } }, want: [["schema-added", "additive", "request", "schema Thing"], ["property-added", "additive", "request", "POST /things body: a"]] },
  { name: "a component less", base: withThing(object({ a: thing }), object({ b: text })), head: answering(object({})), want: [["schema-removed", "breaking", "response", "schema Thing"], ["property-removed", "breaking", "response", "GET /things 200: a"]] },
  { name: "a schema that became a component", base: answering(object({ a: object({ b: text }) })), head: withThing(object({ a: thing }), object({ b: text })), want: [["schema-added", "additive", "response", "schema Thing"]] },
  { name: "a schema that became a component and changed", base: answering(object({ a: object({ b: text }) })), head: withThing(object({ a: thing }), object({ b: number })), want: [["schema-added", "additive", "response", "schema Thing"], ["type-changed", "breaking", "response", "GET /things 200: a.b"]] },
  { name: "what allOf adds to a component", base: withThing({ type: "array", items: thing }, object({ b: text })), head: withThing({ type: "array", items: { allOf: [thing, object({ tags: list })] } }, object({ b: text })), want: [["property-added", "additive", "response", "GET /things 200: [].tags"]] },
  { name: "what a component and its allOf both gain", base: withThing({ allOf: [thing, object({ c: text })] }, object({ b: text })), head: withThing({ allOf: [thing, object({ c: text, d: text })] }, object({ b: text, e: text })), want: [["property-added", "additive", "response", "GET /things 200: d"], ["property-added", "additive", "response", "schema Thing: e"]] },
  { name: "a component inside itself", base: withThing(thing, object({ a: thing, b: text })), head: withThing(thing, object({ a: thing, b: number })), want: [["type-changed", "breaking", "response", "schema Thing: b"]] },
  { name: "null beside a component", base: withThing(object({ a: thing }), object({ b: text })), head: withThing(object({ a: { anyOf: [thing, { type: "null" }] } }), object({ b: text })), want: [["became-nullable", "breaking", "response", "GET /things 200: a"]] },
  { name: "a component whose title tells it from a number", base: withThing({ $ref: "#/components/schemas/def-0" }, object({ a: text, b: text }, { title: "Thing" }), "def-0"), head: withThing({ $ref: "#/components/schemas/def-7" }, object({ a: text }, { title: "Thing" }), "def-7"), want: [["property-removed", "breaking", "response", "schema Thing: b"]] },
  { name: "a component that lost its title and gained a property", base: withThing({ $ref: "#/components/schemas/def-0" }, object({ a: text, b: text, c: text }, { title: "Thing" }), "def-0"), head: withThing({ $ref: "#/components/schemas/def-3" }, object({ a: text, b: text, c: text, d: text }), "def-3"), want: [["property-added", "additive", "response", "schema def-3: d"]] },
  { name: "an enum that is named after another place", base: document({ "/a": { get: operation("getA", { responses: { 200: json(object({ mode: labelled })) } }) }, "/bb": { get: operation("getB", { responses: { 200: json(object({ mode: labelled })) } }) } }), head: document({ "/bb": { get: operation("getB", { responses: { 200: json(object({ mode: labelled })) } }) } }), want: [["operation-removed", "breaking", "none", "GET /a"], ["enum-renamed", "breaking", "none", "GET /bb 200: mode"]] },
  { name: "an enum whose name another one has taken", base: answering(object({ a_b: labelled })), head: answering(object({ a_b: labelled, aB: { enum: [3, 4], "x-enumDescriptions": { 3: "C", 4: "D" } } })), want: [["property-added", "additive", "response", "GET /things 200: aB"], ["enum-renamed", "breaking", "none", "GET /things 200: a_b"]] },
  { name: "the targets of a discriminator that changed places", base: discriminated("A", "B"), head: discriminated("B", "A"), want: [["other-changed", "risky", "response", "GET /things 200"]] },
  { name: "a component that only a header has", base: headed("string"), head: headed("number"), want: [["type-changed", "breaking", "response", "schema Thing"]] },
  { name: "one cause in many places", base: document({ "/a": { get: operation("getA", { responses: { 200: json(object({ mode: labelled })), 404: json(object({ mode: labelled })) } }) } }), head: document({ "/a": { get: operation("getA", { responses: { 200: json(object({ mode: { ...labelled, enum: [1, 2, 3] } })), 404: json(object({ mode: { ...labelled, enum: [1, 2, 3] } })) } }) } }), want: [["enum-value-added", "risky", "response", "GET /a 200: mode", 3], ["enum-value-added", "risky", "response", "GET /a 404: mode", 3]] },
];
