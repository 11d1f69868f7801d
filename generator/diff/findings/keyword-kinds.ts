import type { Json } from "../../document/json.ts";
import { defineKind, type Kind, type Levels } from "./define-kind.ts";
import { type ChangeType, changeTypeOf, changeTypes, createFinding, type Finding } from "./finding.ts";
import { formatChange } from "./format-values.ts";
import type { SchemaRule } from "./rule.ts";

/** The three kinds of change of an optional keyword, by how it changed. */
export type KeywordKinds<Name extends string = string> = Readonly<Record<ChangeType, Kind<`${Name}-${ChangeType}`>>>;

/** Defines the kinds `NAME-added`, `NAME-removed` and `NAME-changed`. */
export function defineKeywordKinds<const Name extends string>(
  name: Name,
  {
    levels,
    keyword = name,
    message = ({ before, after }, subject) => `${name} of ${subject} ${formatChange(before, after)}`,
    impact,
  }: Partial<Pick<Kind, "message" | "keyword">> &
    Pick<Kind, "impact"> & { readonly levels: Readonly<Record<ChangeType, Levels>> },
): KeywordKinds<Name> {
  const define = (type: ChangeType) =>
    defineKind({ id: `${name}-${type}`, level: levels[type], message, impact, keyword });
  return { added: define("added"), removed: define("removed"), changed: define("changed") };
}

/** Lists the kinds of one or more keywords. */
export const listKinds = <Name extends string>(
  families: readonly KeywordKinds<Name>[],
): readonly Kind<`${Name}-${ChangeType}`>[] => families.flatMap((family) => changeTypes.map((type) => family[type]));

/** Creates a finding if an optional value changed. */
export function compareValues(
  kinds: KeywordKinds,
  facts: Pick<Finding, "location" | "pointer"> & Partial<Pick<Finding, "value" | "names" | "undeclaredConstraints">>,
  before: Json | undefined,
  after: Json | undefined,
  level?: Levels,
): readonly Finding[] {
  const type = changeTypeOf(before, after);
  return type === undefined ? [] : [createFinding(kinds[type], { ...facts, before, after, level })];
}

/** Creates the rule for a keyword of schemas. */
export const keywordRule =
  (keyword: string, kinds: KeywordKinds): SchemaRule =>
  (before, after, location) =>
    compareValues(kinds, { location, pointer: after.pointer }, before.keywords[keyword], after.keywords[keyword]);
