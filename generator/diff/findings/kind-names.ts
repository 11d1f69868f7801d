/** A keyword comes, goes, or gets another value. */
const changeTypes = ["added", "removed", "changed"] as const;
export type ChangeType = (typeof changeTypes)[number];

/** Keywords that bound numbers, texts and lists. */
export const limitKeywords = [
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "uniqueItems",
  "multipleOf",
] as const;

/** All keywords that do. */
export const keywords = ["format", "pattern", ...limitKeywords, "default", "description"] as const;
export type Keyword = (typeof keywords)[number];

const kindsOf = <Name extends string>(name: Name) => changeTypes.map((turn) => `${name}-${turn}` as const);

/** What kinds of change there are. A kind is a contract: ignore lists and other tools go by it. */
// biome-ignore format: what is of one thing stands in one row.
export const kinds = [
  "operation-added", "operation-removed", "operation-id-changed", "schema-added", "schema-removed",
  "param-added", "param-removed", "param-became-required", "param-became-optional", "param-style-changed",
  "property-added", "property-removed", "property-became-required", "property-became-optional",
  "body-added", "body-removed", "body-became-required", "body-became-optional",
  "type-changed", "became-nullable", "became-non-nullable", "const-changed", "union-branch-added", "union-branch-removed",
  "enum-value-added", "enum-value-removed", ...kindsOf("enum-label"), "enum-member-renamed", "enum-renamed",
  ...keywords.flatMap(kindsOf),
  "additionalProperties-added", "additionalProperties-removed", "read-only-added", "read-only-removed",
  "deprecated-added", "deprecated-removed", "summary-changed",
  "response-status-added", "response-status-removed", "media-type-added", "media-type-removed",
  "security-changed", "scope-added", "scope-removed", "server-changed", "other-changed",
] as const;
export type Kind = (typeof kinds)[number];

/** The entries of a table for what comes, goes, and gets another value. */
export const forEachChangeType = <Name extends string, Entry>(
  names: readonly Name[],
  entry: (name: Name, turn: ChangeType) => Entry,
): Record<`${Name}-${ChangeType}`, Entry> =>
  // `fromEntries` forgets which keys it was given.
  Object.fromEntries(
    names.flatMap((name) => changeTypes.map((turn) => [`${name}-${turn}`, entry(name, turn)])),
  ) as Record<`${Name}-${ChangeType}`, Entry>;
