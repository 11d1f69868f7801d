import type { ResolvedSchema } from "../../contract/contract.ts";
import { asString } from "../../document/json.ts";
import { findUndeclaredConstraints } from "../findings/description-constraints.ts";
import { changeTypeOf, type Finding, finding } from "../findings/finding.ts";
import { limitKeywords } from "../findings/kind-names.ts";
import { type Location, wholeLocation } from "../findings/location.ts";
import type { ContractRule, SchemaRule } from "./rule.ts";

/** The text of a schema or a parameter. Words that ask for more than the schema does are marked. */
export const description: SchemaRule = (before, after, location) => {
  const [old, now] = [before, after].map(({ keywords }) => asString(keywords.description));
  return text(old, now, location, after.pointer, limitsOf(after));
};

/** The texts of servers and tags that both documents have. */
export const documentTexts: ContractRule = ({ base, head }) =>
  [...base.descriptions].flatMap(([owner, before]) =>
    head.descriptions.has(owner) ? text(before, head.descriptions.get(owner), wholeLocation(owner), "#") : [],
  );

/** A text that came, went or changed. */
export function text(
  before: string | undefined,
  after: string | undefined,
  location: Location,
  pointer: string,
  limits: readonly number[] = [],
): Finding[] {
  const [old, now] = [before?.trim() || undefined, after?.trim() || undefined];
  const turn = changeTypeOf(old, now);
  if (!turn) return [];
  const words = findUndeclaredConstraints(old ?? "", now ?? "", limits);
  return [
    finding(
      `description-${turn}`,
      "docs",
      { location, pointer, before: old, after: now },
      words.length > 0 ? { undeclaredConstraints: words } : {},
    ),
  ];
}

const limitsOf = ({ keywords }: ResolvedSchema): number[] =>
  limitKeywords.map((keyword) => keywords[keyword]).filter((limit) => typeof limit === "number");
