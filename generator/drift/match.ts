import type { Component, Contract } from "../model/contract.ts";
import type { Shape } from "../model/shapes.ts";
import { canonical } from "../spec/json.ts";
import type { Match } from "./views.ts";

/** A key that says nothing about its schema: a number in a list of definitions, new on any download. */
const positional = /^(?:def|schema|model)?[-_]?\d+$/i;

/** How alike two schemas have to be to be taken for one that got another name. */
const alike = 0.6;

/**
 * Which component schema of the head is which of the base. Those of one name are one schema, unless the name is a
 * number; the others go by what they look like, the most alike first. A rename is no change.
 */
export function matchSchemas(base: Contract, head: Contract): Match {
  const match = new Map<string, string>();
  for (const [key, component] of base.schemas)
    if (head.schemas.has(key) && speaks(key, component, head)) match.set(key, key);
  const taken = new Set(match.values());
  const left = [...base.schemas].filter(([key]) => !match.has(key));
  const free = [...head.schemas].filter(([key]) => !taken.has(key));
  const pairs = left
    .flatMap(([key, one]) =>
      free.map(([other, two]) => ({ key, other, score: likeness(one.shape, two.shape) + (key === other ? 0.01 : 0) })),
    )
    .filter(({ score }) => score >= alike)
    .sort((a, b) => b.score - a.score);
  for (const { key, other } of pairs) {
    if (match.has(key) || taken.has(other)) continue;
    match.set(key, other);
    taken.add(other);
  }
  return match;
}

/** Whether a name that both documents have is a name for the same thing: more than a number, or backed by titles. */
const speaks = (key: string, { title }: Component, head: Contract): boolean =>
  !positional.test(key) || (title !== undefined && title === head.schemas.get(key)?.title);

/** From 0 to 1: the share of what two schemas say that both say. */
function likeness(a: Shape, b: Shape): number {
  const [one, two] = [traits(a), traits(b)];
  const shared = one.filter((trait) => two.includes(trait)).length;
  const all = new Set([...one, ...two]).size;
  return all === 0 ? 0 : shared / all;
}

/** What a schema is recognised by: its properties with their types, the values of its list, its items. */
const traits = (shape: Shape): string[] => [
  ...[...shape.properties].map(([name, property]) => `${name}: ${kindOf(property)}`),
  ...(shape.enum?.values ?? []).map((value) => canonical(value)),
  ...shape.branches.map((branch) => `| ${kindOf(branch)}`),
  ...(shape.properties.size === 0 && !shape.enum ? [`= ${kindOf(shape)}`] : []),
  ...(shape.items ? [`[] ${kindOf(shape.items)}`, ...traits(shape.items)] : []),
];

const kindOf = ({ types, bases }: Shape): string => (bases.length > 0 ? "a component" : (types?.join() ?? "anything"));
