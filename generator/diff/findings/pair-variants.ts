import type { ResolvedSchema } from "../../contract/contract.ts";
import { canonicalJson } from "../../document/json.ts";
import type { SchemaMatch } from "./expand-schemas.ts";
import { schemaSignature, schemaSimilarity } from "./schema-similarity.ts";

/** The similarity above which two variants of the same type are compared instead of reported as removed and added. */
const minSimilarity = 0.3;

/** The variants of two unions: those that belong together, and the rest. */
interface PairedVariants {
  readonly pairs: readonly (readonly [before: ResolvedSchema, after: ResolvedSchema])[];
  readonly added: readonly ResolvedSchema[];
  readonly removed: readonly ResolvedSchema[];
}

/**
 * Pairs the variants of two unions: first equal ones, then those of one component, then those with the same
 * discriminating constants, then the most similar ones.
 */
export function pairVariants(
  before: readonly ResolvedSchema[],
  after: readonly ResolvedSchema[],
  match: SchemaMatch,
): PairedVariants {
  const pairs: (readonly [ResolvedSchema, ResolvedSchema])[] = [];
  const [removed, added] = [new Set(before), new Set(after)];
  const pair = (oldVariant: ResolvedSchema, newVariant: ResolvedSchema): void => {
    pairs.push([oldVariant, newVariant]);
    removed.delete(oldVariant);
    added.delete(newVariant);
  };
  for (const keyOf of variantKeys)
    for (const variant of [...removed]) {
      const key = keyOf(variant, match);
      const partner = [...added].find((candidate) => key !== "" && keyOf(candidate, new Map()) === key);
      if (partner) pair(variant, partner);
    }
  const candidates = [...removed]
    .flatMap((variant) =>
      [...added].map((candidate) => ({ variant, candidate, score: schemaSimilarity(variant, candidate) })),
    )
    .filter(({ variant, candidate, score }) => score > minSimilarity && haveSameTypes(variant, candidate))
    .sort((a, b) => b.score - a.score);
  for (const { variant, candidate } of candidates)
    if (removed.has(variant) && added.has(candidate)) pair(variant, candidate);
  return { pairs, added: [...added], removed: [...removed] };
}

/** Returns the variants of a union. Any other schema is its only variant, without the annotations of its location. */
export function variantsOf(schema: ResolvedSchema): readonly ResolvedSchema[] {
  if (schema.variants.length > 0) return schema.variants;
  const { description: _, deprecated: __, default: ___, readOnly: ____, ...keywords } = schema.keywords;
  const { nullable: _____, ...rest } = schema;
  return [{ ...rest, keywords }];
}

/** The keys by which variants are paired, most reliable first. Variants with an empty key are not paired. */
const variantKeys: readonly ((schema: ResolvedSchema, match: SchemaMatch) => string)[] = [
  (schema, match) => canonicalJson(schemaSignature(schema, match)),
  ({ refs }, match) => refs.map((name) => match.get(name) ?? name).join(),
  discriminatingConstants,
];

/** The properties with a single value, which distinguish a variant from the others. */
function discriminatingConstants({ properties }: ResolvedSchema): string {
  const constants = [...properties].flatMap(([name, { keywords, enum: values }]) => {
    const constant = keywords.const ?? (values?.values.length === 1 ? values.values[0] : undefined);
    return constant === undefined ? [] : [[name, constant] as const];
  });
  return constants.length === 0 ? "" : canonicalJson(Object.fromEntries(constants));
}

const haveSameTypes = (a: ResolvedSchema, b: ResolvedSchema): boolean =>
  canonicalJson(a.types ?? []) === canonicalJson(b.types ?? []);
