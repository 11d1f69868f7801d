import type { Edit } from "../grammar.ts";
import {
  asArray,
  asObject,
  asString,
  canonical,
  compare,
  isArray,
  type Json,
  type JsonObject,
  sorted,
} from "../json.ts";

/** Puts the keys of every object into code-point order: paths, methods, names and keywords alike. */
export const orderKeys = (document: JsonObject): JsonObject => asObject(sorted(document));

/**
 * Puts lists whose order means nothing into one order: `required`, types (`null` last) and parameters. The order of
 * `enum` values, of union branches, of servers and of security alternatives says something; it is kept.
 */
export const orderLists: Edit = (value, kind) => {
  const lists = kind === "schema" ? ofSchemas : kind === "operation" || kind === "pathItem" ? ofParameters : [];
  const found = lists.filter(([name]) => isArray(value[name]));
  // Most objects have none of them and stay what they are: to build each anew takes longer than all the rest.
  if (found.length === 0) return value;
  return { ...value, ...Object.fromEntries(found.map(([name, key]) => [name, by(asArray(value[name]), key)])) };
};

type Ordered = readonly (readonly [name: string, key: (item: Json) => string])[];

const ofSchemas: Ordered = [
  ["required", String],
  ["type", (name) => (name === "null" ? "~" : String(name))],
];

const by = (list: readonly Json[], key: (item: Json) => string): readonly Json[] =>
  [...list].sort((a, b) => compare(key(a), key(b)));

const parameterKey = (parameter: Json): string => {
  const { in: where, name } = asObject(parameter);
  return asString(where) === undefined ? canonical(parameter) : `${String(where)} ${String(name)}`;
};

const ofParameters: Ordered = [["parameters", parameterKey]];
