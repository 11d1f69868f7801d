import type { Json } from "../document/json.ts";
import type { ResolvedSchema } from "./contract.ts";

/** Merges two schemas of an `allOf`. Keywords that cannot be merged, such as descriptions, are those of the first. */
export function mergeAllOf(a: ResolvedSchema, b: ResolvedSchema): ResolvedSchema {
  const types = commonTypes(a.types, b.types);
  const items = a.items && b.items ? mergeAllOf(a.items, b.items) : (a.items ?? b.items);
  const additionalProperties =
    a.additionalProperties && b.additionalProperties
      ? mergeAllOf(a.additionalProperties, b.additionalProperties)
      : (a.additionalProperties ?? b.additionalProperties);
  const values =
    a.enum && b.enum ? { ...a.enum, values: intersection(a.enum.values, b.enum.values) } : (a.enum ?? b.enum);
  return {
    ...b,
    ...a,
    refs: [...new Set([...a.refs, ...b.refs])].sort(),
    ...(types && { types }),
    ...(b.nullable !== undefined && { nullable: a.nullable === undefined ? b.nullable : a.nullable && b.nullable }),
    ...(items && { items }),
    ...(additionalProperties && { additionalProperties }),
    ...(values && { enum: values }),
    properties: new Map(
      [...new Set([...a.properties.keys(), ...b.properties.keys()])].map((name) => [
        name,
        mergeOptional(a.properties.get(name), b.properties.get(name)),
      ]),
    ),
    required: new Set([...a.required, ...b.required]),
    variants: [...a.variants, ...b.variants],
    keywords: { ...b.keywords, ...a.keywords, ...stricterLimits(a.keywords, b.keywords) },
  };
}

/** Returns the stricter one of each limit that both schemas have. */
const stricterLimits = (a: ResolvedSchema["keywords"], b: ResolvedSchema["keywords"]): ResolvedSchema["keywords"] =>
  Object.fromEntries(
    Object.keys(a).flatMap((key): [string, Json][] => {
      const [limitA, limitB] = [a[key], b[key]];
      if (typeof limitA !== "number" || typeof limitB !== "number") return [];
      if (key.startsWith("min")) return [[key, Math.max(limitA, limitB)]];
      return key.startsWith("max") ? [[key, Math.min(limitA, limitB)]] : [];
    }),
  );

/** Merges two schemas of which at least one is present. */
const mergeOptional = (a: ResolvedSchema | undefined, b: ResolvedSchema | undefined): ResolvedSchema =>
  a && b ? mergeAllOf(a, b) : ((a ?? b) as ResolvedSchema);

const commonTypes = (a: ResolvedSchema["types"], b: ResolvedSchema["types"]): ResolvedSchema["types"] =>
  a && b ? intersection(a, b) : (a ?? b);

const intersection = <Item>(a: readonly Item[], b: readonly Item[]): Item[] => a.filter((item) => b.includes(item));
