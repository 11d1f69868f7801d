import type { Enum } from "../model.ts";
import { at, isExtension } from "../spec/grammar.ts";
import {
  asArray,
  asObject,
  asString,
  canonical,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  pick,
} from "../spec/json.ts";
import { componentName } from "../spec/references.ts";
import { both } from "./both.ts";
import { readLabels } from "./labels.ts";
import { anything, type EnumAt, type EnumFacts, type Shape } from "./shape.ts";

/** Keywords that are read into fields of their own, that name a schema, or that say nothing to a caller. */
const read: ReadonlySet<string> = new Set([
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
export function readShape(schema: Json | undefined, pointer: string, enumAt: EnumAt): Shape {
  if (!isObject(schema)) return schema === false ? { ...anything(pointer), types: [] } : anything(pointer);
  const below = (child: Json | undefined, ...keys: (string | number)[]): Shape =>
    readShape(child, at(pointer, ...keys), enumAt);
  const { types, nullable } = readTypes(schema);
  const alternatives = ["anyOf", "oneOf"].flatMap((keyword) =>
    asArray(schema[keyword]).map((branch, index) => ({ branch, shape: below(branch, keyword, index) })),
  );
  const branches = alternatives.filter(({ branch }) => !isNull(branch)).map(({ shape }) => shape);
  const orNull = branches.length < alternatives.length || branches.some((branch) => branch.nullable);
  const { $ref, additionalProperties: additional, items } = schema;
  const own: Shape = {
    pointer,
    bases: typeof $ref === "string" ? [componentName($ref, "schemas", pointer)] : [],
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
    ...((isObject(additional) || additional === true) && { additional: below(additional, "additionalProperties") }),
    ...(items !== undefined && { items: below(items, "items") }),
    branches: branches.length > 1 ? branches : [],
    keywords: {
      ...pick(schema, (key) => !read.has(key) && !isExtension(key)),
    },
  };
  const parts = asArray(schema.allOf).map((part, index) => below(part, "allOf", index));
  // The one alternative to `null` is the value itself; that `null` is allowed is said above.
  const single = branches.length === 1 ? branches.map(({ nullable: _, ...branch }) => branch) : [];
  return [own, ...single, ...parts].reduce(both);
}

/** Types without `null`, and whether `null` is allowed; nothing where the schema does not say. */
function readTypes({ type, enum: values, const: constant }: JsonObject): Pick<Shape, "types" | "nullable"> {
  const all = isArray(type) ? type.map(String) : asString(type)?.split(" ");
  const said = isArray(values) ? values : constant === undefined ? undefined : [constant];
  if (!all) return said?.includes(null) ? { nullable: true } : {};
  const types = all.filter((name) => name !== "null").sort();
  return { types, nullable: types.length < all.length };
}

const isNull = (schema: Json): boolean =>
  isObject(schema) && (schema.type === "null" || (schema.const === null && Object.hasOwn(schema, "const")));

const readEnum = (schema: JsonObject, named: Enum | undefined): EnumFacts => {
  const values = asArray(schema.enum).filter((value) => value !== null);
  const simple = values.map((value) => (typeof value === "object" ? canonical(value) : value));
  return { values: [...new Set(simple)], labels: readLabels(schema), ...(named && { named }) };
};
