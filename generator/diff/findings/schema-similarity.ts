import type { ResolvedSchema } from "../../contract/contract.ts";
import { canonicalJson } from "../../document/json.ts";

/** From 0 to 1: the share of what two schemas say that both say. */
export function schemaSimilarity(a: ResolvedSchema, b: ResolvedSchema): number {
  const [one, two] = [traitsOf(a), traitsOf(b)];
  let common = 0;
  for (const trait of one) if (two.has(trait)) common++;
  const all = one.size + two.size - common;
  return all === 0 ? 0 : common / all;
}

const known = new WeakMap<ResolvedSchema, ReadonlySet<string>>();

function traitsOf(shape: ResolvedSchema): ReadonlySet<string> {
  const found = known.get(shape) ?? new Set(schemaTraits(shape, 3));
  known.set(shape, found);
  return found;
}

/** What a schema is recognised by: its properties a few levels in, with their types; the values of its list; its items. */
const schemaTraits = (shape: ResolvedSchema, levels: number): string[] => [
  `= ${kindOf(shape)}`,
  ...(shape.enum?.values ?? []).map((value) => canonicalJson(value)),
  ...(levels === 0
    ? []
    : [
        ...[...shape.properties].flatMap(([name, each]) => [name, ...nestedTraits(name, each, levels)]),
        ...(shape.items ? nestedTraits("[]", shape.items, levels) : []),
        ...shape.variants.flatMap((branch) => nestedTraits("|", branch, levels)),
      ]),
];

const nestedTraits = (name: string, shape: ResolvedSchema, levels: number): string[] =>
  schemaTraits(shape, levels - 1).map((trait) => `${name} ${trait}`);

const kindOf = ({ types, refs, keywords }: ResolvedSchema): string =>
  refs.length > 0
    ? "a component"
    : [types?.join() ?? "anything", keywords.format ?? "", canonicalJson(keywords.const ?? "")].join(" ");
