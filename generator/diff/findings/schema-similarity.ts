import type { ResolvedSchema } from "../../contract/contract.ts";
import { canonicalJson, type Json } from "../../document/json.ts";
import type { SchemaMatch } from "./expand-schemas.ts";

/** Returns the share of the traits of two schemas that they have in common, from 0 to 1. */
export function schemaSimilarity(a: ResolvedSchema, b: ResolvedSchema): number {
  const [traitsA, traitsB] = [traitsOf(a), traitsOf(b)];
  let common = 0;
  for (const trait of traitsA) if (traitsB.has(trait)) common++;
  const total = traitsA.size + traitsB.size - common;
  return total === 0 ? 0 : common / total;
}

/** The number of nested levels that the traits cover: enough to distinguish wrappers by their items. */
const traitDepth = 3;

const traitCache = new WeakMap<ResolvedSchema, ReadonlySet<string>>();

function traitsOf(schema: ResolvedSchema): ReadonlySet<string> {
  const traits = traitCache.get(schema) ?? new Set(listTraits(schema, traitDepth));
  traitCache.set(schema, traits);
  return traits;
}

/** The traits of a schema: its type, its enum values, and the traits of its properties, items and variants. */
const listTraits = (schema: ResolvedSchema, depth: number): string[] => [
  `= ${describeType(schema)}`,
  ...(schema.enum?.values ?? []).map((value) => canonicalJson(value)),
  ...(depth === 0
    ? []
    : [
        ...[...schema.properties].flatMap(([name, property]) => [name, ...nestedTraits(name, property, depth)]),
        ...(schema.items ? nestedTraits("[]", schema.items, depth) : []),
        ...schema.variants.flatMap((variant) => nestedTraits("|", variant, depth)),
      ]),
];

const nestedTraits = (name: string, schema: ResolvedSchema, depth: number): string[] =>
  listTraits(schema, depth - 1).map((trait) => `${name} ${trait}`);

const describeType = ({ types, refs, keywords }: ResolvedSchema): string =>
  refs.length > 0
    ? "a component"
    : [types?.join() ?? "anything", keywords.format ?? "", canonicalJson(keywords.const ?? "")].join(" ");

/** Returns a schema as JSON, with its components renamed. Two schemas mean the same if these values are equal. */
export const schemaSignature = (schema: ResolvedSchema, match: SchemaMatch): Json => ({
  refs: schema.refs.map((name) => match.get(name) ?? name),
  types: schema.types ?? [],
  nullable: schema.nullable ?? false,
  enum: [...(schema.enum?.values ?? [])].map(String).sort(),
  required: [...schema.required].sort(),
  keywords: schema.keywords,
  properties: Object.fromEntries(
    [...schema.properties].map(([name, property]) => [name, schemaSignature(property, match)]),
  ),
  items: schema.items ? schemaSignature(schema.items, match) : null,
  additionalProperties: schema.additionalProperties ? schemaSignature(schema.additionalProperties, match) : null,
  variants: schema.variants.map((variant) => schemaSignature(variant, match)),
});
