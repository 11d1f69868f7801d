import type { limitKeywords } from "../../../generator/diff/kinds/constraints.ts";
import type { JsonObject } from "../../../generator/document/json.ts";
import { answering, both, type Fact, type Levels, list, number, object, type Row, sending, text } from "./row.ts";

const valued = (value: unknown): [] | [unknown] => (value === undefined ? [] : [value]);

/** A fact of a property, looked at in a body, in an answer, and in a component that is both. */
export const everyWay = ({ name, before, after, kind, levels: [request, response], value }: Fact): Row[] => [
  {
    name: `${name}, sent`,
    base: sending(object({ p: before })),
    head: sending(object({ p: after })),
    want: [[kind, request, "request", "POST /things body: p", ...valued(value)]],
  },
  {
    name: `${name}, received`,
    base: answering(object({ p: before })),
    head: answering(object({ p: after })),
    want: [[kind, response, "response", "GET /things 200: p", ...valued(value)]],
  },
  {
    name: `${name}, in a component that travels both ways`,
    base: both(object({ p: before })),
    head: both(object({ p: after })),
    want: [
      [kind, request, "request", "schema Thing: p", ...valued(value)],
      [kind, response, "response", "schema Thing: p", ...valued(value)],
    ],
  },
];

const tightened: Levels = ["breaking", "additive"];
const loosened: Levels = ["additive", "risky"];

/** A limit that comes, goes, and changes, both ways: `low` to `high` narrows it. */
const limit = (keyword: (typeof limitKeywords)[number], type: JsonObject, wide: unknown, narrow: unknown): Fact[] => {
  const of = (value: unknown): JsonObject => ({ ...type, [keyword]: value as number });
  return [
    { name: `${keyword} comes`, before: type, after: of(wide), kind: `${keyword}-added`, levels: tightened },
    { name: `${keyword} goes`, before: of(wide), after: type, kind: `${keyword}-removed`, levels: loosened },
    { name: `${keyword} narrows`, before: of(wide), after: of(narrow), kind: `${keyword}-changed`, levels: tightened },
    { name: `${keyword} widens`, before: of(narrow), after: of(wide), kind: `${keyword}-changed`, levels: loosened },
  ];
};

