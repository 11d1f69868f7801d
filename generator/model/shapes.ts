import type { Enum, EnumValue } from "../model.ts";
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
import { readLabels } from "./labels.ts";

/**
 * What a schema says about a value, with its `allOf` taken together. Components it refers to are named and not looked
 * into: what changes in a component is told once, where the component stands.
 */
export interface Shape {
  readonly pointer: string;
  /** The components that the value is, or is as well. */
  readonly bases: readonly string[];
  /** Types without `null`, sorted; `binary` for what callers have as bytes. Absent where the schema does not say. */
  readonly types?: readonly string[];
  readonly nullable?: boolean;
  readonly enum?: EnumFacts;
  readonly properties: ReadonlyMap<string, Shape>;
  readonly required: ReadonlySet<string>;
  /** The values of names that are not listed: `{}` for any. Absent where the schema has no index signature. */
  readonly additional?: Shape;
  readonly items?: Shape;
  /** The alternatives of `anyOf` and `oneOf`, `null` taken out. */
  readonly branches: readonly Shape[];
  /** Every keyword that is left, by name: `format`, `minimum`, `description`, and what nobody has a rule for. */
  readonly keywords: Readonly<Record<string, Json>>;
}

export interface EnumFacts {
  readonly values: readonly EnumValue[];
  readonly labels: ReadonlyMap<string, string>;
  /** The client's own enum for it, where it deserved a name. */
  readonly named?: Enum;
}

/** Finds the client's enum for an `enum` at a place of the document. */
export type EnumAt = (pointer: string) => Enum | undefined;

/** A schema that says nothing. */
export const anything = (pointer: string): Shape => ({
  pointer,
  bases: [],
  properties: new Map(),
  required: new Set(),
  branches: [],
  keywords: {},
});

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

/** What two schemas say of one value, as `allOf` has it. Of texts and of what cannot be joined, the first is heard. */
export function both(a: Shape, b: Shape): Shape {
  const types = common(a.types, b.types);
  const items = a.items && b.items ? both(a.items, b.items) : (a.items ?? b.items);
  const additional = a.additional && b.additional ? both(a.additional, b.additional) : (a.additional ?? b.additional);
  const values = a.enum && b.enum ? { ...a.enum, values: shared(a.enum.values, b.enum.values) } : (a.enum ?? b.enum);
  return {
    ...b,
    ...a,
    bases: [...new Set([...a.bases, ...b.bases])].sort(),
    ...(types && { types }),
    ...(b.nullable !== undefined && { nullable: a.nullable === undefined ? b.nullable : a.nullable && b.nullable }),
    ...(items && { items }),
    ...(additional && { additional }),
    ...(values && { enum: values }),
    properties: new Map(
      [...new Set([...a.properties.keys(), ...b.properties.keys()])].map((name) => [
        name,
        merged(a.properties.get(name), b.properties.get(name)),
      ]),
    ),
    required: new Set([...a.required, ...b.required]),
    branches: [...a.branches, ...b.branches],
    keywords: { ...b.keywords, ...a.keywords, ...stricter(a.keywords, b.keywords) },
  };
}

/** Limits of both hold, so the stricter one does. */
const stricter = (a: Shape["keywords"], b: Shape["keywords"]): Shape["keywords"] =>
  Object.fromEntries(
    Object.keys(a).flatMap((key): [string, Json][] => {
      const [one, two] = [a[key], b[key]];
      if (typeof one !== "number" || typeof two !== "number") return [];
      if (key.startsWith("min")) return [[key, Math.max(one, two)]];
      return key.startsWith("max") ? [[key, Math.min(one, two)]] : [];
    }),
  );

/** One of them is there: the name came from one of two maps. */
const merged = (a: Shape | undefined, b: Shape | undefined): Shape => (a && b ? both(a, b) : ((a ?? b) as Shape));

const common = (a: Shape["types"], b: Shape["types"]): Shape["types"] => (a && b ? shared(a, b) : (a ?? b));

const shared = <Item>(a: readonly Item[], b: readonly Item[]): Item[] => a.filter((item) => b.includes(item));

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
