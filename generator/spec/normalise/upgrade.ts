import { type Edit, transform } from "../grammar.ts";
import { isArray, type Json, type JsonObject, pick } from "../json.ts";

/** Says in OpenAPI 3.1 what an OpenAPI 3.0 document says with keywords of its own. Patch versions say nothing to callers. */
export const upgrade = (document: JsonObject): JsonObject => ({
  ...(String(document.openapi).startsWith("3.0") ? transform("document", document, toJsonSchema) : document),
  openapi: "3.1.0",
});

/** `nullable: true` is a type with `null`; a boolean `exclusiveMinimum` turns `minimum` into the exclusive bound. */
const toJsonSchema: Edit = (schema, kind) => {
  if (kind !== "schema") return schema;
  const rest = pick(
    schema,
    (key, value) => key !== "nullable" && !(key.startsWith("exclusiveM") && typeof value === "boolean"),
  );
  return {
    ...exclusive(exclusive(rest, schema, "minimum", "exclusiveMinimum"), schema, "maximum", "exclusiveMaximum"),
    ...nullable(schema),
  };
};

function nullable({ nullable, type, enum: values }: JsonObject): JsonObject {
  if (nullable !== true || type === undefined) return {};
  return {
    type: withNull(isArray(type) ? type : [type], "null"),
    ...(isArray(values) && { enum: withNull(values, null) }),
  };
}

const withNull = (list: readonly Json[], member: Json): readonly Json[] =>
  list.includes(member) ? list : [...list, member];

function exclusive(result: JsonObject, schema: JsonObject, bound: string, keyword: string): JsonObject {
  if (schema[keyword] !== true) return result;
  const { [bound]: limit, ...rest } = result;
  return limit === undefined ? rest : { ...rest, [keyword]: limit };
}
