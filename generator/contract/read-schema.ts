import { canonicalJson, filterEntries, isObject } from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import { isExtension } from "../document/object-model.ts";
import type { Schema, SchemaObject } from "../document/openapi-types.ts";
import { componentNameOf } from "../document/references.ts";
import type { Enum, EnumAt } from "../model/model.ts";
import { readLabels } from "../model/read-enum-names.ts";
import { emptySchema, type ResolvedEnum, type ResolvedSchema } from "./contract.ts";
import { mergeAllOf } from "./merge-all-of.ts";

/** Keywords with fields of their own in `ResolvedSchema`, and those that do not affect callers. */
const handledKeywords: ReadonlySet<string> = new Set([
  "$comment",
  "$ref",
  "additionalProperties",
  "allOf",
  "anyOf",
  "enum",
  "items",
  "oneOf",
  "properties",
  "required",
  "title",
  "type",
]);

/** Reads a schema. `true` allows any value, `false` none. */
export function readSchema(schema: Schema | undefined, pointer: string, enumAt: EnumAt): ResolvedSchema {
  if (!isObject(schema)) return schema === false ? { ...emptySchema(pointer), types: [] } : emptySchema(pointer);
  const { $ref, additionalProperties, allOf = [], items, properties = {}, required } = schema;
  const readChild = (child: Schema, ...keys: (string | number)[]): ResolvedSchema =>
    readSchema(child, jsonPointer(pointer, ...keys), enumAt);
  const { types, nullable } = readSchemaTypes(schema);
  const members = (["anyOf", "oneOf"] as const).flatMap((keyword) =>
    (schema[keyword] ?? []).map((member, index) => ({ member, resolved: readChild(member, keyword, index) })),
  );
  const variants = members.filter(({ member }) => !isNull(member)).map(({ resolved }) => resolved);
  const hasNull = variants.length < members.length || variants.some((variant) => variant.nullable);
  const withoutAllOf: ResolvedSchema = {
    pointer,
    refs: $ref === undefined ? [] : [componentNameOf($ref, "schemas", pointer)],
    ...(types && { types }),
    ...((hasNull || nullable !== undefined) && { nullable: hasNull || nullable === true }),
    ...(schema.enum && { enum: readEnum(schema, enumAt(pointer)) }),
    properties: new Map(
      Object.entries(properties).map(([name, property]) => [name, readChild(property, "properties", name)]),
    ),
    required: new Set(typeof required === "boolean" ? [] : required),
    ...((isObject(additionalProperties) || additionalProperties === true) && {
      additionalProperties: readChild(additionalProperties, "additionalProperties"),
    }),
    ...(items !== undefined && { items: readChild(items, "items") }),
    variants: variants.length > 1 ? variants : [],
    keywords: filterEntries(schema, (key) => !handledKeywords.has(key) && !isExtension(key)),
  };
  const parts = allOf.map((part, index) => readChild(part, "allOf", index));
  // A single variant other than `null` is merged. `nullable` is already set above.
  const single = variants.length === 1 ? variants.map(({ nullable: _, ...variant }) => variant) : [];
  return [withoutAllOf, ...single, ...parts].reduce(mergeAllOf);
}

/** Returns the types without `null`, and whether `null` is allowed. Both are absent if the schema does not say. */
function readSchemaTypes(schema: SchemaObject): Pick<ResolvedSchema, "types" | "nullable"> {
  const { type, const: constant, enum: values = [constant] } = schema;
  if (type === undefined) return values.includes(null) ? { nullable: true } : {};
  // Some documents list several types in one string.
  const all = typeof type === "string" ? type.split(" ") : type;
  const types = all.filter((name) => name !== "null").sort();
  return { types, nullable: types.length < all.length };
}

const isNull = (schema: Schema): boolean => isObject(schema) && (schema.type === "null" || schema.const === null);

const readEnum = (schema: SchemaObject, named: Enum | undefined): ResolvedEnum => {
  const values = (schema.enum ?? []).filter((value) => value !== null);
  const primitives = values.map((value) => (typeof value === "object" ? canonicalJson(value) : value));
  return { values: [...new Set(primitives)], labels: readLabels(schema), ...(named && { named }) };
};
