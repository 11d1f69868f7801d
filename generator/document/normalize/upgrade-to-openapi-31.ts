import { filterEntries, isArray, type Json, type JsonObject } from "../json.ts";
import { type Edit, mapObjects } from "../object-model.ts";
import type { OpenApiDocument } from "../openapi-types.ts";

/** Converts the keywords of OpenAPI 3.0 to those of 3.1. Removes the patch version, which does not affect callers. */
export function upgradeToOpenApi31(document: OpenApiDocument): OpenApiDocument {
  const upgraded = document.openapi.startsWith("3.0") ? mapObjects("document", document, toJsonSchema) : document;
  return { ...(upgraded ?? document), openapi: "3.1.0" };
}

/** Converts `nullable: true` to the type `null`, and a boolean `exclusiveMinimum` to a numeric one. */
const toJsonSchema: Edit = (schema, type) => {
  if (type !== "schema") return schema;
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

/** Keywords that restrict a value without `type`. With them, `null` needs an `anyOf`. */
const structuralKeywords = ["additionalProperties", "allOf", "anyOf", "items", "not", "oneOf", "properties"];

/** Keywords that annotate a value. They stay outside of the `anyOf`. */
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
 * OpenAPI 3.0 defines `nullable` only next to `type`, but authors also use it next to `allOf` and `enum`. In 3.0, all
 * siblings of `$ref` are ignored.
 */
function applyNullable(schema: JsonObject, { nullable }: JsonObject): JsonObject {
  if (nullable !== true || schema.$ref !== undefined) return schema;
  const { type, enum: values } = schema;
  const isComposed = ["allOf", "anyOf", "oneOf"].some((keyword) => schema[keyword] !== undefined);
  if (isComposed || (type === undefined && structuralKeywords.some((keyword) => schema[keyword] !== undefined)))
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
