import {
  asArray,
  asObject,
  asString,
  canonicalJson,
  filterEntries,
  isArray,
  isObject,
  type Json,
  type JsonObject,
} from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import { isExtension } from "../document/object-model.ts";
import { componentNameOf } from "../document/references.ts";
import type { Enum, EnumAt } from "../model/model.ts";
import { readLabels } from "../model/read-enum-names.ts";
import { emptySchema, type ResolvedEnum, type ResolvedSchema } from "./contract.ts";
import { mergeAllOf } from "./merge-all-of.ts";

/** Keywords that are read into fields of their own, that name a schema, or that say nothing to a caller. */
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

/** Reads a schema. `true` says nothing, `false` that there is no value. */
export function readSchema(schema: Json | undefined, pointer: string, enumAt: EnumAt): ResolvedSchema {
  if (!isObject(schema)) return schema === false ? { ...emptySchema(pointer), types: [] } : emptySchema(pointer);
  const below = (child: Json | undefined, ...keys: (string | number)[]): ResolvedSchema =>
    readSchema(child, jsonPointer(pointer, ...keys), enumAt);
  const { types, nullable } = readSchemaTypes(schema);
  const alternatives = ["anyOf", "oneOf"].flatMap((keyword) =>
    asArray(schema[keyword]).map((branch, index) => ({ branch, shape: below(branch, keyword, index) })),
  );
  const branches = alternatives.filter(({ branch }) => !isNull(branch)).map(({ shape }) => shape);
  const orNull = branches.length < alternatives.length || branches.some((branch) => branch.nullable);
  const { $ref, additionalProperties: additional, items } = schema;
  const own: ResolvedSchema = {
    pointer,
    refs: typeof $ref === "string" ? [componentNameOf($ref, "schemas", pointer)] : [],
    ...(types && { types }),
    ...((orNull || nullable !== undefined) && { nullable: orNull || nullable === true }),
    ...(isArray(schema.enum) && { enum: readEnum(schema, enumAt(pointer)) }),
    properties: new Map(
      Object.entries(asObject(schema.properties)).map(([name, property]) => [
        name,
        below(property, "properties", name),
      ]),
    ),
    required: new Set(asArray(schema.required).filter((name) => typeof name === "string")),
    ...((isObject(additional) || additional === true) && {
      additionalProperties: below(additional, "additionalProperties"),
    }),
    ...(items !== undefined && { items: below(items, "items") }),
    variants: branches.length > 1 ? branches : [],
    keywords: {
      ...filterEntries(schema, (key) => !handledKeywords.has(key) && !isExtension(key)),
    },
  };
  const parts = asArray(schema.allOf).map((part, index) => below(part, "allOf", index));
  // The one alternative to `null` is the value itself; that `null` is allowed is said above.
  const single = branches.length === 1 ? branches.map(({ nullable: _, ...branch }) => branch) : [];
  return [own, ...single, ...parts].reduce(mergeAllOf);
}

/** Types without `null`, and whether `null` is allowed; nothing where the schema does not say. */
function readSchemaTypes({
  type,
  enum: values,
  const: constant,
}: JsonObject): Pick<ResolvedSchema, "types" | "nullable"> {
  const all = isArray(type) ? type.map(String) : asString(type)?.split(" ");
  const said = isArray(values) ? values : constant === undefined ? undefined : [constant];
  if (!all) return said?.includes(null) ? { nullable: true } : {};
  const types = all.filter((name) => name !== "null").sort();
  return { types, nullable: types.length < all.length };
}

const isNull = (schema: Json): boolean =>
  isObject(schema) && (schema.type === "null" || (schema.const === null && Object.hasOwn(schema, "const")));

const readEnum = (schema: JsonObject, named: Enum | undefined): ResolvedEnum => {
  const values = asArray(schema.enum).filter((value) => value !== null);
  const simple = values.map((value) => (typeof value === "object" ? canonicalJson(value) : value));
  return { values: [...new Set(simple)], labels: readLabels(schema), ...(named && { named }) };
};
