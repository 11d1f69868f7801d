import type { KindId } from "../../../generator/diff/registry.ts";
import type { JsonObject } from "../../../generator/document/json.ts";
import { answering, type Levels, object, type Row, sending, text } from "./row.ts";

const below = (name: string, before: JsonObject, after: JsonObject, kind: KindId, levels: Levels, at: string): Row[] => [
  {
    name: `${name}, sent`,
    base: sending(before),
    head: sending(after),
    want: [[kind, levels[0], "request", `POST /things body: ${at}`]],
  },
  {
    name: `${name}, received`,
    base: answering(before),
    head: answering(after),
    want: [[kind, levels[1], "response", `GET /things 200: ${at}`]],
  },
];

/** Facts of an object, which stand at its properties. */
// biome-ignore format: a table is read row by row.
export const ofObjects: Row[] = [
  { name: "conditions beside properties", base: sending(object({ a: text })), head: sending({ ...object({ a: text, b: text }), anyOf: [{ required: ["a"] }, { required: ["b"] }] }), want: [["property-added", "additive", "request", "POST /things body: b"], ["union-branch-added", "additive", "request", "POST /things body"]] },
  ...below("a property more", object({ a: text }), object({ a: text, b: text }), "property-added", ["additive", "additive"], "b"),
  ...below("a property more that is required", object({ a: text }), object({ a: text, b: text }, { required: ["b"] }), "property-added", ["breaking", "additive"], "b"),
  ...below("a property less", object({ a: text, b: text }), object({ a: text }), "property-removed", ["breaking", "breaking"], "b"),
  ...below("a property that has to be there", object({ a: text }), object({ a: text }, { required: ["a"] }), "property-became-required", ["breaking", "additive"], "a"),
  ...below("a property that may be left out", object({ a: text }, { required: ["a"] }), object({ a: text }), "property-became-optional", ["additive", "breaking"], "a"),
  ...below("a property further in", object({ a: object({}) }), object({ a: object({ b: text }) }), "property-added", ["additive", "additive"], "a.b"),
  ...below("a property of the items of a list", object({ a: { type: "array", items: object({}) } }), object({ a: { type: "array", items: object({ b: text }) } }), "property-added", ["additive", "additive"], "a[].b"),
  ...below("a property of the items of a whole list", { type: "array", items: object({}) }, { type: "array", items: object({ b: text }) }, "property-added", ["additive", "additive"], "[].b"),
  ...below("a property of map values", object({}, { additionalProperties: object({}) }), object({}, { additionalProperties: object({ b: text }) }), "property-added", ["additive", "additive"], "*.b"),
  ...below("items where there were any", object({ a: { type: "array" } }), object({ a: { type: "array", items: text } }), "type-changed", ["breaking", "breaking"], "a[]"),
  ...below("a property of an alternative", object({ a: { oneOf: [object({ x: text }), text] } }), object({ a: { oneOf: [object({ x: text, y: text }), text] } }), "property-added", ["additive", "additive"], "a.y"),
  ...below("a property of an alternative that has moved", { oneOf: [object({ kind: { const: "a" }, v: text }), object({ kind: { const: "b" }, w: text })] }, { oneOf: [object({ kind: { const: "b" }, w: text }), object({ kind: { const: "a" }, v: text, x: text })] }, "property-added", ["additive", "additive"], "x"),
  ...below("a property of the items of another part of allOf", { allOf: [{ type: "array", items: object({ a: text }) }, { items: object({ b: text }) }] }, { allOf: [{ type: "array", items: object({ a: text }) }, { items: object({ b: text, c: text }) }] }, "property-added", ["additive", "additive"], "[].c"),
  ...below("a property that allOf adds", object({ a: text }), { allOf: [object({ a: text }), object({ b: text })] }, "property-added", ["additive", "additive"], "b"),
];
