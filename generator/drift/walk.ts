import { anything, type Shape } from "../model/shapes.ts";
import type { Finding } from "./finding.ts";
import { item, type Place, property } from "./place.ts";
import type { SchemaRule } from "./rules/rule.ts";
import { sameType } from "./rules/types.ts";
import { pairBranches } from "./rules/unions.ts";
import { type Pair, views } from "./views.ts";

/** The rules for schemas: those that hold whatever the type, and those that compare values of one type. */
export interface SchemaRules {
  readonly always: readonly SchemaRule[];
  readonly ofOneType: readonly SchemaRule[];
}

/** Applies the rules to two schemas of one place and to all that both have inside. */
export function walk(
  before: Shape,
  after: Shape,
  place: Place,
  pair: Pair,
  rules: SchemaRules,
  seen: readonly string[] = [],
): Finding[] {
  const here = `${before.pointer} ${after.pointer}`;
  if (seen.includes(here)) return [];
  const [old, now] = views(before, after, pair);
  const go = (a: Shape, b: Shape, where: Place): Finding[] => walk(a, b, where, pair, rules, [...seen, here]);
  const all = rules.always.flatMap((rule) => rule(old, now, place));
  // Of a value of another type nothing else can be compared, and nothing else has to be said.
  if (!sameType(old, now)) return all;
  return [
    ...all,
    ...rules.ofOneType.flatMap((rule) => rule(old, now, place)),
    ...[...old.properties].flatMap(([name, each]) => {
      const other = now.properties.get(name);
      return other ? go(each, other, property(place, name)) : [];
    }),
    ...(old.items || now.items
      ? go(old.items ?? anything(old.pointer), now.items ?? anything(now.pointer), item(place))
      : []),
    ...(old.additional && now.additional ? go(old.additional, now.additional, property(place, "*")) : []),
    ...pairBranches(old.branches, now.branches, pair.match).pairs.flatMap(([a, b]) => go(a, b, place)),
  ];
}
