import type { Json } from "../document/json.ts";
import type { ResolvedSchema } from "./contract.ts";

/** What two schemas say of one value, as `allOf` has it. Of texts and of what cannot be joined, the first is heard. */
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

/** Limits of both hold, so the stricter one does. */
const stricterLimits = (a: ResolvedSchema["keywords"], b: ResolvedSchema["keywords"]): ResolvedSchema["keywords"] =>
  Object.fromEntries(
    Object.keys(a).flatMap((key): [string, Json][] => {
      const [one, two] = [a[key], b[key]];
      if (typeof one !== "number" || typeof two !== "number") return [];
      if (key.startsWith("min")) return [[key, Math.max(one, two)]];
      return key.startsWith("max") ? [[key, Math.min(one, two)]] : [];
    }),
  );

/** One of them is there: the name came from one of two maps. */
const mergeOptional = (a: ResolvedSchema | undefined, b: ResolvedSchema | undefined): ResolvedSchema =>
  a && b ? mergeAllOf(a, b) : ((a ?? b) as ResolvedSchema);

const commonTypes = (a: ResolvedSchema["types"], b: ResolvedSchema["types"]): ResolvedSchema["types"] =>
  a && b ? intersection(a, b) : (a ?? b);

const intersection = <Item>(a: readonly Item[], b: readonly Item[]): Item[] => a.filter((item) => b.includes(item));
