import { both } from "../model/both.ts";
import type { Contract } from "../model/contract.ts";
import type { Shape } from "../model/shape.ts";

/** How components of two documents belong together: base's key to head's. */
export type Match = ReadonlyMap<string, string>;

/** The two documents that are compared. */
export interface Pair {
  readonly base: Contract;
  readonly head: Contract;
  readonly match: Match;
}

/**
 * Two schemas of one place as rules look at them: with what they take from components written out, less what both
 * take from the same component, for that is told where the component stands.
 */
export function views(before: Shape, after: Shape, { base, head, match }: Pair): readonly [Shape, Shape] {
  const [wholeBefore, wholeAfter] = [written(before, base), written(after, head)];
  const bases = before.bases.map((name) => match.get(name) ?? "").sort();
  if (bases.length === 0 || bases.join("\n") !== after.bases.join("\n")) return [wholeBefore, wholeAfter];
  return [less(wholeBefore, before, after), less(wholeAfter, before, after)];
}

/** A schema with its components' parts taken in. A component that is inside itself is taken once. */
function written(shape: Shape, contract: Contract, seen: readonly string[] = []): Shape {
  const parts = shape.bases
    .filter((name) => !seen.includes(name))
    .flatMap((name) => {
      const found = contract.schemas.get(name)?.shape();
      return found ? [written(found, contract, [...seen, name])] : [];
    });
  const { nullable } = shape;
  const whole = parts.reduce(both, shape);
  // Whether `null` is allowed is said nearest to the place: `anyOf: [$ref, null]` is stronger than what is referred to.
  return nullable === undefined ? whole : { ...whole, nullable };
}

/** What neither side says itself is taken away. */
function less(whole: Shape, before: Shape, after: Shape): Shape {
  const { types, nullable, enum: values, additional, items, ...rest } = whole;
  const said = (key: keyof Shape): boolean => before[key] !== undefined || after[key] !== undefined;
  return {
    ...rest,
    ...(types && said("types") && { types }),
    ...(nullable !== undefined && said("nullable") && { nullable }),
    ...(values && said("enum") && { enum: values }),
    ...(additional && said("additional") && { additional }),
    ...(items && said("items") && { items }),
    properties: new Map(
      [...whole.properties].filter(([name]) => before.properties.has(name) || after.properties.has(name)),
    ),
    required: new Set([...whole.required].filter((name) => before.required.has(name) || after.required.has(name))),
    branches: before.branches.length + after.branches.length > 0 ? whole.branches : [],
    keywords: Object.fromEntries(
      Object.entries(whole.keywords).filter(([key]) => key in before.keywords || key in after.keywords),
    ),
  };
}
