import type { Contract, ResolvedSchema } from "../../contract/contract.ts";
import { mergeAllOf } from "../../contract/merge-all-of.ts";

/** How components of two documents belong together: base's key to head's. */
export type SchemaMatch = ReadonlyMap<string, string>;

/** The two documents that are compared. */
export interface ContractPair {
  readonly base: Contract;
  readonly head: Contract;
  readonly match: SchemaMatch;
}

/**
 * Two schemas of one place as rules look at them: with what they take from components written out, less what both
 * take from the same component, for that is told where the component stands.
 */
export function expandSchemas(
  before: ResolvedSchema,
  after: ResolvedSchema,
  { base, head, match }: ContractPair,
): readonly [ResolvedSchema, ResolvedSchema] {
  const [wholeBefore, wholeAfter] = [expandRefs(before, base), expandRefs(after, head)];
  const bases = before.refs.map((name) => match.get(name) ?? "").sort();
  if (bases.length === 0 || bases.join("\n") !== after.refs.join("\n")) return [wholeBefore, wholeAfter];
  return [withoutShared(wholeBefore, before, after), withoutShared(wholeAfter, before, after)];
}

/** A schema with its components' parts taken in. A component that is inside itself is taken once. */
function expandRefs(shape: ResolvedSchema, contract: Contract, seen: readonly string[] = []): ResolvedSchema {
  const parts = shape.refs
    .filter((name) => !seen.includes(name))
    .flatMap((name) => {
      const found = contract.schemas.get(name)?.schema();
      return found ? [expandRefs(found, contract, [...seen, name])] : [];
    });
  const { nullable } = shape;
  const whole = parts.reduce(mergeAllOf, shape);
  // Whether `null` is allowed is said nearest to the place: `anyOf: [$ref, null]` is stronger than what is referred to.
  return nullable === undefined ? whole : { ...whole, nullable };
}

/** What neither side says itself is taken away. */
function withoutShared(whole: ResolvedSchema, before: ResolvedSchema, after: ResolvedSchema): ResolvedSchema {
  const { types, nullable, enum: values, additionalProperties, items, ...rest } = whole;
  const said = (key: keyof ResolvedSchema): boolean => before[key] !== undefined || after[key] !== undefined;
  return {
    ...rest,
    ...(types && said("types") && { types }),
    ...(nullable !== undefined && said("nullable") && { nullable }),
    ...(values && said("enum") && { enum: values }),
    ...(additionalProperties && said("additionalProperties") && { additionalProperties }),
    ...(items && said("items") && { items }),
    properties: new Map(
      [...whole.properties].filter(([name]) => before.properties.has(name) || after.properties.has(name)),
    ),
    required: new Set([...whole.required].filter((name) => before.required.has(name) || after.required.has(name))),
    variants: before.variants.length + after.variants.length > 0 ? whole.variants : [],
    keywords: Object.fromEntries(
      Object.entries(whole.keywords).filter(([key]) => key in before.keywords || key in after.keywords),
    ),
  };
}
