import type { Json } from "../../document/json.ts";
import { type Kind, type Levels, looser, noCodeChanges, stricter, stricterOrLooser } from "../findings/define-kind.ts";
import { changeTypeOf } from "../findings/finding.ts";
import { compareValues, defineKeywordKinds, keywordRule, listKinds } from "../findings/keyword-kinds.ts";
import { defineKindGroup, type Named, type SchemaRule } from "../findings/rule.ts";

const impact: Kind["impact"] = ({ level, usage, sent }) => {
  if (sent && level === "breaking")
    return [`values of ${usage} that were accepted can be rejected at run time`, "the type stays the same"];
  if (!sent && level === "risky") return [`${usage} can have unexpected values at run time`];
  return [noCodeChanges];
};

const defineConstraint = <const Name extends string>(name: Name) =>
  defineKeywordKinds(name, { levels: { added: stricter, removed: looser, changed: stricterOrLooser }, impact });

/** Constraints of which no change can be called stricter or looser: a pattern can allow what another one does not. */
const opaqueConstraints = ["format", "pattern"] as const;

/** Constraints whose values can be compared, with whether a new value is stricter. */
const limits = {
  minimum: (before, after) => after > before,
  maximum: (before, after) => after < before,
  minLength: (before, after) => after > before,
  maxLength: (before, after) => after < before,
  minItems: (before, after) => after > before,
  maxItems: (before, after) => after < before,
  uniqueItems: () => true,
  multipleOf: (before, after) => !isInteger(before / after),
} as const satisfies Record<string, (before: number, after: number) => boolean>;

/** The tolerance of a quotient of two decimals: 0.1 / 0.01 is not exactly 10 in binary. */
const tolerance = 1e-9;

const isInteger = (quotient: number): boolean => Math.abs(quotient - Math.round(quotient)) < tolerance;

type Limit = keyof typeof limits;

/** The keywords that limit numbers, strings and arrays. */
export const limitKeywords = Object.keys(limits) as Limit[];

const opaqueKinds = opaqueConstraints.map((name) => ({ name, kinds: defineConstraint(name) }));
const limitKinds = limitKeywords.map((name) => ({ name, kinds: defineConstraint(name) }));

/** Compares the values of a limit. */
const limitRule =
  (name: Limit, kinds: (typeof limitKinds)[number]["kinds"]): SchemaRule =>
  (before, after, location) => {
    const [oldLimit, newLimit] = [before.keywords[name], after.keywords[name]].map(omitFalse);
    let level: Levels | undefined;
    if (changeTypeOf(oldLimit, newLimit) === "changed")
      level = limits[name](Number(oldLimit), Number(newLimit)) ? stricter : looser;
    return compareValues(kinds, { location, pointer: after.pointer }, oldLimit, newLimit, level);
  };

/** `uniqueItems: false` is the default. */
const omitFalse = (value: Json | undefined): Json | undefined => (value === false ? undefined : value);

const rules: Named<SchemaRule> = Object.fromEntries([
  ...opaqueKinds.map(({ name, kinds }) => [name, keywordRule(name, kinds)] as const),
  ...limitKinds.map(({ name, kinds }) => [name, limitRule(name, kinds)] as const),
]);

export const constraintKinds = defineKindGroup({
  kinds: [...listKinds(opaqueKinds.map(({ kinds }) => kinds)), ...listKinds(limitKinds.map(({ kinds }) => kinds))],
  rules: { sameType: rules },
  keywords: Object.keys(rules),
});
