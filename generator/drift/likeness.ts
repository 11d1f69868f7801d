import type { Shape } from "../model/shape.ts";
import { canonical } from "../spec/json.ts";

/** From 0 to 1: the share of what two schemas say that both say. */
export function likeness(a: Shape, b: Shape): number {
  const [one, two] = [traitsOf(a), traitsOf(b)];
  let common = 0;
  for (const trait of one) if (two.has(trait)) common++;
  const all = one.size + two.size - common;
  return all === 0 ? 0 : common / all;
}

const known = new WeakMap<Shape, ReadonlySet<string>>();

function traitsOf(shape: Shape): ReadonlySet<string> {
  const found = known.get(shape) ?? new Set(traits(shape, 3));
  known.set(shape, found);
  return found;
}

/** What a schema is recognised by: its properties a few levels in, with their types; the values of its list; its items. */
const traits = (shape: Shape, levels: number): string[] => [
  `= ${kindOf(shape)}`,
  ...(shape.enum?.values ?? []).map((value) => canonical(value)),
  ...(levels === 0
    ? []
    : [
        ...[...shape.properties].flatMap(([name, each]) => [name, ...within(name, each, levels)]),
        ...(shape.items ? within("[]", shape.items, levels) : []),
        ...shape.branches.flatMap((branch) => within("|", branch, levels)),
      ]),
];

const within = (name: string, shape: Shape, levels: number): string[] =>
  traits(shape, levels - 1).map((trait) => `${name} ${trait}`);

const kindOf = ({ types, bases, keywords }: Shape): string =>
  bases.length > 0
    ? "a component"
    : [types?.join() ?? "anything", keywords.format ?? "", canonical(keywords.const ?? "")].join(" ");
