import { anything, type Shape } from "../model/shape.ts";
import type { Finding } from "./finding.ts";
import { item, type Place, property } from "./place.ts";
import type { Named, SchemaRule } from "./rules/rule.ts";
import { isUnion, sameType } from "./rules/types.ts";
import { alternatives, pairBranches } from "./rules/unions.ts";
import { type Pair, views } from "./views.ts";

/** The rules for schemas: those that hold whatever the type, those for values of one type, and those for alternatives. */
export interface SchemaRules {
  readonly always: Named<SchemaRule>;
  readonly ofOneType: Named<SchemaRule>;
  readonly ofUnions: Named<SchemaRule>;
}

/** Applies the rules to two schemas of one place and to all that both have inside. */
export function walk(
  before: Shape,
  after: Shape,
  place: Place,
  pair: Pair,
  rules: SchemaRules,
  seen: Set<string> = new Set(),
): Finding[] {
  // Two components are compared once where they take each other's place, however often and deep they refer to themselves.
  const here = [before, after].map(({ bases, pointer }) => bases.join() || pointer).join(" ");
  if (seen.has(here)) return [];
  seen.add(here);
  const [old, now] = views(before, after, pair);
  const go = (a: Shape, b: Shape, where: Place): Finding[] => walk(a, b, where, pair, rules, seen);
  const told = (named: Named<SchemaRule>): Finding[] => Object.values(named).flatMap((rule) => rule(old, now, place));
  const all = told(rules.always);
  // Of a value of another type nothing else can be compared, and nothing else has to be said.
  if (!sameType(old, now)) return all;
  const pairs = () =>
    pairBranches(alternatives(old), alternatives(now), pair.match).pairs.flatMap(([a, b]) => go(a, b, place));
  // What was one thing and is one of several now, or the other way round, is compared as that one.
  if (isUnion(old) !== isUnion(now)) return [...all, ...told(rules.ofUnions), ...pairs()];
  return [
    ...all,
    ...told(rules.ofOneType),
    ...told(rules.ofUnions),
    ...[...old.properties].flatMap(([name, each]) => {
      const other = now.properties.get(name);
      return other ? go(each, other, property(place, name)) : [];
    }),
    ...(old.items || now.items
      ? go(old.items ?? anything(old.pointer), now.items ?? anything(now.pointer), item(place))
      : []),
    ...(old.additional && now.additional ? go(old.additional, now.additional, property(place, "*")) : []),
    ...(old.branches.length > 0 && now.branches.length > 0 ? pairs() : []),
  ];
}
