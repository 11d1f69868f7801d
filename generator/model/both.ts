import type { Json } from "../spec/json.ts";
import type { Shape } from "./shape.ts";

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
