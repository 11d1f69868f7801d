import { filterEntries, isArray, type Json, type JsonObject } from "../json.ts";
import { type Edit, mapObjects } from "../object-model.ts";

/** Says in OpenAPI 3.1 what an OpenAPI 3.0 document says with keywords of its own. Patch versions say nothing to callers. */
export const upgradeToOpenApi31 = (document: JsonObject): JsonObject => ({
  ...(String(document.openapi).startsWith("3.0") ? mapObjects("document", document, toJsonSchema) : document),
  openapi: "3.1.0",
});

/** `nullable: true` is `null` besides; a boolean `exclusiveMinimum` turns `minimum` into the exclusive bound. */
const toJsonSchema: Edit = (schema, kind) => {
  if (kind !== "schema") return schema;
  const rest = filterEntries(
    schema,
    (key, value) => key !== "nullable" && !(key.startsWith("exclusiveM") && typeof value === "boolean"),
  );
  const bounded = applyExclusive(
    applyExclusive(rest, schema, "minimum", "exclusiveMinimum"),
    schema,
    "maximum",
    "exclusiveMaximum",
  );
  return applyNullable(bounded, schema);
};

/** Keywords that say what a value is with schemas inside. A `null` has to be let in beside them. */
const structuralKeywords = ["additionalProperties", "allOf", "anyOf", "items", "not", "oneOf", "properties"];

/** What is said about a value rather than of what it is: it stays outside of the alternatives. */
const annotationKeywords: readonly string[] = [
  "default",
  "deprecated",
  "description",
  "readOnly",
  "title",
  "writeOnly",
  "xml",
];

/**
 * OpenAPI 3.0 hears `nullable` only beside `type`; authors write it beside `allOf` and `enum` as well, and mean it. What
 * has a `$ref` says nothing else in 3.0.
 */
function applyNullable(schema: JsonObject, { nullable }: JsonObject): JsonObject {
  if (nullable !== true || schema.$ref !== undefined) return schema;
  const { type, enum: values } = schema;
  const composed = ["allOf", "anyOf", "oneOf"].some((keyword) => schema[keyword] !== undefined);
  if (composed || (type === undefined && structuralKeywords.some((keyword) => schema[keyword] !== undefined)))
    return {
      ...filterEntries(schema, (key) => annotationKeywords.includes(key)),
      anyOf: [filterEntries(schema, (key) => !annotationKeywords.includes(key)), { type: "null" }],
    };
  return {
    ...schema,
    ...(type !== undefined && { type: withNull(isArray(type) ? type : [type], "null") }),
    ...(isArray(values) && { enum: withNull(values, null) }),
  };
}

const withNull = (list: readonly Json[], member: Json): readonly Json[] =>
  list.includes(member) ? list : [...list, member];

function applyExclusive(result: JsonObject, schema: JsonObject, bound: string, keyword: string): JsonObject {
  if (schema[keyword] !== true) return result;
  const { [bound]: limit, ...rest } = result;
  return limit === undefined ? rest : { ...rest, [keyword]: limit };
}
