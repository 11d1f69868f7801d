import {
  asArray,
  asObject,
  asString,
  canonicalJson,
  compareCodePoints,
  isArray,
  type Json,
  type JsonObject,
  sortKeys,
} from "../json.ts";
import type { Edit } from "../object-model.ts";

/** Puts the keys of every object into code-point order: paths, methods, names and keywords alike. */
export const orderKeys = (document: JsonObject): JsonObject => asObject(sortKeys(document));

/**
 * Puts lists whose order means nothing into one order: `required`, types (`null` last) and parameters. The order of
 * `enum` values, of union branches, of servers and of security alternatives says something; it is kept.
 */
export const orderLists: Edit = (value, kind) => {
  const lists = kind === "schema" ? schemaLists : kind === "operation" || kind === "pathItem" ? parameterLists : [];
  const found = lists.filter(([name]) => isArray(value[name]));
  // Most objects have none of them and stay what they are: to build each anew takes longer than all the rest.
  if (found.length === 0) return value;
  return { ...value, ...Object.fromEntries(found.map(([name, key]) => [name, sortBy(asArray(value[name]), key)])) };
};

type OrderedLists = readonly (readonly [name: string, key: (item: Json) => string])[];

const schemaLists: OrderedLists = [
  ["required", String],
  ["type", (name) => (name === "null" ? "~" : String(name))],
];

const sortBy = (list: readonly Json[], key: (item: Json) => string): readonly Json[] =>
  [...list].sort((a, b) => compareCodePoints(key(a), key(b)));

const parameterKey = (parameter: Json): string => {
  const { in: where, name } = asObject(parameter);
  return asString(where) === undefined ? canonicalJson(parameter) : `${String(where)} ${String(name)}`;
};

const parameterLists: OrderedLists = [["parameters", parameterKey]];
