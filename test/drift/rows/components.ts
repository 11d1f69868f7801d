import type { JsonObject } from "../../../generator/document/json.ts";
import { document, json, operation } from "../../helpers/document.ts";
import { array, number, object, type Row, receiving, sending, string } from "./row.ts";

const thing = { $ref: "#/components/schemas/Thing" };
const withThing = (schema: JsonObject, Thing: JsonObject, name = "Thing"): JsonObject => ({
  ...receiving(schema),
  components: { schemas: { [name]: Thing } },
});
const labelled = { enum: [1, 2], "x-enumDescriptions": { 1: "On", 2: "Off" } };

const discriminated = (a: string, b: string): JsonObject => ({
  ...receiving({
    oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }],
    discriminator: { propertyName: "k", mapping: { a: `#/components/schemas/${a}`, b: `#/components/schemas/${b}` } },
  }),
  components: { schemas: { A: object({ k: string, a: string }), B: object({ k: string, b: string }) } },
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

/** Changes of components. They are reported once, at the component. */
// biome-ignore format: one row per line.
export const componentRows: Row[] = [
  { name: "a component is added, received", base: receiving(object({})), head: withThing(object({ a: thing }), object({ b: string })), want: [["schema-added", "additive", "response", "schema Thing"], ["property-added", "additive", "response", "GET /things 200: a"]] },
  { name: "a component is added, sent", base: sending(object({})), head: { ...sending(object({ a: thing })), components: { schemas: { Thing: object({ b: string }) } } }, want: [["schema-added", "additive", "request", "schema Thing"], ["property-added", "additive", "request", "POST /things body: a"]] },
  { name: "a component is removed", base: withThing(object({ a: thing }), object({ b: string })), head: receiving(object({})), want: [["schema-removed", "breaking", "response", "schema Thing"], ["property-removed", "breaking", "response", "GET /things 200: a"]] },
  { name: "a schema becomes a component", base: receiving(object({ a: object({ b: string }) })), head: withThing(object({ a: thing }), object({ b: string })), want: [["schema-added", "additive", "response", "schema Thing"]] },
  { name: "a schema becomes a component and changes", base: receiving(object({ a: object({ b: string }) })), head: withThing(object({ a: thing }), object({ b: number })), want: [["schema-added", "additive", "response", "schema Thing"], ["type-changed", "breaking", "response", "GET /things 200: a.b"]] },
  { name: "allOf adds a property to a component", base: withThing({ type: "array", items: thing }, object({ b: string })), head: withThing({ type: "array", items: { allOf: [thing, object({ tags: array })] } }, object({ b: string })), want: [["property-added", "additive", "response", "GET /things 200: [].tags"]] },
  { name: "a component and its allOf each gain a property", base: withThing({ allOf: [thing, object({ c: string })] }, object({ b: string })), head: withThing({ allOf: [thing, object({ c: string, d: string })] }, object({ b: string, e: string })), want: [["property-added", "additive", "response", "GET /things 200: d"], ["property-added", "additive", "response", "schema Thing: e"]] },
  { name: "a recursive component changes", base: withThing(thing, object({ a: thing, b: string })), head: withThing(thing, object({ a: thing, b: number })), want: [["type-changed", "breaking", "response", "schema Thing: b"]] },
  { name: "a reference becomes nullable", base: withThing(object({ a: thing }), object({ b: string })), head: withThing(object({ a: { anyOf: [thing, { type: "null" }] } }), object({ b: string })), want: [["became-nullable", "breaking", "response", "GET /things 200: a"]] },
  { name: "a component with a positional name matches by its title", base: withThing({ $ref: "#/components/schemas/def-0" }, object({ a: string, b: string }, { title: "Thing" }), "def-0"), head: withThing({ $ref: "#/components/schemas/def-7" }, object({ a: string }, { title: "Thing" }), "def-7"), want: [["property-removed", "breaking", "response", "schema Thing: b"]] },
  { name: "a component with a positional name loses its title and gains a property", base: withThing({ $ref: "#/components/schemas/def-0" }, object({ a: string, b: string, c: string }, { title: "Thing" }), "def-0"), head: withThing({ $ref: "#/components/schemas/def-3" }, object({ a: string, b: string, c: string, d: string }), "def-3"), want: [["property-added", "additive", "response", "schema def-3: d"]] },
  { name: "an enum gets the name of another site", base: document({ "/a": { get: operation("getA", { responses: { 200: json(object({ mode: labelled })) } }) }, "/bb": { get: operation("getB", { responses: { 200: json(object({ mode: labelled })) } }) } }), head: document({ "/bb": { get: operation("getB", { responses: { 200: json(object({ mode: labelled })) } }) } }), want: [["operation-removed", "breaking", "none", "GET /a"], ["enum-renamed", "breaking", "none", "GET /bb 200: mode"]] },
  { name: "another enum takes the name of an enum", base: receiving(object({ a_b: labelled })), head: receiving(object({ a_b: labelled, aB: { enum: [3, 4], "x-enumDescriptions": { 3: "C", 4: "D" } } })), want: [["property-added", "additive", "response", "GET /things 200: aB"], ["enum-renamed", "breaking", "none", "GET /things 200: a_b"]] },
  { name: "the targets of a discriminator are swapped", base: discriminated("A", "B"), head: discriminated("B", "A"), want: [["other-changed", "risky", "response", "GET /things 200"]] },
  { name: "a component used by a header changes", base: headed("string"), head: headed("number"), want: [["type-changed", "breaking", "response", "schema Thing"]] },
  { name: "an enum at several sites changes", base: document({ "/a": { get: operation("getA", { responses: { 200: json(object({ mode: labelled })), 404: json(object({ mode: labelled })) } }) } }), head: document({ "/a": { get: operation("getA", { responses: { 200: json(object({ mode: { ...labelled, enum: [1, 2, 3] } })), 404: json(object({ mode: { ...labelled, enum: [1, 2, 3] } })) } }) } }), want: [["enum-value-added", "risky", "response", "GET /a 200: mode", 3], ["enum-value-added", "risky", "response", "GET /a 404: mode", 3]] },
];
