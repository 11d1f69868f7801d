import type { limitKeywords } from "../../../generator/diff/kinds/constraints.ts";
import type { JsonObject } from "../../../generator/document/json.ts";
import {
  array,
  type Fact,
  type Levels,
  number,
  object,
  type Row,
  receiving,
  sending,
  sendingAndReceiving,
  string,
} from "./row.ts";

const valued = (value: unknown): [] | [unknown] => (value === undefined ? [] : [value]);

/** Creates the rows of a property: in a request body, in a response, and in a component used by both. */
export const inEveryDirection = ({ name, before, after, kind, levels: [request, response], value }: Fact): Row[] => [
  {
    name: `${name}, sent`,
    base: sending(object({ p: before })),
    head: sending(object({ p: after })),
    want: [[kind, request, "request", "POST /things body: p", ...valued(value)]],
  },
  {
    name: `${name}, received`,
    base: receiving(object({ p: before })),
    head: receiving(object({ p: after })),
    want: [[kind, response, "response", "GET /things 200: p", ...valued(value)]],
  },
  {
    name: `${name}, in a component used in both directions`,
    base: sendingAndReceiving(object({ p: before })),
    head: sendingAndReceiving(object({ p: after })),
    want: [
      [kind, request, "request", "schema Thing: p", ...valued(value)],
      [kind, response, "response", "schema Thing: p", ...valued(value)],
    ],
  },
];

const stricter: Levels = ["breaking", "additive"];
const looser: Levels = ["additive", "risky"];

/** A limit that is added, removed, and changed in both directions. */
const limit = (keyword: (typeof limitKeywords)[number], type: JsonObject, loose: unknown, strict: unknown): Fact[] => {
  const of = (value: unknown): JsonObject => ({ ...type, [keyword]: value as number });
  return [
    { name: `${keyword} is added`, before: type, after: of(loose), kind: `${keyword}-added`, levels: stricter },
    { name: `${keyword} is removed`, before: of(loose), after: type, kind: `${keyword}-removed`, levels: looser },
    {
      name: `${keyword} becomes stricter`,
      before: of(loose),
      after: of(strict),
      kind: `${keyword}-changed`,
      levels: stricter,
    },
    {
      name: `${keyword} becomes looser`,
      before: of(strict),
      after: of(loose),
      kind: `${keyword}-changed`,
      levels: looser,
    },
  ];
};

