import { type Edit, transform } from "../grammar.ts";
import { asObject, asString, canonical, compare, isArray, type Json, type JsonObject, sorted } from "../json.ts";

/**
 * Puts lists whose order means nothing into one order: `required`, types (`null` last) and parameters. The order of
 * `enum` values, of union branches, of servers and of security alternatives says something; it is kept.
 */
export const orderLists = (document: JsonObject): JsonObject => transform("document", document, arrange) ?? document;

/** Puts the keys of every object into code-point order: paths, methods, names and keywords alike. */
export const orderKeys = (document: JsonObject): JsonObject => asObject(sorted(document));

const arrange: Edit = (value, kind) => ({
  ...value,
  ...(kind === "schema" && isArray(value.required) && { required: by(value.required, String) }),
  ...(kind === "schema" &&
    isArray(value.type) && { type: by(value.type, (name) => (name === "null" ? "~" : String(name))) }),
  ...((kind === "operation" || kind === "pathItem") &&
    isArray(value.parameters) && { parameters: by(value.parameters, parameterKey) }),
});

const by = (list: readonly Json[], key: (item: Json) => string): readonly Json[] =>
  [...list].sort((a, b) => compare(key(a), key(b)));

const parameterKey = (parameter: Json): string => {
  const { in: where, name } = asObject(parameter);
  return asString(where) === undefined ? canonical(parameter) : `${String(where)} ${String(name)}`;
};
