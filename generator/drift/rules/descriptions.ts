import type { Shape } from "../../model/shape.ts";
import { asString } from "../../spec/json.ts";
import { type Finding, finding, turnOf } from "../finding.ts";
import { limitKeywords } from "../kinds.ts";
import { type Place, whole } from "../place.ts";
import { tightens } from "../tightens.ts";
import type { ContractRule, SchemaRule } from "./rule.ts";

/** The text of a schema or a parameter. Words that ask for more than the schema does are marked. */
export const description: SchemaRule = (before, after, place) => {
  const [old, now] = [before, after].map(({ keywords }) => asString(keywords.description));
  return text(old, now, place, after.pointer, limitsOf(after));
};

/** The texts of servers and tags that both documents have. */
export const documentTexts: ContractRule = ({ base, head }) =>
  [...base.texts].flatMap(([owner, before]) =>
    head.texts.has(owner) ? text(before, head.texts.get(owner), whole(owner), "#") : [],
  );

/** A text that came, went or changed. */
export function text(
  before: string | undefined,
  after: string | undefined,
  place: Place,
  pointer: string,
  limits: readonly number[] = [],
): Finding[] {
  const [old, now] = [before?.trim() || undefined, after?.trim() || undefined];
  const turn = turnOf(old, now);
  if (!turn) return [];
  const words = tightens(old ?? "", now ?? "", limits);
  return [
    finding(
      `description-${turn}`,
      "docs",
      { place, pointer, before: old, after: now },
      words.length > 0 ? { tightens: words } : {},
    ),
  ];
}

const limitsOf = ({ keywords }: Shape): number[] =>
  limitKeywords.map((keyword) => keywords[keyword]).filter((limit) => typeof limit === "number");
