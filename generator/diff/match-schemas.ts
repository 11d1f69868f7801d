import type { Contract, ContractSchema } from "../contract/contract.ts";
import { canonicalJson } from "../document/json.ts";
import type { SchemaMatch } from "./findings/expand-schemas.ts";
import { schemaSimilarity } from "./findings/schema-similarity.ts";
import { says } from "./kinds/unions.ts";

/** A key that says nothing about its schema: a number in a list of definitions, new on any download. */
const positionalName = /^(?:def|schema|model)?[-_]?\d+$/i;

/** How alike two schemas have to be to be taken for one that got another name. */
const minimumSimilarity = 0.6;

/**
 * Which component schema of the head is which of the base. Those of one name are one schema, unless the name is a
 * number; of the others first those that say the same, then the most alike. A rename is no change.
 */
export function matchSchemas(base: Contract, head: Contract): SchemaMatch {
  const match = new Map<string, string>();
  const taken = new Set<string>();
  const take = (key: string, other: string): void => {
    match.set(key, other);
    taken.add(other);
  };
  for (const [key, component] of base.schemas)
    if (head.schemas.has(key) && isMeaningfulName(key, component, head)) take(key, key);
  const left = () => [...base.schemas].filter(([key]) => !match.has(key));
  const free = () => [...head.schemas].filter(([key]) => !taken.has(key));

  const texts = new Map(free().map(([key, { schema }]) => [canonicalJson(says(schema(), new Map())), key]));
  for (const [key, { schema }] of left()) {
    const other = texts.get(canonicalJson(says(schema(), match)));
    if (other !== undefined && !taken.has(other)) take(key, other);
  }
  const pairs = left()
    .flatMap(([key, one]) =>
      free().map(([other, two]) => ({ key, other, score: schemaSimilarity(one.schema(), two.schema()) })),
    )
    .filter(({ score }) => score >= minimumSimilarity)
    .sort((a, b) => b.score - a.score);
  for (const { key, other } of pairs) if (!match.has(key) && !taken.has(other)) take(key, other);
  return match;
}

/** Whether a name that both documents have is a name for the same thing: more than a number, or backed by titles. */
const isMeaningfulName = (key: string, { title }: ContractSchema, head: Contract): boolean =>
  !positionalName.test(key) || (title !== undefined && title === head.schemas.get(key)?.title);