/** What can be said of a value. */
// biome-ignore format: a table is read row by row.
export const facts: Fact[] = [
  { name: "another type", before: text, after: number, kind: "type-changed", levels: ["breaking", "breaking"] },
  { name: "any number where a whole one was", before: { type: "integer" }, after: number, kind: "type-changed", levels: ["breaking", "breaking"] },
  { name: "one type more", before: text, after: { type: ["number", "string"] }, kind: "type-changed", levels: ["breaking", "breaking"] },
  { name: "a type where there was none", before: {}, after: text, kind: "type-changed", levels: ["breaking", "breaking"] },
  { name: "a list of values where any text was", before: text, after: { ...text, enum: ["a", "b"] }, kind: "type-changed", levels: ["breaking", "breaking"] },
  { name: "another kind of value in a list of values", before: { enum: [1, 2] }, after: { enum: [1, 2, "a"] }, kind: "enum-value-added", levels: ["additive", "risky"], value: "a" },
  { name: "a discriminator, which no rule knows", before: { oneOf: [text, number] }, after: { oneOf: [text, number], discriminator: { propertyName: "kind" } }, kind: "other-changed", levels: ["risky", "risky"] },
  { name: "null allowed", before: text, after: { type: ["string", "null"] }, kind: "became-nullable", levels: ["additive", "breaking"] },
  { name: "null allowed by a union", before: text, after: { anyOf: [text, { type: "null" }] }, kind: "became-nullable", levels: ["additive", "breaking"] },
  { name: "null no longer allowed", before: { type: ["null", "string"] }, after: text, kind: "became-non-nullable", levels: ["breaking", "additive"] },
  { name: "a value more", before: { enum: [1, 2] }, after: { enum: [1, 2, 8] }, kind: "enum-value-added", levels: ["additive", "risky"], value: 8 },
  { name: "a member that the document names otherwise", before: { enum: [1, 2], "x-enum-varnames": ["A", "B"], "x-enumDescriptions": { 1: "One", 2: "Two" } }, after: { enum: [1, 2], "x-enum-varnames": ["A", "C"], "x-enumDescriptions": { 1: "One", 2: "Two" } }, kind: "enum-member-renamed", levels: ["breaking", "breaking"], value: "2" },
  { name: "a value more in a list of one", before: { enum: ["a"] }, after: { enum: ["a", "b"] }, kind: "enum-value-added", levels: ["additive", "risky"], value: "b" },
  { name: "a value less", before: { enum: ["a", "b"] }, after: { enum: ["a"] }, kind: "enum-value-removed", levels: ["breaking", "breaking"], value: "b" },
  { name: "a label more", before: { enum: ["a", "b"], "x-enumDescriptions": { a: "A" } }, after: { enum: ["a", "b"], "x-enumDescriptions": { a: "A", b: "B" } }, kind: "enum-label-added", levels: ["docs", "docs"], value: "b" },
  { name: "a label less", before: { enum: ["a", "b"], "x-enumDescriptions": { a: "A", b: "B" } }, after: { enum: ["a", "b"], "x-enumDescriptions": { a: "A" } }, kind: "enum-label-removed", levels: ["docs", "docs"], value: "b" },
  { name: "another label of a text", before: { enum: ["a", "b"], "x-enumDescriptions": { a: "A", b: "B" } }, after: { enum: ["a", "b"], "x-enumDescriptions": { a: "A", b: "C" } }, kind: "enum-label-changed", levels: ["docs", "docs"], value: "b" },
  { name: "another label that keeps the member", before: { enum: [1, 2], "x-enumDescriptions": { 1: "On", 2: "Off" } }, after: { enum: [1, 2], "x-enumDescriptions": { 1: "On", 2: "Off, for now" } }, kind: "enum-label-changed", levels: ["docs", "docs"], value: "2" },
  { name: "another label that renames the member", before: { enum: [1, 2], "x-enumDescriptions": { 1: "On", 2: "Off" } }, after: { enum: [1, 2], "x-enumDescriptions": { 1: "On", 2: "Paused" } }, kind: "enum-member-renamed", levels: ["breaking", "breaking"], value: "2" },
  { name: "a format", before: text, after: { ...text, format: "uuid" }, kind: "format-added", levels: ["breaking", "additive"] },
  { name: "no format", before: { ...text, format: "uuid" }, after: text, kind: "format-removed", levels: ["additive", "risky"] },
  { name: "another format", before: { ...text, format: "uuid" }, after: { ...text, format: "date" }, kind: "format-changed", levels: ["breaking", "risky"] },
  { name: "a pattern", before: text, after: { ...text, pattern: "^a" }, kind: "pattern-added", levels: ["breaking", "additive"] },
  { name: "no pattern", before: { ...text, pattern: "^a" }, after: text, kind: "pattern-removed", levels: ["additive", "risky"] },
  { name: "another pattern", before: { ...text, pattern: "^a" }, after: { ...text, pattern: "^b" }, kind: "pattern-changed", levels: ["breaking", "risky"] },
  ...limit("minimum", number, 1, 2),
  ...limit("maximum", number, 20, 10),
  ...limit("minLength", text, 1, 2),
  ...limit("maxLength", text, 20, 10),
  ...limit("minItems", list, 1, 2),
  ...limit("maxItems", list, 20, 10),
  ...limit("multipleOf", number, 2, 4),
  { name: "multiples of something else", before: { ...number, multipleOf: 2 }, after: { ...number, multipleOf: 3 }, kind: "multipleOf-changed", levels: tightened },
  { name: "items told apart", before: list, after: { ...list, uniqueItems: true }, kind: "uniqueItems-added", levels: tightened },
  { name: "items no longer told apart", before: { ...list, uniqueItems: true }, after: { ...list, uniqueItems: false }, kind: "uniqueItems-removed", levels: loosened },
  { name: "a default", before: text, after: { ...text, default: "a" }, kind: "default-added", levels: ["docs", "docs"] },
  { name: "no default", before: { ...text, default: "a" }, after: text, kind: "default-removed", levels: ["docs", "docs"] },
  { name: "another default", before: { ...text, default: "a" }, after: { ...text, default: "b" }, kind: "default-changed", levels: ["docs", "docs"] },
  { name: "a description", before: text, after: { ...text, description: "A." }, kind: "description-added", levels: ["docs", "docs"] },
  { name: "no description", before: { ...text, description: "A." }, after: text, kind: "description-removed", levels: ["docs", "docs"] },
  { name: "another description", before: { ...text, description: "A." }, after: { ...text, description: "B." }, kind: "description-changed", levels: ["docs", "docs"] },
  { name: "deprecated", before: text, after: { ...text, deprecated: true }, kind: "deprecated-added", levels: ["docs", "docs"] },
  { name: "no longer deprecated", before: { ...text, deprecated: true }, after: text, kind: "deprecated-removed", levels: ["docs", "docs"] },
  { name: "set by the server", before: text, after: { ...text, readOnly: true }, kind: "read-only-added", levels: ["breaking", "docs"] },
  { name: "no longer set by the server", before: { ...text, readOnly: true }, after: text, kind: "read-only-removed", levels: ["docs", "docs"] },
  { name: "other properties allowed", before: object({ a: text }), after: object({ a: text }, { additionalProperties: true }), kind: "additionalProperties-added", levels: ["additive", "additive"] },
  { name: "other properties no longer allowed", before: object({ a: text }, { additionalProperties: text }), after: object({ a: text }), kind: "additionalProperties-removed", levels: ["breaking", "breaking"] },
  { name: "a constant", before: text, after: { ...text, const: "a" }, kind: "const-changed", levels: ["breaking", "breaking"] },
  { name: "no constant", before: { ...text, const: "a" }, after: text, kind: "const-changed", levels: ["breaking", "breaking"] },
  { name: "another constant", before: { const: "a" }, after: { const: "b" }, kind: "const-changed", levels: ["breaking", "breaking"] },
  { name: "an alternative more", before: { anyOf: [text, number] }, after: { anyOf: [text, number, { type: "boolean" }] }, kind: "union-branch-added", levels: ["additive", "risky"] },
  { name: "an alternative less", before: { oneOf: [text, number, { type: "boolean" }] }, after: { oneOf: [text, number] }, kind: "union-branch-removed", levels: ["breaking", "breaking"] },
  { name: "a type that is one of two now", before: text, after: { anyOf: [text, number] }, kind: "union-branch-added", levels: ["additive", "risky"] },
  { name: "one of two types that is the only one now", before: { anyOf: [text, number] }, after: number, kind: "union-branch-removed", levels: ["breaking", "breaking"] },
  { name: "a stricter limit in another part of allOf", before: { ...text, allOf: [{ maxLength: 9 }, { maxLength: 5 }] }, after: { ...text, allOf: [{ maxLength: 9 }, { maxLength: 2 }] }, kind: "maxLength-changed", levels: tightened },
  { name: "a finer multiple, in decimals", before: { ...number, multipleOf: 0.1 }, after: { ...number, multipleOf: 0.01 }, kind: "multipleOf-changed", levels: loosened },
  { name: "a keyword that no rule knows", before: text, after: { ...text, contentEncoding: "base64" }, kind: "other-changed", levels: ["risky", "risky"] },
];
