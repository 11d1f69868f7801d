/** How large what is read may be. The largest documents in public use stay below a tenth of each. */
export const caps = {
  /** Objects and lists inside one another. The API's own document has 26; the stages call themselves for each. */
  depth: 200,
  /** Objects of OpenAPI inside one another: a schema in a property in a schema. */
  objects: 100,
  /** Values of any kind. */
  values: 2_000_000,
  /** Items of one list: an `enum` of more is data, not a type. */
  items: 10_000,
  /** Characters of a key, be it a path, a property or the name of a component. */
  key: 1000,
} as const;