/** Changes of a property. */
// biome-ignore format: one row per line.
export const facts: Fact[] = [
  { name: "the type changes", before: string, after: number, kind: "type-changed", levels: ["breaking", "breaking"] },
  { name: "an integer becomes a number", before: { type: "integer" }, after: number, kind: "type-changed", levels: ["breaking", "breaking"] },
  { name: "a second type is added", before: string, after: { type: ["number", "string"] }, kind: "type-changed", levels: ["breaking", "breaking"] },
  { name: "a type is added", before: {}, after: string, kind: "type-changed", levels: ["breaking", "breaking"] },
  { name: "a string becomes an enum", before: string, after: { ...string, enum: ["a", "b"] }, kind: "type-changed", levels: ["breaking", "breaking"] },
  { name: "an enum value of another type is added", before: { enum: [1, 2] }, after: { enum: [1, 2, "a"] }, kind: "enum-value-added", levels: ["additive", "risky"], value: "a" },
  { name: "a discriminator is added, which is unclassified", before: { oneOf: [string, number] }, after: { oneOf: [string, number], discriminator: { propertyName: "kind" } }, kind: "other-changed", levels: ["risky", "risky"] },
  { name: "null becomes allowed", before: string, after: { type: ["string", "null"] }, kind: "became-nullable", levels: ["additive", "breaking"] },
  { name: "null becomes allowed by a union", before: string, after: { anyOf: [string, { type: "null" }] }, kind: "became-nullable", levels: ["additive", "breaking"] },
  { name: "null is no longer allowed", before: { type: ["null", "string"] }, after: string, kind: "became-non-nullable", levels: ["breaking", "additive"] },
  { name: "an enum value is added", before: { enum: [1, 2] }, after: { enum: [1, 2, 8] }, kind: "enum-value-added", levels: ["additive", "risky"], value: 8 },
  { name: "the document renames a member", before: { enum: [1, 2], "x-enum-varnames": ["A", "B"], "x-enumDescriptions": { 1: "One", 2: "Two" } }, after: { enum: [1, 2], "x-enum-varnames": ["A", "C"], "x-enumDescriptions": { 1: "One", 2: "Two" } }, kind: "enum-member-renamed", levels: ["breaking", "breaking"], value: "2" },
  { name: "a value is added to an enum with one value", before: { enum: ["a"] }, after: { enum: ["a", "b"] }, kind: "enum-value-added", levels: ["additive", "risky"], value: "b" },
  { name: "an enum value is removed", before: { enum: ["a", "b"] }, after: { enum: ["a"] }, kind: "enum-value-removed", levels: ["breaking", "breaking"], value: "b" },
  { name: "a label is added", before: { enum: ["a", "b"], "x-enumDescriptions": { a: "A" } }, after: { enum: ["a", "b"], "x-enumDescriptions": { a: "A", b: "B" } }, kind: "enum-label-added", levels: ["docs", "docs"], value: "b" },
  { name: "a label is removed", before: { enum: ["a", "b"], "x-enumDescriptions": { a: "A", b: "B" } }, after: { enum: ["a", "b"], "x-enumDescriptions": { a: "A" } }, kind: "enum-label-removed", levels: ["docs", "docs"], value: "b" },
  { name: "the label of a string changes", before: { enum: ["a", "b"], "x-enumDescriptions": { a: "A", b: "B" } }, after: { enum: ["a", "b"], "x-enumDescriptions": { a: "A", b: "C" } }, kind: "enum-label-changed", levels: ["docs", "docs"], value: "b" },
  { name: "a label changes but not its member", before: { enum: [1, 2], "x-enumDescriptions": { 1: "On", 2: "Off" } }, after: { enum: [1, 2], "x-enumDescriptions": { 1: "On", 2: "Off, for now" } }, kind: "enum-label-changed", levels: ["docs", "docs"], value: "2" },
  { name: "a label changes and renames its member", before: { enum: [1, 2], "x-enumDescriptions": { 1: "On", 2: "Off" } }, after: { enum: [1, 2], "x-enumDescriptions": { 1: "On", 2: "Paused" } }, kind: "enum-member-renamed", levels: ["breaking", "breaking"], value: "2" },
  { name: "a format is added", before: string, after: { ...string, format: "uuid" }, kind: "format-added", levels: ["breaking", "additive"] },
  { name: "a format is removed", before: { ...string, format: "uuid" }, after: string, kind: "format-removed", levels: ["additive", "risky"] },
  { name: "a format changes", before: { ...string, format: "uuid" }, after: { ...string, format: "date" }, kind: "format-changed", levels: ["breaking", "risky"] },
  { name: "a pattern is added", before: string, after: { ...string, pattern: "^a" }, kind: "pattern-added", levels: ["breaking", "additive"] },
  { name: "a pattern is removed", before: { ...string, pattern: "^a" }, after: string, kind: "pattern-removed", levels: ["additive", "risky"] },
  { name: "a pattern changes", before: { ...string, pattern: "^a" }, after: { ...string, pattern: "^b" }, kind: "pattern-changed", levels: ["breaking", "risky"] },
  ...limit("minimum", number, 1, 2),
  ...limit("maximum", number, 20, 10),
  ...limit("minLength", string, 1, 2),
  ...limit("maxLength", string, 20, 10),
  ...limit("minItems", array, 1, 2),
  ...limit("maxItems", array, 20, 10),
  ...limit("multipleOf", number, 2, 4),
  { name: "multipleOf changes to an unrelated number", before: { ...number, multipleOf: 2 }, after: { ...number, multipleOf: 3 }, kind: "multipleOf-changed", levels: stricter },
  { name: "uniqueItems is added", before: array, after: { ...array, uniqueItems: true }, kind: "uniqueItems-added", levels: stricter },
  { name: "uniqueItems becomes false", before: { ...array, uniqueItems: true }, after: { ...array, uniqueItems: false }, kind: "uniqueItems-removed", levels: looser },
  { name: "a default is added", before: string, after: { ...string, default: "a" }, kind: "default-added", levels: ["docs", "docs"] },
  { name: "a default is removed", before: { ...string, default: "a" }, after: string, kind: "default-removed", levels: ["docs", "docs"] },
  { name: "a default changes", before: { ...string, default: "a" }, after: { ...string, default: "b" }, kind: "default-changed", levels: ["docs", "docs"] },
  { name: "a description is added", before: string, after: { ...string, description: "A." }, kind: "description-added", levels: ["docs", "docs"] },
  { name: "a description is removed", before: { ...string, description: "A." }, after: string, kind: "description-removed", levels: ["docs", "docs"] },
  { name: "a description changes", before: { ...string, description: "A." }, after: { ...string, description: "B." }, kind: "description-changed", levels: ["docs", "docs"] },
  { name: "it becomes deprecated", before: string, after: { ...string, deprecated: true }, kind: "deprecated-added", levels: ["docs", "docs"] },
  { name: "it is no longer deprecated", before: { ...string, deprecated: true }, after: string, kind: "deprecated-removed", levels: ["docs", "docs"] },
  { name: "it becomes read-only", before: string, after: { ...string, readOnly: true }, kind: "read-only-added", levels: ["breaking", "docs"] },
  { name: "it is no longer read-only", before: { ...string, readOnly: true }, after: string, kind: "read-only-removed", levels: ["docs", "docs"] },
  { name: "additional properties become allowed", before: object({ a: string }), after: object({ a: string }, { additionalProperties: true }), kind: "additionalProperties-added", levels: ["additive", "additive"] },
  { name: "additional properties are no longer allowed", before: object({ a: string }, { additionalProperties: string }), after: object({ a: string }), kind: "additionalProperties-removed", levels: ["breaking", "breaking"] },
  { name: "a const is added", before: string, after: { ...string, const: "a" }, kind: "const-changed", levels: ["breaking", "breaking"] },
  { name: "a const is removed", before: { ...string, const: "a" }, after: string, kind: "const-changed", levels: ["breaking", "breaking"] },
  { name: "a const changes", before: { const: "a" }, after: { const: "b" }, kind: "const-changed", levels: ["breaking", "breaking"] },
  { name: "a variant is added", before: { anyOf: [string, number] }, after: { anyOf: [string, number, { type: "boolean" }] }, kind: "union-branch-added", levels: ["additive", "risky"] },
  { name: "a variant is removed", before: { oneOf: [string, number, { type: "boolean" }] }, after: { oneOf: [string, number] }, kind: "union-branch-removed", levels: ["breaking", "breaking"] },
  { name: "a type becomes one of two variants", before: string, after: { anyOf: [string, number] }, kind: "union-branch-added", levels: ["additive", "risky"] },
  { name: "one of two variants becomes the type", before: { anyOf: [string, number] }, after: number, kind: "union-branch-removed", levels: ["breaking", "breaking"] },
  { name: "a limit in another part of allOf becomes stricter", before: { ...string, allOf: [{ maxLength: 9 }, { maxLength: 5 }] }, after: { ...string, allOf: [{ maxLength: 9 }, { maxLength: 2 }] }, kind: "maxLength-changed", levels: stricter },
  { name: "multipleOf changes to a decimal fraction of itself", before: { ...number, multipleOf: 0.1 }, after: { ...number, multipleOf: 0.01 }, kind: "multipleOf-changed", levels: looser },
  { name: "another keyword is added, which is unclassified", before: string, after: { ...string, contentEncoding: "base64" }, kind: "other-changed", levels: ["risky", "risky"] },
];
