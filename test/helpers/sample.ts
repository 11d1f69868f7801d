import { asArray, asObject, isArray, type Json, type JsonObject } from "../../generator/document/json.ts";
import { resolveReference } from "../../generator/document/references.ts";

/** A value that a schema allows, made from the schema alone: every property is there, every list has one item. */
export function sample(document: JsonObject, schema: Json | undefined): Json {
  const { value } = resolveReference(document, "schema", asObject(schema), "#");
  if (isArray(value.enum)) return value.enum[0] ?? null;
  if (isArray(value.allOf)) return Object.assign({}, ...value.allOf.map((part) => sample(document, part)));
  const type = isArray(value.type) ? value.type[0] : value.type;
  if (type === "object") {
    const properties = Object.entries(asObject(value.properties)).map(([name, property]) => [
      name,
      sample(document, property),
    ]);
    const more =
      typeof value.additionalProperties === "object" ? [["key", sample(document, value.additionalProperties)]] : [];
    return Object.fromEntries([...properties, ...more]);
  }
  if (type === "array") return [sample(document, value.items)];
  if (type === "boolean") return true;
  if (type === "number" || type === "integer") return Math.max(1, Number(value.minimum ?? 1));
  return "a b&c/d@e.test";
}

/** The input of an operation of the document with every group filled in. */
export function sampleInput(document: JsonObject, path: string, method: string): Record<string, Record<string, Json>> {
  const operation = asObject(asObject(asObject(document.paths)[path])[method.toLowerCase()]);
  const groups: Record<string, Record<string, Json>> = {};
  for (const parameter of asArray(operation.parameters).map(asObject)) {
    const group = String(parameter.in);
    groups[group] = { ...groups[group], [String(parameter.name)]: sample(document, parameter.schema) };
  }
  const [media] = Object.values(asObject(asObject(operation.requestBody).content));
  return {
    ...groups,
    ...(media !== undefined && { body: sample(document, asObject(media).schema) as Record<string, Json> }),
  };
}
