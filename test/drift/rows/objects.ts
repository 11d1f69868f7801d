import type { KindId } from "../../../generator/diff/registry.ts";
import type { JsonObject } from "../../../generator/document/json.ts";
import { type Levels, object, type Row, receiving, sending, string } from "./row.ts";

const inBothDirections = (
  name: string,
  before: JsonObject,
  after: JsonObject,
  kind: KindId,
  levels: Levels,
  at: string,
): Row[] => [
  {
    name: `${name}, sent`,
    base: sending(before),
    head: sending(after),
    want: [[kind, levels[0], "request", `POST /things body: ${at}`]],
  },
  {
    name: `${name}, received`,
    base: receiving(before),
    head: receiving(after),
    want: [[kind, levels[1], "response", `GET /things 200: ${at}`]],
  },
];

/** Changes of objects, most of which are reported at their properties. */
// biome-ignore format: one row per line.
export const objectRows: Row[] = [
  { name: "required variants are added beside properties", base: sending(object({ a: string })), head: sending({ ...object({ a: string, b: string }), anyOf: [{ required: ["a"] }, { required: ["b"] }] }), want: [["property-added", "additive", "request", "POST /things body: b"], ["union-branch-added", "additive", "request", "POST /things body"]] },
  ...inBothDirections("a property is added", object({ a: string }), object({ a: string, b: string }), "property-added", ["additive", "additive"], "b"),
  ...inBothDirections("a required property is added", object({ a: string }), object({ a: string, b: string }, { required: ["b"] }), "property-added", ["breaking", "additive"], "b"),
  ...inBothDirections("a property is removed", object({ a: string, b: string }), object({ a: string }), "property-removed", ["breaking", "breaking"], "b"),
  ...inBothDirections("a property becomes required", object({ a: string }), object({ a: string }, { required: ["a"] }), "property-became-required", ["breaking", "additive"], "a"),
  ...inBothDirections("a property becomes optional", object({ a: string }, { required: ["a"] }), object({ a: string }), "property-became-optional", ["additive", "breaking"], "a"),
  ...inBothDirections("a nested property is added", object({ a: object({}) }), object({ a: object({ b: string }) }), "property-added", ["additive", "additive"], "a.b"),
  ...inBothDirections("a property of the items of an array is added", object({ a: { type: "array", items: object({}) } }), object({ a: { type: "array", items: object({ b: string }) } }), "property-added", ["additive", "additive"], "a[].b"),
  ...inBothDirections("a property of the items of a top-level array is added", { type: "array", items: object({}) }, { type: "array", items: object({ b: string }) }, "property-added", ["additive", "additive"], "[].b"),
  ...inBothDirections("a property of map values is added", object({}, { additionalProperties: object({}) }), object({}, { additionalProperties: object({ b: string }) }), "property-added", ["additive", "additive"], "*.b"),
  ...inBothDirections("the type of items is added", object({ a: { type: "array" } }), object({ a: { type: "array", items: string } }), "type-changed", ["breaking", "breaking"], "a[]"),
  ...inBothDirections("a property of a variant is added", object({ a: { oneOf: [object({ x: string }), string] } }), object({ a: { oneOf: [object({ x: string, y: string }), string] } }), "property-added", ["additive", "additive"], "a.y"),
  ...inBothDirections("a property of a moved variant is added", { oneOf: [object({ kind: { const: "a" }, v: string }), object({ kind: { const: "b" }, w: string })] }, { oneOf: [object({ kind: { const: "b" }, w: string }), object({ kind: { const: "a" }, v: string, x: string })] }, "property-added", ["additive", "additive"], "x"),
  ...inBothDirections("a property of items in another part of allOf is added", { allOf: [{ type: "array", items: object({ a: string }) }, { items: object({ b: string }) }] }, { allOf: [{ type: "array", items: object({ a: string }) }, { items: object({ b: string, c: string }) }] }, "property-added", ["additive", "additive"], "[].c"),
  ...inBothDirections("allOf adds a property", object({ a: string }), { allOf: [object({ a: string }), object({ b: string })] }, "property-added", ["additive", "additive"], "b"),
];
