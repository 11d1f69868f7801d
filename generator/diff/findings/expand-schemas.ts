import type { Contract, ResolvedSchema } from "../../contract/contract.ts";
import { mergeAllOf } from "../../contract/merge-all-of.ts";

/** The component schemas of the base document and their keys in the head document. */
export type SchemaMatch = ReadonlyMap<string, string>;

/** The two documents that are compared. */
export interface ContractPair {
  readonly base: Contract;
  readonly head: Contract;
  readonly match: SchemaMatch;
}

/**
 * Replaces the references of two schemas by what they refer to. What both take from the same component is left out,
 * because its changes are reported where the component is defined.
 */
export function expandSchemas(
  before: ResolvedSchema,
  after: ResolvedSchema,
  { base, head, match }: ContractPair,
): readonly [before: ResolvedSchema, after: ResolvedSchema] {
  const [expandedBefore, expandedAfter] = [expandRefs(before, base), expandRefs(after, head)];
  const matchedRefs = before.refs.map((name) => match.get(name) ?? "").sort();
  if (matchedRefs.length === 0 || matchedRefs.join("\n") !== after.refs.join("\n"))
    return [expandedBefore, expandedAfter];
  return [omitInherited(expandedBefore, before, after), omitInherited(expandedAfter, before, after)];
}

/** Merges a schema with the components it refers to. A recursive reference is expanded once. */
function expandRefs(schema: ResolvedSchema, contract: Contract, seen: readonly string[] = []): ResolvedSchema {
  const components = schema.refs
    .filter((name) => !seen.includes(name))
    .flatMap((name) => {
      const component = contract.schemas.get(name)?.schema();
      return component ? [expandRefs(component, contract, [...seen, name])] : [];
    });
  const { nullable } = schema;
  const expanded = components.reduce(mergeAllOf, schema);
  // `anyOf: [$ref, null]` allows null even if the component does not.
  return nullable === undefined ? expanded : { ...expanded, nullable };
}

/** Omits from an expanded schema what neither of the two schemas states itself. */
function omitInherited(expanded: ResolvedSchema, before: ResolvedSchema, after: ResolvedSchema): ResolvedSchema {
  const { types, nullable, enum: values, additionalProperties, items, ...rest } = expanded;
  const isStated = (key: keyof ResolvedSchema): boolean => before[key] !== undefined || after[key] !== undefined;
  return {
    ...rest,
    ...(types && isStated("types") && { types }),
    ...(nullable !== undefined && isStated("nullable") && { nullable }),
    ...(values && isStated("enum") && { enum: values }),
    ...(additionalProperties && isStated("additionalProperties") && { additionalProperties }),
    ...(items && isStated("items") && { items }),
    properties: new Map(
      [...expanded.properties].filter(([name]) => before.properties.has(name) || after.properties.has(name)),
    ),
    required: new Set([...expanded.required].filter((name) => before.required.has(name) || after.required.has(name))),
    variants: before.variants.length + after.variants.length > 0 ? expanded.variants : [],
    keywords: Object.fromEntries(
      Object.entries(expanded.keywords).filter(([key]) => key in before.keywords || key in after.keywords),
    ),
  };
}
