import {
  asArray,
  asObject,
  asString,
  canonicalJson,
  compareCodePoints,
  isArray,
  type Json,
  sortKeys,
} from "../json.ts";
import type { Edit, ObjectType } from "../object-model.ts";
import type { OpenApiDocument } from "../openapi-types.ts";

/** Sorts the keys of every object in code-point order. */
export const orderKeys = (document: OpenApiDocument): OpenApiDocument => sortKeys(document);

/**
 * Sorts arrays whose order has no meaning: `required`, `type` (`null` last) and `parameters`. The order of `enum`
 * values, `anyOf`, `oneOf`, servers and security requirements is kept.
 */
export const orderLists: Edit = (value, type) => {
  const lists = (unorderedLists[type] ?? []).filter(([field]) => isArray(value[field]));
  // Most objects have none. Copying them would take longer than everything else.
  if (lists.length === 0) return value;
  return { ...value, ...Object.fromEntries(lists.map(([field, key]) => [field, sortBy(asArray(value[field]), key)])) };
};

const sortBy = (list: readonly Json[], key: (item: Json) => string): readonly Json[] =>
  [...list].sort((a, b) => compareCodePoints(key(a), key(b)));

const parameterKey = (parameter: Json): string => {
  const { in: where, name } = asObject(parameter);
  return asString(where) === undefined ? canonicalJson(parameter) : `${String(where)} ${String(name)}`;
};

type UnorderedList = readonly [field: string, key: (item: Json) => string];

const unorderedLists: Partial<Record<ObjectType, readonly UnorderedList[]>> = {
  operation: [["parameters", parameterKey]],
  pathItem: [["parameters", parameterKey]],
  schema: [
    ["required", String],
    // `~` comes after all letters.
    ["type", (name) => (name === "null" ? "~" : String(name))],
  ],
};
