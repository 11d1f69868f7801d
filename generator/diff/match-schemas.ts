import type { Contract, ContractSchema } from "../contract/contract.ts";
import { canonicalJson } from "../document/json.ts";
import type { SchemaMatch } from "./findings/expand-schemas.ts";
import { schemaSignature, schemaSimilarity } from "./findings/schema-similarity.ts";

/** A key that says nothing about its schema: its number can differ in every download. */
const positionalName = /^(?:def|schema|model)?[-_]?\d+$/i;

/** The similarity above which a removed and an added schema count as renamed. */
const minimumSimilarity = 0.6;

/**
 * Matches the component schemas of two documents: first those with the same name, unless it is positional, then equal
 * ones, then the most similar ones. A rename alone is not a change.
 */
export function matchSchemas(base: Contract, head: Contract): SchemaMatch {
  const match = new Map<string, string>();
  const matchedInHead = new Set<string>();
  const add = (key: string, headKey: string): void => {
    match.set(key, headKey);
    matchedInHead.add(headKey);
  };
  for (const [key, schema] of base.schemas) if (hasSameMeaning(key, schema, head)) add(key, key);
  const unmatchedInBase = () => [...base.schemas].filter(([key]) => !match.has(key));
  const unmatchedInHead = () => [...head.schemas].filter(([key]) => !matchedInHead.has(key));

  const headKeys = new Map(
    unmatchedInHead().map(([key, { schema }]) => [canonicalJson(schemaSignature(schema(), new Map())), key]),
  );
  for (const [key, { schema }] of unmatchedInBase()) {
    const headKey = headKeys.get(canonicalJson(schemaSignature(schema(), match)));
    if (headKey !== undefined && !matchedInHead.has(headKey)) add(key, headKey);
  }
  const candidates = unmatchedInBase()
    .flatMap(([key, before]) =>
      unmatchedInHead().map(([headKey, after]) => ({
        key,
        headKey,
        score: schemaSimilarity(before.schema(), after.schema()),
      })),
    )
    .filter(({ score }) => score >= minimumSimilarity)
    .sort((a, b) => b.score - a.score);
  for (const { key, headKey } of candidates) if (!match.has(key) && !matchedInHead.has(headKey)) add(key, headKey);
  return match;
}

/** Whether both documents have a key with the same meaning: not a positional one, unless the titles are equal. */
const hasSameMeaning = (key: string, { title }: ContractSchema, head: Contract): boolean => {
  const counterpart = head.schemas.get(key);
  if (!counterpart) return false;
  return !positionalName.test(key) || (title !== undefined && title === counterpart.title);
};
